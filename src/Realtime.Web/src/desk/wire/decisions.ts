import type { CommentInContext, CommentView } from '../../wire/views.js';
import type { TextSpan } from '../../wire/refusals.js';

export const rejectReasons = [
  'offensive', 'abusive', 'spam', 'banned_word', 'ad', 'illegal_content', 'harassment_bullying', 'misinformation', 'hate_speech', 'irrelevant_content', 'other',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

export type DecisionName = 'approve' | 'reject' | 'hold' | 'restore';
export type MarkName = 'feature' | 'unfeature' | 'pin' | 'unpin';

/** Why a comment is rejected: what its author is told. */
export interface Grounds {
  reason: string;
  rule?: number;
  note?: string;
}

export interface DecisionRequest extends Partial<Grounds> {
  decision: DecisionName | MarkName | 'move';
  revision: number;
  after?: number;
  /** With `move`: the article under which it goes on. */
  to?: string;
}

export interface FindingInText {
  step: string;
  verdict: string;
  code: string;
  rule?: number;
  detail?: string;
  spans: TextSpan[];
}

/** A comment with what only moderators are told of it. */
export interface ModeratedComment extends CommentView {
  decided?: { decision: string; by: { id: string; name: string }; at: string; revision: number; count: number };
  findings?: FindingInText[];
}

export interface ModeratedInContext extends Omit<CommentInContext, 'position'> {
  comment: ModeratedComment;
  ancestors: ModeratedComment[];
}
