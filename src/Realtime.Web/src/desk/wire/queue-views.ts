import type { AuthorView } from '../../wire/views.js';
import type { ModeratedInContext } from './decisions.js';
import type { SanctionKind } from './people-views.js';

export const queueStates = ['pending', 'reported', 'appealed', 'new'] as const;
export type QueueStateName = (typeof queueStates)[number];

export interface Claim {
  by: AuthorView;
  until: string;
}

/** Where in the text as it was written: pairs of start and length, in UTF-16 code units, one after the other. */
export interface QueueFinding {
  step: string;
  code: string;
  rule?: number;
  detail?: string;
  spans: number[];
}

/** A comment that waits for a moderator; on the hub without its words. */
export interface QueueItem {
  article: string;
  title?: string;
  number: number;
  revision: number;
  /** `none` of one that does not wait, and was asked for alone. */
  state: QueueStateName | 'none';
  rank: string;
  /** Its place among the others: compare letter by letter. */
  order: string;
  since: string;
  author: AuthorView;
  guest: boolean;
  createdAt: string;
  replyTo?: number;
  reporters: number;
  reasons?: Record<string, number>;
  findings?: QueueFinding[];
  tags?: string[];
  claim?: Claim;
  /** The beginning of what it says; over HTTP only. */
  excerpt?: string;
  /** What it says, and who wrote it; only where one comment is asked for. */
  context?: ItemContext;
}

export interface ItemContext extends ModeratedInContext {
  /** All reports that it has ever had, in order. */
  reports?: ReportView[];
  person?: AuthorSummary;
}

export interface ReportView {
  by: string;
  at: string;
  reason: string;
  detail?: string;
  /** With a notice of illegal content that has the form of the law. */
  notice?: { ground: string; explanation: string; contact?: string };
  discounted?: boolean;
}

/** How somebody stands with the site. */
export interface AuthorSummary {
  sanctions: SanctionKind[];
  comments: number;
  /** The newest hundred, by status. */
  lately: Record<string, number>;
}

export type QueueCounts = Record<QueueStateName | 'urgent', number>;

export interface QueuePage {
  position: string;
  counts: QueueCounts;
  items: QueueItem[];
  next?: string;
}

export interface ItemLeft {
  article: string;
  number: number;
  /** Left out when it left for another reason than a decision. */
  decision?: string;
  by?: string;
}

/** What has become of the items that were touched between two positions, each as it is now. */
export interface QueueChanged {
  site: string;
  from: number;
  to: number;
  position: string;
  counts: QueueCounts;
  items: QueueItem[];
  left: ItemLeft[];
}

/** What the list is narrowed to; nothing: everything that waits. */
export interface QueueFilter {
  state?: QueueStateName;
  article?: string;
  person?: string;
}

export const keyOf = (item: { article: string; number: number }): string => `${item.article} ${item.number}`;

export const admits = (filter: QueueFilter, item: QueueItem): boolean =>
  (filter.state === undefined || item.state === filter.state) && (filter.article === undefined || item.article === filter.article)
  && (filter.person === undefined || item.author.id === filter.person);
