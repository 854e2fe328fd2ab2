import type { CommentView } from '../wire/views.js';
import { mayReply, type Arrivals, type ReaderPlace } from './arrivals.js';
import type { Pages } from './pages.js';
import type { Placement } from './placement.js';
import type { ThreadStore } from './store.js';

/** Lets new comments into the list, or has them wait. */
export class Admission {
  constructor(
    private readonly store: ThreadStore, private readonly placement: Placement, private readonly arrivals: Arrivals,
    private readonly pages: Pages, private readonly reader: ReaderPlace) {}

  /** Answers whether the comment is in the list now. */
  admit(comment: CommentView): boolean {
    if (this.placement.has(comment.number)) return true;
    const parent = this.placement.parentFor(comment);
    if (parent !== null) return this.admitReply(comment, parent);
    if (!this.mayBeRoot()) {
      this.arrivals.waitAsRoot(comment);
      return false;
    }

    this.placement.append([comment], number => this.store.get(number), this.pages.sort === 'oldest' ? 'end' : 'start');
    return true;
  }

  /** What one has written oneself is shown at once, where it was written. */
  admitOwn(comment: CommentView): void {
    this.arrivals.drop(comment.number);
    this.placement.place(comment, this.pages.sort === 'oldest' && !this.pages.hasAfter ? 'end' : 'start');
  }

  releaseReplies(parent: number): number[] {
    return this.place(this.arrivals.takeReplies(parent));
  }

  /** Everything that waits. Answers what came in; where the end of the order of time is not loaded, that end is loaded instead. */
  async release(): Promise<number[]> {
    const waiting = this.arrivals.takeAll();
    if (this.pages.sort === 'oldest' && this.pages.hasAfter) await this.pages.toEnd();
    return this.place(waiting);
  }

  private admitReply(comment: CommentView, parent: number): boolean {
    const isIn = mayReply(this.reader, parent);
    if (isIn) this.placement.place(comment, 'end');
    else this.arrivals.waitUnder(parent, comment);
    return isIn;
  }

  private mayBeRoot(): boolean {
    if (this.placement.isEmpty) return true;
    if (this.pages.sort === 'newest') return this.reader.atTop;
    if (this.pages.sort !== 'oldest' || this.pages.hasAfter) return false;
    const end = this.reader.ofEnd();
    return end === 'below' || (end === 'inView' && this.reader.atTop);
  }

  private place(numbers: number[]): number[] {
    const comments = numbers.map(number => this.store.get(number)).filter((one): one is CommentView => one !== undefined);
    this.placement.append(comments, number => this.store.get(number), this.pages.sort === 'oldest' ? 'end' : 'start');
    return comments.map(comment => comment.number);
  }
}
