import type { ThreadApi } from '../wire/thread-api.js';
import type { CommentView, Sort, ThreadPage } from '../wire/views.js';
import type { Placement } from './placement.js';
import type { ThreadStore } from './store.js';

export type Loading = 'none' | 'first' | 'after' | 'before' | 'failed';

/** The pages of the list, in both directions. A page that comes late, for an order that is no longer shown, is dropped. */
export class Pages {
  sort: Sort = 'newest';
  loading: Loading = 'none';
  private after: string | null = null;
  private before: string | null = null;
  private turn = 0;

  constructor(
    private readonly api: ThreadApi, private readonly store: ThreadStore, private readonly placement: Placement, private readonly changed: () => void) {}

  get hasAfter(): boolean {
    return this.after !== null;
  }

  get hasBefore(): boolean {
    return this.before !== null;
  }

  /** A page that came without being asked for: with the page's HTML, or as the answer of `Watch`. */
  begin(page: ThreadPage, sort: Sort): void {
    this.turn++;
    this.sort = sort;
    this.loading = 'none';
    this.store.open(page);
    this.show(page);
  }

  /** The first page of an order. Answers its position; null when it could not be had or is not wanted any more. */
  async first(sort: Sort): Promise<string | null> {
    this.sort = sort;
    return this.load('first', () => this.api.page(sort), page => {
      if (this.store.size === 0) this.store.open(page);
      this.store.takeHead(page);
      this.show(page);
    });
  }

  /** The end of the order of time, where new comments come. */
  async toEnd(): Promise<void> {
    await this.load('first', () => this.api.page('newest'), page => {
      this.placement.clear();
      this.placement.append([...page.comments].reverse(), number => this.store.get(number));
      this.after = null;
      this.before = page.next ?? null;
    });
  }

  async more(): Promise<void> {
    const cursor = this.after;
    if (cursor === null || this.loading !== 'none') return;
    await this.load('after', () => this.api.page(this.sort, cursor), page => {
      this.placement.append(page.comments, number => this.store.get(number));
      this.after = page.next ?? null;
    });
  }

  async earlier(): Promise<void> {
    const cursor = this.before;
    if (cursor === null || this.loading !== 'none') return;
    await this.load('before', () => this.api.page('newest', cursor), page => {
      this.placement.prepend([...page.comments].reverse());
      this.before = page.next ?? null;
    });
  }

  private show(page: ThreadPage): void {
    this.placement.clear();
    const pinned = (page.pinned ?? []).map(number => this.store.get(number)).filter((one): one is CommentView => one !== undefined);
    this.placement.append([...pinned, ...page.comments], number => this.store.get(number));
    this.after = page.next ?? null;
    this.before = null;
  }

  private async load(kind: Loading, ask: () => Promise<ThreadPage>, take: (page: ThreadPage) => void): Promise<string | null> {
    const turn = ++this.turn;
    const since = this.store.mark();
    this.loading = kind;
    this.changed();
    try {
      const page = await ask();
      if (turn !== this.turn) return null;
      this.loading = 'none';
      this.store.merge(page, since);
      take(page);
      this.changed();
      return page.position;
    } catch {
      if (turn !== this.turn) return null;
      this.loading = 'failed';
      this.changed();
      return null;
    }
  }
}
