import type { Discussion } from '../thread/discussion.js';
import { kept } from '../tabs/kept.js';
import type { TabNews, Tabs } from '../tabs/tabs.js';
import { newId } from '../wire/ids.js';
import { refusalOf, type Refusal } from '../wire/refusals.js';
import type { NewComment } from '../wire/thread-api.js';
import type { AuthorView, CommentView } from '../wire/views.js';
import type { Draft, DraftTarget } from './drafts.js';
import { Outbox, type Outgoing } from './outbox.js';

const saidFor = 8000;

/** What the reader does to the thread. What fails is answered as a refusal, and what was shown before its time is taken back. */
export class Doings {
  readonly outbox: Outbox;
  /** Comments that one has just sent, to say so beside them. */
  readonly justSent = new Set<number>();
  private clock: ReturnType<typeof setTimeout> | undefined;
  private readonly returning = new Set<number>();

  constructor(private readonly discussion: Discussion, private readonly tabs: Tabs) {
    this.outbox = new Outbox(
      comment => discussion.api.post(comment),
      () => this.outboxChanged(),
      (comment, outgoing) => this.sent(comment, outgoing),
      entry => this.refused(entry));
  }

  post(target: DraftTarget, draft: Draft, replyTo: number | null, warned = false): void {
    const clientCommentId = draft.clientCommentId ?? newId();
    this.discussion.drafts.write(target, { ...draft, clientCommentId });
    const { quote } = draft;
    void this.outbox.post({
      clientCommentId, body: draft.body, ...(warned ? { warned } : {}),
      ...(replyTo === null ? {} : { replyTo }),
      ...(quote ? { quote: { number: quote.number, revision: quote.revision, text: quote.text } } : {}),
    });
  }

  /** True of a comment of one's own that comes back live before its own answer does: it is shown with the answer. */
  isOwnReturning(comment: CommentView): boolean {
    if (comment.author?.id !== this.discussion.me?.id || !this.outbox.expects(comment.replyTo)) return false;
    this.returning.add(comment.number);
    return true;
  }

  async edit(comment: CommentView, body: string, warned: boolean): Promise<Refusal | null> {
    return this.attempt(async () => {
      const answer = await this.discussion.api.edit(comment.number, { revision: comment.revision, body, clientEditId: newId(), ...(warned ? { warned } : {}) });
      this.took(answer.comment);
    });
  }

  async remove(number: number): Promise<Refusal | null> {
    return this.attempt(() => this.discussion.api.remove(number));
  }

  async report(number: number, reason: string, detail: string): Promise<Refusal | null> {
    return this.attempt(() => this.discussion.api.report(number, reason, detail));
  }

  async appeal(number: number, detail: string): Promise<Refusal | null> {
    return this.attempt(() => this.discussion.api.appeal(number, detail));
  }

  async acknowledge(warning: number): Promise<Refusal | null> {
    return this.attempt(async () => {
      await this.discussion.api.acknowledge(warning);
      this.discussion.standingChanged({ site: this.discussion.address.site, state: 'good' });
    });
  }

  /** The server tells the page to begin anew; the name is kept here, because of whom one ignores one is told nothing any more. */
  async ignore(person: AuthorView, on: boolean): Promise<Refusal | null> {
    return this.attempt(async () => {
      await this.discussion.api.ignore(person.id, on);
      kept.write(this.nameKey(person.id), person.name);
    });
  }

  nameOf(id: string): string {
    return kept.read(this.nameKey(id)) ?? id;
  }

  /** Shown at once; taken back when it was refused. */
  async react(number: number, kind: string): Promise<Refusal | null> {
    const { store } = this.discussion;
    const before = store.mine.get(number) ?? [];
    const on = !before.includes(kind);
    this.showReaction(number, on ? [...before, kind] : before.filter(one => one !== kind), kind, on ? 1 : -1);
    const since = store.mark();
    const refusal = await this.attempt(() => this.discussion.api.react(number, kind, on));
    if (refusal) this.showReaction(number, before, kind, store.mark() === since ? (on ? -1 : 1) : 0);
    else this.tabs.tell({ kind: 'reacted', by: this.discussion.me!.id, number, kinds: [...store.mine.get(number) ?? []] });
    return refusal;
  }

  hear(news: Extract<TabNews, { kind: 'own' | 'reacted' }>): void {
    if (news.kind === 'reacted') this.discussion.store.mine.set(news.number, news.kinds);
    else this.take(news.comment);
  }

  private showReaction(number: number, kinds: readonly string[], kind: string, by: number): void {
    const { store } = this.discussion;
    store.mine.set(number, kinds);
    store.revise(number, comment => ({ ...comment, reactions: { ...comment.reactions, [kind]: Math.max(0, (comment.reactions[kind] ?? 0) + by) } }));
    this.discussion.host.changed();
  }

  private async attempt(act: () => Promise<void>): Promise<Refusal | null> {
    try {
      await act();
      return null;
    } catch (failure) {
      return refusalOf(failure);
    } finally {
      this.discussion.host.changed();
    }
  }

  private sent(comment: CommentView, { replyTo, clientCommentId }: NewComment): void {
    const target: DraftTarget = replyTo === undefined ? 'new' : `reply-${replyTo}`;
    // The next one may have been begun meanwhile.
    if (this.discussion.drafts.read(target).clientCommentId === clientCommentId) this.discussion.drafts.remove(target);
    this.markSent(comment.number);
    this.returning.delete(comment.number);
    this.took(comment);
    // In the order of time it stands at the far end from where it was written.
    if (replyTo === undefined && this.discussion.pages.sort === 'oldest') this.discussion.host.reveal(comment.number);
    this.discussion.host.tell('realtime-posted', { number: comment.number, status: comment.status });
  }

  /** Back to where it was written, unless its author is at something else already: then it waits in its place. */
  private refused({ comment, refusal }: Outgoing): void {
    const target: DraftTarget = comment.replyTo === undefined ? 'new' : `reply-${comment.replyTo}`;
    if (!this.discussion.host.mayRewrite(target)) return;
    this.outbox.withdraw(comment.clientCommentId);
    this.discussion.host.compose(target, undefined, refusal!);
  }

  private nameKey(id: string): string {
    return `realtime:name:${this.discussion.address.server}|${id}`;
  }

  private markSent(number: number): void {
    this.justSent.add(number);
    setTimeout(() => {
      this.justSent.delete(number);
      this.discussion.host.changed();
    }, saidFor);
  }

  private took(comment: CommentView): void {
    this.take(comment);
    this.tabs.tell({ kind: 'own', by: this.discussion.me?.id ?? '', comment });
  }

  private take(comment: CommentView): void {
    this.discussion.store.answer(comment);
    this.discussion.admission.admitOwn(comment);
  }

  private outboxChanged(): void {
    clearTimeout(this.clock);
    // While somebody waits for their turn, the seconds are told.
    if (this.outbox.all().some(entry => entry.notBefore > Date.now())) this.clock = setTimeout(() => this.outboxChanged(), 1000);
    for (const number of this.returning) {
      const comment = this.discussion.store.get(number);
      if (comment && this.outbox.expects(comment.replyTo)) continue;
      this.returning.delete(number);
      if (comment) this.discussion.admission.admit(comment);
    }
    this.discussion.host.changed();
  }
}
