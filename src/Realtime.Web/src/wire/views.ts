// What the server says, member by member as in src/Realtime.Discussion/Reading. Members that a server may not know yet are optional.

export type CommentStatus = 'published' | 'removed' | 'unreadable' | 'pending' | 'rejected' | 'withheld' | 'moved' | 'erased' | 'ignored';

export interface AuthorView {
  id: string;
  name: string;
}

/** A passage of another comment. Without `text` the source has been removed since. */
export interface QuoteView {
  number: number;
  revision: number;
  text?: string;
}

/** Whom a comment answers by name, and the comment of theirs that it answers. */
export interface AddresseeView {
  id: string;
  name: string;
  number?: number;
}

export interface CommentView {
  number: number;
  author?: AuthorView;
  createdAt: string;
  editedAt?: string;
  editedBy?: AuthorView | string;
  revision: number;
  status: CommentStatus;
  replyTo?: number;
  quote?: QuoteView;
  html?: string;
  text?: string;
  reactions: Record<string, number>;
  replyCount: number;
  badges?: string[];
  addressee?: AddresseeView;
  mentions?: AuthorView[] | string[];
  pinned?: boolean;
  featured?: boolean;
  movedTo?: string;
  reason?: string;
  rule?: number;
  note?: string;
}

export interface ArticleView {
  title: string;
  url?: string;
  publishedAt?: string;
  section?: string;
  tags: string[];
}

/** How the thread is kept at the moment, beside its comments. */
export interface ThreadMode {
  review?: boolean;
  /** Seconds between two comments of one person. */
  slowMode?: number;
  guardedUntil?: string;
}

export interface OwnView {
  comments?: CommentView[];
  reactions?: Record<string, string[]>;
}

export interface ThreadPage extends ThreadMode {
  position: string;
  article?: ArticleView;
  closed: boolean;
  closesAt?: string;
  commentCount: number;
  comments: CommentView[];
  /** Comments that the page's own answer, where they are not on the page. */
  context?: CommentView[];
  next?: string;
  pinned?: number[];
  you?: OwnView;
}

export interface CommentInContext {
  position: string;
  comment: CommentView;
  ancestors: CommentView[];
  moreAncestors: boolean;
}

export interface ReplyCountView {
  number: number;
  replyCount: number;
}

export interface ThreadChange extends ThreadMode {
  /** posted, edited, removed, reacted, closed, reopened, closing, described, guarded, unguarded, moded; others are passed over. */
  type: string;
  comment?: CommentView;
  parent?: ReplyCountView;
  quotedBy?: number[];
  number?: number;
  reactions?: Record<string, number>;
  closesAt?: string;
  article?: ArticleView;
}

export interface ThreadChanges {
  site: string;
  article: string;
  from: number;
  to: number;
  position: string;
  commentCount: number;
  more?: boolean;
  changes: ThreadChange[];
}

export interface WatchedThread {
  position: string;
  sequence: number;
  reset: boolean;
  changes?: ThreadChanges;
  page?: ThreadPage;
  siteView?: SiteView;
}

export interface ThreadPresence {
  site: string;
  article: string;
  readers: number;
  typing: string[];
}

/** How one may comment at the site; a thread may be stricter for reasons of its own. */
export interface SiteView {
  site: string;
  locked: boolean;
  review: boolean;
  guests: 'off' | 'on' | 'review';
  /** Seconds between two comments of one person. */
  slowMode?: number;
  /** Seconds in which an author may edit. */
  editWindow: number;
  maxCharacters: number;
  policyVersion: string;
}

/** How the reader stands with the site. */
export interface StandingView {
  site: string;
  state: 'good' | 'warned' | 'suspended' | 'banned';
  until?: string;
  reason?: string;
  /** With `warned`: the number by which the warning is acknowledged. */
  sanction?: number;
}

export interface PolicyRule {
  number: number;
  title: string;
  text: string;
}

export type Sort = 'newest' | 'oldest' | 'top' | 'replies';
export const sorts: readonly Sort[] = ['newest', 'oldest', 'top', 'replies'];

export const isPublished = (comment: CommentView): boolean => comment.status === 'published' || comment.status === 'withheld';
