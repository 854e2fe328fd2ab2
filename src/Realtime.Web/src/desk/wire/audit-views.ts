import type { AuthorView, CommentView } from '../../wire/views.js';

/** Something that happened in a thread, by whom and why. */
export interface AuditEvent {
  at: string;
  sequence: number;
  type: string;
  by?: AuthorView;
  number?: number;
  /** All comments concerned, when there are several. */
  numbers?: number[];
  revision?: number;
  decision?: string;
  status?: string;
  reason?: string;
  rule?: number;
  note?: string;
  detail?: string;
  text?: string;
}

export interface AuditTrail {
  events: AuditEvent[];
  next?: string;
}

/** The thread as readers had it at a moment. */
export interface ThreadThen {
  at?: string;
  position: string;
  closed: boolean;
  commentCount: number;
  comments: CommentView[];
  next?: string;
}
