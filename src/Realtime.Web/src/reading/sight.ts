import type { RealtimeComment } from './realtime-comment.js';

export interface SightReports {
  /** A comment has been on screen for long enough to be read. */
  seen(number: number): void;
  reachedEnd(): void;
  reachedStart(): void;
}

const toRead = 1000;

/** Watches what comes into sight: for paging in both directions, and for what has been read. */
export class Sight {
  private readonly ends: IntersectionObserver;
  private readonly reading: IntersectionObserver;
  private readonly clocks = new Map<Element, ReturnType<typeof setTimeout>>();

  constructor(private readonly reports: SightReports) {
    this.reading = new IntersectionObserver(entries => this.looked(entries), { threshold: 0.6 });
    this.ends = new IntersectionObserver(entries => this.ended(entries), { rootMargin: '1000px 0px' });
  }

  row(row: RealtimeComment, isThere: boolean): void {
    if (isThere) return this.reading.observe(row);
    this.reading.unobserve(row);
    this.stopClock(row);
  }

  /** The lines at both ends of the list. Observed anew after each page, because a line that stays in sight does not report again. */
  watchEnds(...lines: (Element | null)[]): void {
    this.ends.disconnect();
    for (const line of lines) if (line) this.ends.observe(line);
  }

  stop(): void {
    this.reading.disconnect();
    this.ends.disconnect();
    this.clocks.forEach(clock => clearTimeout(clock));
  }

  private looked(entries: IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const { target } = entry;
      const isRead = entry.isIntersecting || entry.intersectionRect.height > innerHeight / 2;
      if (!isRead) this.stopClock(target);
      else if (!this.clocks.has(target)) this.clocks.set(target, setTimeout(() => this.read(target as RealtimeComment), toRead));
    }
  }

  private read(row: RealtimeComment): void {
    this.clocks.delete(row);
    if (!document.hidden && row.isConnected) this.reports.seen(row.number);
  }

  private stopClock(target: Element): void {
    clearTimeout(this.clocks.get(target));
    this.clocks.delete(target);
  }

  private ended(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      if (target.hasAttribute('data-start')) this.reports.reachedStart();
      else this.reports.reachedEnd();
    }
  }
}
