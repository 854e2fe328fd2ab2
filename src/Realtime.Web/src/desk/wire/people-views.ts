import type { AuthorView, CommentStatus } from '../../wire/views.js';

export const sanctionKinds = ['warn', 'suspend', 'ban', 'shadow', 'review'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

export interface SanctionView {
  id: number;
  kind: SanctionKind;
  until?: string;
  reason: string;
  by?: AuthorView;
  at: string;
  everywhere: boolean;
}

export interface PersonComment {
  article: string;
  number: number;
  at: string;
  status: CommentStatus;
}

/** A person as moderators see them. */
export interface PersonView {
  id: string;
  /** As the sign-on told it last. */
  name?: string;
  badges: string[];
  firstSeen?: string;
  /** All that they have written, whatever became of it. */
  commentCount: number;
  reportsUpheld: number;
  reportsGroundless: number;
  /** The newest first. */
  comments: PersonComment[];
  sanctions: SanctionView[];
}

export interface Imposing {
  kind: SanctionKind;
  until?: string;
  reason: string;
  everywhere?: boolean;
}

export interface Undoing {
  reason: string;
  rule?: number;
  note?: string;
  restore?: boolean;
}
