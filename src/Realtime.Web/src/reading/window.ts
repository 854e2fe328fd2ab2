import type { Row } from '../thread/placement.js';
import type { RealtimeComment } from './realtime-comment.js';

const allUpTo = 250;
const around = 1600;
const atLeast = 600;
const guess = 160;

/**
 * Which rows of a long list are drawn: those in view and some screens around, so that ten thousand comments weigh no more than two hundred. The others are as high
 * as they were when they were last seen. A short list is drawn whole, for finding in the page.
 */
export class Window {
  from = 0;
  to = 0;
  above = 0;
  below = 0;
  private readonly heights = new Map<number, number>();
  private centre: number | null = null;
  private isWarm = false;

  constructor(private readonly element: (number: number) => RealtimeComment | undefined) {}

  /** How high the drawn rows are, from the top of one to the top of the next. */
  measure(drawn: readonly Row[], end: Element | null): void {
    if (!end) return;
    let next = end.getBoundingClientRect().top;
    for (let at = drawn.length - 1; at >= 0; at--) {
      const top = this.element(drawn[at]!.number)?.getBoundingClientRect().top;
      if (top === undefined) continue;
      this.heights.set(drawn[at]!.number, next - top);
      next = top;
    }
  }

  /** Draw around this row next, wherever the reader is. */
  centreOn(number: number): void {
    this.centre = number;
  }

  /** What is in sight first: the first page is drawn in two goes, so that the reader sees it sooner. Answers true when the second is due. */
  warm(): boolean {
    if (this.isWarm || this.to === 0) return false;
    return this.isWarm = true;
  }

  /** Whether the reader is about to see the edge of what is drawn. */
  isNearEdge(rows: readonly Row[], start: number, view: { top: number; bottom: number }): boolean {
    if (rows.length <= allUpTo) return false;
    const top = start + this.above;
    const bottom = start + this.total(rows, 0, this.to);
    return (this.from > 0 && top > view.top - atLeast) || (this.to < rows.length && bottom < view.bottom + atLeast);
  }

  /** Where the list is going to begin if this row stays where it is, whatever comes above it. */
  startFor(rows: readonly Row[], number: number, top: number): number | null {
    const at = rows.findIndex(row => row.number === number);
    return at < 0 ? null : top - this.total(rows, 0, at);
  }

  /** @param start Where the list begins, in the same measure as the view. */
  choose(rows: readonly Row[], start: number, view: { top: number; bottom: number }): void {
    if (this.isWarm && rows.length <= allUpTo) this.set(rows, 0, rows.length);
    else if (this.centre !== null) this.chooseAround(rows, rows.findIndex(row => row.number === this.centre), view.bottom - view.top);
    else this.chooseIn(rows, start, view.top - around, view.bottom + (this.isWarm ? around : 0));
    this.centre = null;
  }

  private chooseIn(rows: readonly Row[], start: number, top: number, bottom: number): void {
    let from = 0;
    let y = start;
    while (from < rows.length - 1 && y + this.heightOf(rows[from]!) < top) y += this.heightOf(rows[from++]!);
    let to = from;
    while (to < rows.length && y < bottom) y += this.heightOf(rows[to++]!);
    this.set(rows, from, Math.min(Math.max(to, from + 1), rows.length));
  }

  private chooseAround(rows: readonly Row[], at: number, height: number): void {
    const number = Math.max(at, 0);
    const start = -this.total(rows, 0, number);
    this.chooseIn(rows, start, -height - around, height + around);
  }

  private set(rows: readonly Row[], from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.above = this.total(rows, 0, from);
    this.below = this.total(rows, to, rows.length);
  }

  private total(rows: readonly Row[], from: number, to: number): number {
    let total = 0;
    for (let at = from; at < to && at < rows.length; at++) total += this.heightOf(rows[at]!);
    return total;
  }

  private heightOf(row: Row): number {
    return this.heights.get(row.number) ?? guess;
  }
}
