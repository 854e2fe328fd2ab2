import { isPublished, type CommentView, type ThreadChanges } from '../wire/views.js';
import type { Discussion } from './discussion.js';

const together = 400;

/** What only its author sees: own reactions, and own comments in review or refused there. They are on no page that is the same for everybody. */
export class OwnThings {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly discussion: Discussion) {}

  async load(): Promise<void> {
    const { store, api, host } = this.discussion;
    const since = store.mark();
    try {
      const page = await api.page('newest');
      // Whom one ignores, one ignores in what came with the HTML too. What is not known yet comes live.
      store.add(page.comments.filter(comment => store.has(comment.number)), since);
      store.own(page.you ?? {}, since);
    } catch {
      return; // They come with the next page.
    }

    this.place();
    host.changed();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  own(): ReadonlySet<number> {
    const { store, me } = this.discussion;
    return new Set(me ? [...store.all()].filter(comment => comment.author?.id === me.id).map(comment => comment.number) : []);
  }

  /**
   * Readers are not told what becomes of a comment that they never saw, nor why one was taken away: its author asks, when one of theirs has been taken away, or when
   * something has happened that is not told while one of theirs waits.
   */
  meet(frame: ThreadChanges, mine: ReadonlySet<number>): void {
    if (mine.size === 0) return;
    const taken = frame.changes.some(({ type, comment }) => type === 'removed' && comment?.status !== 'removed' && comment && mine.has(comment.number));
    const untold = frame.to - frame.from > frame.changes.length && this.some(comment => comment.status === 'pending', mine);
    if (!taken && !untold) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), together);
  }

  /** Own comments that others do not see are shown at the top. */
  place(): void {
    const { store, me, admission } = this.discussion;
    for (const comment of store.all())
      if (!isPublished(comment) && comment.author?.id === me?.id && comment.html !== undefined) admission.admitOwn(comment);
  }

  private some(is: (comment: CommentView) => boolean, among: ReadonlySet<number>): boolean {
    for (const number of among) if (is(this.discussion.store.get(number)!)) return true;
    return false;
  }
}
