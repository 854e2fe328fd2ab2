import type { RealtimeThread } from '../thread/realtime-thread.js';
import { Anchor } from './anchor.js';
import { viewOf } from './geometry.js';

/** What goes around each drawing of the list, so that it is drawn where the reader is and nothing that the reader looks at moves. */
export class Drawing {
  private readonly anchor: Anchor;

  constructor(private readonly thread: RealtimeThread) {
    this.anchor = new Anchor(thread);
  }

  /** Before: the rows that are on screen, not those that are to come, tell where the reader is. */
  begin(): void {
    const { list, window, rows, discussion } = this.thread;
    if (list) {
      this.anchor.take();
      window.measure(rows.slice(window.from, window.to), this.spaces()[1] ?? null);
    }

    this.thread.rows = discussion.rows();
    const goal = this.thread.travel.goalNumber;
    if (goal !== null && !this.thread.element(goal)) window.centreOn(goal);
    const held = this.anchor.place;
    const start = held && window.startFor(this.thread.rows, held.number, held.top);
    window.choose(this.thread.rows, start ?? list?.getBoundingClientRect().top ?? 0, list ? viewOf(list) : { top: 0, bottom: innerHeight });
  }

  /** After: all in one go, before anything is painted. */
  end(): void {
    const { window } = this.thread;
    const [above, below] = this.spaces();
    above!.style.blockSize = `${window.above}px`;
    below!.style.blockSize = `${window.below}px`;
    if (!this.thread.travel.arrive()) this.anchor.restore();
    if (window.warm()) requestAnimationFrame(() => this.thread.requestUpdate());
  }

  readonly scrolled = (): void => {
    const { list, window, rows } = this.thread;
    if (list && window.isNearEdge(rows, list.getBoundingClientRect().top, viewOf(list))) this.thread.requestUpdate();
  };

  private spaces(): HTMLElement[] {
    return [...this.thread.renderRoot.querySelectorAll<HTMLElement>('.space')];
  }
}
