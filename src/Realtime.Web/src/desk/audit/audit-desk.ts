import { refusalOf, type Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import type { AuditEvent, ThreadThen } from '../wire/audit-views.js';

const settling = 250;

/** What happened in a thread, and what its readers had on their screens at any moment of it. */
export class AuditDesk {
  article = '';
  events: readonly AuditEvent[] = [];
  next: string | null = null;
  then: ThreadThen | null = null;
  at = '';
  from = '';
  to = '';
  refusal: Refusal | null = null;
  isLoading = false;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: Desk) {}

  /** The moments between which the slider goes: of the first event and of now. */
  get span(): { first: number; last: number } {
    const times = this.events.map(event => Date.parse(event.at));
    const first = times.length > 0 ? Math.min(...times) : Date.now();
    return { first, last: Math.max(Date.now(), ...times) };
  }

  async open(article: string): Promise<void> {
    this.article = article.trim();
    this.events = [];
    this.then = null;
    this.next = null;
    this.at = new Date().toISOString();
    if (this.article === '') return this.desk.changed();
    await this.read(async () => {
      const trail = await this.desk.api.happened(this.article, this.from || undefined, this.to || undefined);
      [this.events, this.next] = [trail.events, trail.next ?? null];
      this.then = await this.desk.api.threadAt(this.article, this.at);
    });
  }

  async more(): Promise<void> {
    const { next } = this;
    if (next === null) return;
    await this.read(async () => {
      const trail = await this.desk.api.happened(this.article, this.from || undefined, this.to || undefined, next);
      [this.events, this.next] = [[...this.events, ...trail.events], trail.next ?? null];
    });
  }

  async moreComments(): Promise<void> {
    const { then } = this;
    if (!then?.next) return;
    await this.read(async () => {
      const page = await this.desk.api.threadAt(this.article, this.at, then.next);
      if (this.then === then) this.then = { ...page, comments: [...then.comments, ...page.comments] };
    });
  }

  /** Goes to a moment, of an event in the server's own words: it knows shorter times than a script. While the slider moves, only where it comes to rest is asked for. */
  goTo(at: string): void {
    this.at = at;
    this.desk.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(async () => { this.then = await this.desk.api.threadAt(this.article, this.at); }), settling);
  }

  /** To the event before the present moment, or behind it: what readers saw then changes with each. */
  step(by: 1 | -1): void {
    const at = Date.parse(this.at);
    const moments = [...new Set(this.events.map(event => event.at))].sort();
    const next = by > 0 ? moments.find(moment => moment > this.at && Date.parse(moment) >= at) : moments.findLast(moment => moment < this.at && Date.parse(moment) <= at);
    if (next !== undefined) this.goTo(next);
  }

  private async read(work: () => Promise<void>): Promise<void> {
    const asked = ++this.asked;
    this.isLoading = true;
    this.desk.changed();
    try {
      await work();
      this.refusal = null;
    } catch (failure) {
      if (asked === this.asked) this.refusal = refusalOf(failure);
    }
    if (asked === this.asked) this.isLoading = false;
    this.desk.changed();
  }
}
