import { isPublished, type ArticleView, type CommentView, type OwnView, type ThreadChange, type ThreadChanges, type ThreadMode, type ThreadPage } from '../wire/views.js';

export interface ThreadHead extends ThreadMode {
  article: ArticleView | null;
  closed: boolean;
  closesAt: string | null;
  commentCount: number;
}

const unknownHead: ThreadHead = { article: null, closed: false, closesAt: null, commentCount: 0 };

/**
 * The comments that have been loaded, as they are now. Views are never changed but replaced, so that a row sees by identity whether it must be drawn anew.
 * Everything the server tells is absolute: taking a change in twice does no harm.
 */
export class ThreadStore {
  head: ThreadHead = unknownHead;
  /** The reader's own reactions, by comment. */
  readonly mine = new Map<number, readonly string[]>();
  /** The highest number seen in this thread, loaded or not. */
  last = 0;
  private readonly comments = new Map<number, CommentView>();
  private readonly touched = new Map<number, number>();
  private tick = 0;

  get(number: number): CommentView | undefined {
    return this.comments.get(number);
  }

  has(number: number): boolean {
    return this.comments.has(number);
  }

  all(): IterableIterator<CommentView> {
    return this.comments.values();
  }

  get size(): number {
    return this.comments.size;
  }

  /** Forgets everything and begins with a page. */
  open(page: ThreadPage): void {
    this.comments.clear();
    this.touched.clear();
    this.last = 0;
    this.head = unknownHead;
    this.takeHead(page);
    this.merge(page, this.mark());
  }

  /** A moment: hand it back with what was asked for at that moment. */
  mark(): number {
    return this.tick;
  }

  /** Takes in an answer. What live changes have told since it was asked for is newer than the answer and stays. */
  merge(page: Pick<ThreadPage, 'comments'> & Partial<ThreadPage>, since: number): void {
    for (const comment of [...page.context ?? [], ...page.comments]) this.put(comment, since);
    if (page.you) this.own(page.you, since);
  }

  add(comments: readonly CommentView[], since: number): void {
    for (const comment of comments) this.put(comment, since);
  }

  own(own: OwnView, since: number): void {
    for (const comment of own.comments ?? []) this.put(comment, since);
    for (const [number, kinds] of Object.entries(own.reactions ?? {})) this.mine.set(Number(number), kinds);
  }

  /** What only the person saw who was here. */
  forgetOwn(): void {
    this.mine.clear();
    for (const [number, comment] of this.comments) if (!isPublished(comment) && comment.html !== undefined) this.comments.delete(number);
  }

  takeHead(page: ThreadPage): void {
    const { closed, commentCount, review, slowMode, guardedUntil } = page;
    this.head = {
      article: page.article ?? null, closed, closesAt: page.closesAt ?? null, commentCount,
      ...modeOf({ review, slowMode, guardedUntil }),
    };
  }

  /** Applies a frame; answers the comments in it that were not known before. */
  apply(frame: ThreadChanges): CommentView[] {
    this.tick++;
    const fresh: CommentView[] = [];
    for (const change of frame.changes) {
      if (change.type === 'posted' && change.comment && !this.has(change.comment.number)) fresh.push(change.comment);
      this.change(change);
    }
    if (this.head.commentCount !== frame.commentCount) this.head = { ...this.head, commentCount: frame.commentCount };
    return fresh;
  }

  /** One's own change, shown before it comes back from the server. */
  revise(number: number, change: (comment: CommentView) => CommentView): void {
    const comment = this.comments.get(number);
    if (comment) this.write(change(comment));
  }

  /** The server's answer to something one did: as fresh as a live change. */
  answer(comment: CommentView): void {
    const known = this.comments.get(comment.number);
    if (!known || known.revision <= comment.revision) this.write(comment);
  }

  private change(change: ThreadChange): void {
    if (change.comment) this.write(change.comment);
    if (change.parent) this.touch(change.parent.number, comment => ({ ...comment, replyCount: change.parent!.replyCount }));
    if (change.number !== undefined && change.reactions) this.touch(change.number, comment => ({ ...comment, reactions: change.reactions! }));
    for (const number of change.quotedBy ?? []) this.touch(number, withoutQuotedWords);
    this.head = headAfter(this.head, change);
  }

  private write(comment: CommentView): void {
    this.touched.set(comment.number, this.tick);
    this.comments.set(comment.number, comment);
    this.last = Math.max(this.last, comment.number);
  }

  private touch(number: number, change: (comment: CommentView) => CommentView): void {
    this.touched.set(number, this.tick);
    const comment = this.comments.get(number);
    if (comment) this.comments.set(number, change(comment));
  }

  private put(comment: CommentView, since: number): void {
    this.last = Math.max(this.last, comment.number);
    const known = this.comments.get(comment.number);
    if (known && ((this.touched.get(comment.number) ?? 0) > since || known.revision > comment.revision)) return;
    this.comments.set(comment.number, comment);
  }
}

const withoutQuotedWords = (comment: CommentView): CommentView =>
  comment.quote ? { ...comment, quote: { number: comment.quote.number, revision: comment.quote.revision } } : comment;

const modeOf = (mode: { [key in keyof ThreadMode]: ThreadMode[key] | undefined }): ThreadMode =>
  Object.fromEntries(Object.entries(mode).filter(([, value]) => value !== undefined && value !== null)) as ThreadMode;

function headAfter(head: ThreadHead, change: ThreadChange): ThreadHead {
  switch (change.type) {
    case 'closed': return { ...head, closed: true, closesAt: null };
    case 'reopened': return { ...head, closed: false };
    case 'closing': return { ...head, closesAt: change.closesAt ?? null };
    case 'described': return { ...head, article: change.article ?? head.article };
    case 'guarded': return { ...head, ...modeOf({ review: change.review, slowMode: change.slowMode, guardedUntil: change.guardedUntil }) };
    case 'unguarded': return withoutGuard(head);
    case 'moded': return { ...head, review: change.review ?? false, slowMode: change.slowMode ?? 0 };
    default: return head;
  }
}

function withoutGuard(head: ThreadHead): ThreadHead {
  const { guardedUntil: _until, slowMode: _slow, review: _review, ...rest } = head;
  return rest;
}
