import type { RealtimeThread } from '../thread/realtime-thread.js';
import { permalinkNumber } from '../thread/embedding.js';
import { deepest } from '../thread/placement.js';

const litFor = 4000;
const smoothUpTo = 200;

/** Going from comment to comment: by number, by address, to what is new, and back. */
export class Travel {
  /** Where a jump began, to go back to. */
  backTo: number | null = null;
  lit: number | null = null;
  /** Where to go once it has been drawn. */
  private goal: { number: number; focus: boolean } | null = null;

  constructor(private readonly thread: RealtimeThread) {}

  get goalNumber(): number | null {
    return this.goal?.number ?? null;
  }

  reveal(number: number, focus: boolean): void {
    this.goal = { number, focus };
    this.thread.requestUpdate();
  }

  /** Shows the comment wherever it is: in the list, folded, waiting, or not loaded. */
  async show(number: number): Promise<void> {
    if (!this.thread.rows.some(row => row.number === number) && !await this.uncover(number)) return;
    this.reveal(number, true);
  }

  jump(to: number, from?: number): void {
    if (from !== undefined) this.backTo = from;
    void this.show(to);
  }

  goBack(): void {
    const to = this.backTo;
    this.backTo = null;
    if (to !== null) void this.show(to);
  }

  /** Goes where the page's address points. */
  followAddress(): void {
    const number = this.thread.permalinks === 'on' ? permalinkNumber(location.hash) : null;
    if (number !== null) void this.show(number);
  }

  /** The next comment below that is new to the reader, else the first; what waits comes in for it. */
  nextNew(): void {
    const { news, rows, discussion, window } = this.thread;
    const fresh = new Set(news);
    const isBelow = (at: number) => at >= window.to || (this.thread.element(rows[at]!.number)?.getBoundingClientRect().top ?? 0) > innerHeight / 3;
    const next = rows.find((row, at) => fresh.has(row.number) && isBelow(at)) ?? rows.find(row => fresh.has(row.number));
    if (next) {
      this.reveal(next.number, true);
      discussion.see(next.number);
    } else if (discussion.arrivals.count > 0) void discussion.release(null);
    else if (news.length > 0) void this.show(Math.min(...news));
  }

  /** Goes to the goal if it has been drawn. Answers whether it has. */
  arrive(): boolean {
    const row = this.goal ? this.thread.element(this.goal.number) : undefined;
    if (!this.goal || !row) return false;
    const { number, focus } = this.goal;
    this.goal = null;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches || this.thread.rows.length > smoothUpTo;
    row.scrollIntoView({ block: 'center', behavior: isCalm ? 'instant' : 'smooth' });
    if (focus) row.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
    this.light(number);
    return true;
  }

  private async uncover(number: number): Promise<boolean> {
    const { discussion } = this.thread;
    if (discussion.arrivals.has(number)) {
      await discussion.release(null);
      return true;
    }

    const above = discussion.placement.above(number);
    const isInList = discussion.placement.has(number) && above.length <= deepest;
    if (!isInList) return discussion.openBranch(number);
    above.forEach(one => discussion.unfold(one));
    discussion.setFocus(null);
    return true;
  }

  private light(number: number): void {
    this.lit = number;
    this.thread.requestUpdate();
    setTimeout(() => {
      if (this.lit !== number) return;
      this.lit = null;
      this.thread.requestUpdate();
    }, litFor);
  }
}
