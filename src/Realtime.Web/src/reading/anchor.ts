import { scrollerOf, viewOf, type Rows } from './geometry.js';
import type { RealtimeComment } from './realtime-comment.js';

/**
 * Keeps what the reader looks at where it is while the list changes around it: the first comment in view is measured before and after, and the difference is
 * scrolled away before anything is painted. Browsers do this by themselves in part, some not at all.
 */
export class Anchor {
  private held: { element: RealtimeComment; top: number } | null = null;

  constructor(private readonly shown: Rows) {}

  /** The comment that is held in its place, and where that is. */
  get place(): { number: number; top: number } | null {
    return this.held && { number: this.held.element.number, top: this.held.top };
  }

  take(): void {
    const { list, rows } = this.shown;
    this.held = null;
    if (!list || rows.length === 0) return;
    const view = viewOf(list);
    const first = this.shown.element(rows[0]!.number);
    // At the top of the list nothing is above that could push.
    if (first && first.getBoundingClientRect().top >= view.top) return;
    const element = this.firstBelow(view.top);
    if (element) this.held = { element, top: element.getBoundingClientRect().top };
  }

  restore(): void {
    const { held } = this;
    this.held = null;
    if (!held?.element.isConnected) return;
    const moved = held.element.getBoundingClientRect().top - held.top;
    if (Math.abs(moved) < 0.5) return;
    const scroller = scrollerOf(held.element);
    (scroller ?? window).scrollBy({ top: moved, behavior: 'instant' });
  }

  /** Rows follow one another downwards: halving finds it among thousands with a dozen measurements. */
  private firstBelow(top: number): RealtimeComment | undefined {
    const { rows, window } = this.shown;
    let low = window.from;
    let high = Math.min(window.to, rows.length) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const element = this.shown.element(rows[middle]!.number);
      if (element && element.getBoundingClientRect().bottom <= top) low = middle + 1;
      else high = middle;
    }

    return rows[low] && this.shown.element(rows[low].number);
  }
}
