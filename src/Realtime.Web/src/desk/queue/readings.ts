import { refusalOf, type Refusal } from '../../wire/refusals.js';
import type { ModeratedInContext } from '../wire/decisions.js';
import { keyOf, type ItemContext, type QueueItem } from '../wire/queue-views.js';
import { plainWords } from './excerpts.js';

export interface Reading {
  revision: number;
  found: ItemContext | null;
  refusal: Refusal | null;
}

/** A comment, in the revision that is at least wanted. */
type Asked = Pick<QueueItem, 'article' | 'number' | 'revision'>;

const most = 600;
const mostBeginnings = 3000;
const atOnce = 4;

/** The words of queued comments, read from their threads when somebody looks at them and kept for a while. */
export class Readings {
  private readonly known = new Map<string, Reading>();
  private readonly beginnings = new Map<string, { revision: number; words: string }>();
  private readonly asked = new Map<string, Promise<Reading>>();
  private readonly line: (() => void)[] = [];
  private running = 0;

  constructor(private readonly read: (item: Asked) => Promise<ModeratedInContext>, private readonly changed: () => void) {}

  /** What is known of the present revision; null when nothing is yet. */
  of(item: Asked): Reading | null {
    const reading = this.known.get(keyOf(item));
    return reading && reading.revision >= item.revision ? reading : null;
  }

  /** Reads what is not known yet; `anew` reads it in any case, ahead of what merely passes by. */
  async get(item: Asked, anew = false): Promise<Reading> {
    const key = keyOf(item);
    const known = anew ? null : this.of(item);
    if (known && !known.refusal) return known;
    let asking = anew ? undefined : this.asked.get(key);
    if (!asking) {
      asking = this.ask(item, anew).finally(() => { if (this.asked.get(key) === asking) this.asked.delete(key); });
      this.asked.set(key, asking);
    }
    return asking;
  }

  /** What came along with a page: beginnings, or the whole of one that was asked for. */
  take(items: readonly QueueItem[]): void {
    for (const item of items) {
      if (item.context) this.keep(item, { revision: item.context.comment.revision, found: item.context, refusal: null });
      if (item.excerpt !== undefined) retain(this.beginnings, mostBeginnings, keyOf(item), { revision: item.revision, words: item.excerpt });
    }
  }

  /** How the words begin; null while that is not known of the present revision. */
  beginning(item: Asked): string | null {
    const begun = this.beginnings.get(keyOf(item));
    if (begun && begun.revision >= item.revision) return begun.words;
    const found = this.of(item)?.found;
    return found ? plainWords(found.comment) : null;
  }

  private async ask(item: Asked, first: boolean): Promise<Reading> {
    if (!first && this.running >= atOnce) await new Promise<void>(resolve => this.line.push(resolve));
    this.running++;
    try {
      const found = await this.read(item);
      const before = this.known.get(keyOf(item))?.found;
      return this.keep(item, { revision: found.comment.revision, found: { ...before, ...found }, refusal: null });
    } catch (failure) {
      return this.keep(item, { revision: item.revision, found: null, refusal: refusalOf(failure) });
    } finally {
      this.running--;
      this.line.shift()?.();
    }
  }

  private keep(item: Asked, reading: Reading): Reading {
    retain(this.known, most, keyOf(item), reading);
    this.changed();
    return reading;
  }
}

/** The oldest make room. */
function retain<T>(map: Map<string, T>, limit: number, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) if (map.size > limit) map.delete(oldest); else break;
}
