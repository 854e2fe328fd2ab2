import type { RealtimeDesk } from '../realtime-desk.js';

/** Keeps the list where it is under the moderator: what comes and goes above does not move what they look at, and the item they go to is in sight. */
export class Standing {
  private held: { key: string; top: number } | null = null;
  private at: string | null = null;
  private readonly sight = new IntersectionObserver(entries => this.see(entries));
  private readonly watched = new WeakSet<Element>();

  constructor(private readonly page: RealtimeDesk) {}

  /** At the beginning of the list, where whatever comes may be shown at once: nothing above is pushed away. */
  get isAtTop(): boolean {
    const { rows } = this;
    return rows === null || (rows.scrollTop < 4 && (this.page.desk?.queue.screen.place ?? 0) === 0 && this.page.desk?.queue.screen.at === null);
  }

  before(): void {
    const { rows } = this;
    const row = rows && [...rows.children].find(one => one.getBoundingClientRect().bottom > rows.getBoundingClientRect().top);
    const key = row?.getAttribute('data-key');
    this.held = row && key ? { key, top: row.getBoundingClientRect().top } : null;
  }

  after(): void {
    const { rows } = this;
    if (!rows) return;
    for (const row of rows.children) this.watch(row);
    const here = this.page.desk?.queue.screen.at ?? null;
    const row = here === null ? null : this.rowOf(rows, here);
    if (here !== this.at && row) row.scrollIntoView({ block: 'nearest' });
    else if (this.held) {
      const still = this.rowOf(rows, this.held.key);
      if (still) rows.scrollTop += still.getBoundingClientRect().top - this.held.top;
    }
    this.at = here;
  }

  private get rows(): HTMLElement | null {
    return this.page.renderRoot?.querySelector?.<HTMLElement>('.rows') ?? null;
  }

  private rowOf(rows: HTMLElement, key: string): Element | null {
    return [...rows.children].find(row => row.getAttribute('data-key') === key) ?? null;
  }

  private watch(row: Element): void {
    if (this.watched.has(row)) return;
    this.watched.add(row);
    this.sight.observe(row);
  }

  /** The words of what comes in sight, where no page has brought their beginning. */
  private see(entries: readonly IntersectionObserverEntry[]): void {
    const queue = this.page.desk?.queue;
    for (const entry of entries) {
      const item = entry.isIntersecting ? queue?.screen.items.get(entry.target.getAttribute('data-key') ?? '') : undefined;
      if (item && queue!.readings.beginning(item) === null) void queue!.readings.get(item);
    }
  }
}
