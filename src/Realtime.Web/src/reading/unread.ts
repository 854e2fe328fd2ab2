import { kept } from '../tabs/kept.js';

interface Visit {
  seen: number;
  unread: number[];
}

const mostKept = 500;

/** What is new to this reader: everything behind the last number of the visit before, until it has been on screen. */
export class Unread {
  /** Null on the first visit: then nothing is old or new. */
  private readonly before: Visit | null;
  private readonly read = new Set<number>();
  private known: number;

  constructor(private readonly key: string) {
    this.before = parse(kept.read(key));
    this.known = this.before?.seen ?? 0;
  }

  get isReturning(): boolean {
    return this.before !== null;
  }

  /** On a first visit what is there already is not news. */
  meet(last: number): void {
    if (!this.before && this.known === 0) this.known = last;
  }

  isNew(number: number): boolean {
    if (this.read.has(number)) return false;
    return number > this.known || (this.before?.unread.includes(number) ?? false);
  }

  /** Answers whether that was news. */
  see(number: number): boolean {
    const isNews = this.isNew(number);
    this.read.add(number);
    return isNews;
  }

  /** Ends the visit, or keeps it in case it ends. What was not reached stays new, as far as it is little enough to keep. */
  keep(last: number, numbers: Iterable<number>): void {
    if (last === 0) return;
    const unread = [...numbers].filter(number => this.isNew(number)).sort((a, b) => b - a).slice(0, mostKept);
    kept.write(this.key, JSON.stringify({ seen: Math.max(last, this.known), unread } satisfies Visit));
  }
}

function parse(text: string | null): Visit | null {
  try {
    const visit = JSON.parse(text ?? 'null') as Visit | null;
    return visit && Number.isInteger(visit.seen) && Array.isArray(visit.unread) ? visit : null;
  } catch {
    return null;
  }
}
