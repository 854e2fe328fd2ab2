import { isPassing, refusalOf, type Refusal } from '../wire/refusals.js';
import type { NewComment } from '../wire/thread-api.js';
import type { CommentView } from '../wire/views.js';

/** A comment on its way. `warned`: the server asks whether it is meant; it is submitted again as it is, or rewritten. */
export interface Outgoing {
  comment: NewComment;
  state: 'sending' | 'failed' | 'refused' | 'warned';
  refusal: Refusal | null;
  /** Where its author may try again; a refused one must be rewritten. */
  mayRetry: boolean;
  /** Before then another try is in vain. */
  notBefore: number;
}

/**
 * Comments between their author and the server, in the order they were written. Each keeps its client id however often it is sent, so that a retry never
 * makes a second comment.
 */
export class Outbox {
  private readonly entries = new Map<string, Outgoing>();

  constructor(
    private readonly send: (comment: NewComment) => Promise<{ comment: CommentView }>,
    private readonly changed: () => void,
    private readonly sent: (comment: CommentView, outgoing: NewComment) => void,
    private readonly refused: (outgoing: Outgoing) => void = () => undefined,
  ) {}

  all(): Outgoing[] {
    return [...this.entries.values()];
  }

  has(clientCommentId: string): boolean {
    return this.entries.has(clientCommentId);
  }

  /** The entries that answer a comment, or with null the others. */
  under(parent: number | null): Outgoing[] {
    return this.all().filter(entry => (entry.comment.replyTo ?? null) === parent);
  }

  /** True while a comment that arrives under this parent may be one of these, come back before its answer. */
  expects(replyTo: number | undefined): boolean {
    return this.all().some(entry => entry.comment.replyTo === replyTo && entry.state !== 'refused');
  }

  async post(comment: NewComment): Promise<void> {
    this.set({ comment, state: 'sending', refusal: null, mayRetry: false, notBefore: 0 });
    try {
      const answer = await this.send(comment);
      this.entries.delete(comment.clientCommentId);
      this.sent(answer.comment, comment);
    } catch (failure) {
      const entry = afterFailure(comment, refusalOf(failure));
      this.set(entry);
      if (entry.state === 'refused' || entry.state === 'warned') this.refused(entry);
    }
    this.changed();
  }

  /** Sends it again; after a warning as it is, and says so. */
  retry(clientCommentId: string): Promise<void> {
    const entry = this.entries.get(clientCommentId);
    if (!entry || entry.state === 'sending') return Promise.resolve();
    return this.post(entry.state === 'warned' ? { ...entry.comment, warned: true } : entry.comment);
  }

  /** The network is back: what failed for want of it goes again. */
  retryFailed(): void {
    for (const entry of this.all()) if (entry.state === 'failed' && entry.refusal?.code === 'offline') void this.retry(entry.comment.clientCommentId);
  }

  /** Takes it back to be rewritten. */
  withdraw(clientCommentId: string): NewComment | null {
    const entry = this.entries.get(clientCommentId);
    this.entries.delete(clientCommentId);
    this.changed();
    return entry?.comment ?? null;
  }

  private set(entry: Outgoing): void {
    this.entries.set(entry.comment.clientCommentId, entry);
    this.changed();
  }
}

function afterFailure(comment: NewComment, refusal: Refusal): Outgoing {
  if (refusal.code === 'comment_may_break_rule') return { comment, state: 'warned', refusal, mayRetry: true, notBefore: 0 };
  const passing = isPassing(refusal) || refusal.code === 'sign_in_required' || refusal.code === 'token_invalid';
  const notBefore = refusal.code === 'slow_mode' ? Date.now() + (refusal.retryAfterMs ?? 0) : 0;
  return { comment, state: passing ? 'failed' : 'refused', refusal, mayRetry: passing, notBefore };
}
