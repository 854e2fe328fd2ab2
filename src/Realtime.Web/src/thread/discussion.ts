import { Follower, type Following } from '../live/follower.js';
import { hubSessions } from '../live/hub.js';
import { Person } from '../identity/person.js';
import { focusRows, openBranch, type Focus } from '../reading/focus.js';
import { Unread } from '../reading/unread.js';
import { Tabs, type TabNews } from '../tabs/tabs.js';
import { Http } from '../wire/http.js';
import type { Refusal } from '../wire/refusals.js';
import { ThreadApi } from '../wire/thread-api.js';
import {
  isPublished, type AuthorView, type CommentView, type SiteView, type Sort, type StandingView, type ThreadChanges, type ThreadPage, type ThreadPresence,
} from '../wire/views.js';
import { Doings } from '../writing/doings.js';
import { Drafts, type DraftQuote, type DraftTarget } from '../writing/drafts.js';
import { Admission } from './admission.js';
import { Arrivals, type ReaderPlace } from './arrivals.js';
import { Pages } from './pages.js';
import { OwnThings } from './own-things.js';
import { Placement, type Row } from './placement.js';
import { ThreadStore } from './store.js';

const standingWait = 3000;
const usual = { editWindow: 900, maxCharacters: 10_000 };

export interface ThreadAddress {
  server: string;
  site: string;
  article: string;
}

/** The page around a discussion: where the reader is, and how things are shown and said. */
export interface DiscussionHost {
  readonly reader: ReaderPlace;
  changed(): void;
  arrived(count: number): void;
  tell(event: string, detail: unknown): void;
  reveal(number: number): void;
  /** Whether a comment may be put back into the place where it was written: its author writes nothing else. */
  mayRewrite(target: DraftTarget): boolean;
  compose(target: DraftTarget, quote?: DraftQuote, refusal?: Refusal): void;
}

/** One thread as one reader has it open: everything but how it looks. */
export class Discussion implements Following {
  readonly store = new ThreadStore();
  readonly placement = new Placement();
  readonly arrivals = new Arrivals();
  readonly collapsed = new Set<number>();
  readonly person: Person;
  readonly api: ThreadApi;
  readonly pages: Pages;
  readonly drafts: Drafts;
  readonly unread: Unread;
  readonly doings: Doings;
  readonly admission: Admission;
  readonly follower: Follower;
  focus: Focus | null = null;
  /** False once a server has said that it has none. */
  knowsAppeals = true;
  isLive = false;
  wasLive = false;
  presence: { readers: number; typing: readonly string[] } = { readers: 0, typing: [] };
  site: SiteView | null = null;
  /** Null while nothing is held against the reader. */
  standing: StandingView | null = null;
  private readonly ownThings = new OwnThings(this);
  private readonly tabs: Tabs;
  private isStarted = false;
  private forgiving: ReturnType<typeof setTimeout> | undefined;
  private folds = 0;
  private drawn: { key: string; focus: Focus | null; rows: readonly Row[] } = { key: '', focus: null, rows: [] };
  private readonly rowsBefore = new Map<number, Row>();

  constructor(readonly address: ThreadAddress, readonly host: DiscussionHost) {
    const name = `${address.server}|${address.site}/${address.article}`;
    this.person = new Person(`realtime:guest:${address.server}|${address.site}`, () => this.personChanged());
    this.api = new ThreadApi(new Http(address.server, this.person), address.site, address.article);
    this.pages = new Pages(this.api, this.store, this.placement, () => this.host.changed());
    this.drafts = new Drafts(name);
    this.unread = new Unread(`realtime:visit:${name}`);
    this.admission = new Admission(this.store, this.placement, this.arrivals, this.pages, host.reader);
    this.follower = new Follower(hubSessions(address, this.person), this);
    this.tabs = new Tabs(`realtime:${name}`, news => this.hear(news));
    this.doings = new Doings(this, this.tabs);
  }

  get me(): AuthorView | null {
    return this.person.me;
  }

  get limits(): Pick<SiteView, 'editWindow' | 'maxCharacters'> {
    return this.site ?? usual;
  }

  /** Whether anybody may write here at the moment. */
  get isOpen(): boolean {
    return !this.store.head.closed && !this.site?.locked;
  }

  get mayWrite(): boolean {
    return this.isOpen && this.standing === null;
  }

  get takesGuests(): boolean {
    return this.site !== null && this.site.guests !== 'off';
  }

  /** Begins with the page that came with the HTML, if one did. */
  async start(sort: Sort, page: ThreadPage | null): Promise<void> {
    this.pages.sort = sort;
    if (page && sort === 'newest') this.show(page);
    const position = page && sort === 'newest' ? page.position : await this.first(sort);
    this.unread.meet(this.store.last);
    this.isStarted = true;
    this.follower.start(position);
    if (page && this.me) await this.ownThings.load();
    this.host.changed();
  }

  stop(): void {
    this.keepVisit();
    this.follower.stop();
    this.ownThings.stop();
    clearTimeout(this.forgiving);
    this.tabs.close();
  }

  async sortBy(sort: Sort): Promise<void> {
    this.focus = null;
    this.arrivals.clear();
    await this.first(sort);
  }

  async reload(): Promise<void> {
    const position = await this.first(this.pages.sort);
    if (position && this.follower.position === null) this.follower.start(position);
  }

  /** The rows as they are now; a row that has not changed is the same object as before. */
  rows(): readonly Row[] {
    const key = `${this.placement.version}|${this.folds}`;
    if (key === this.drawn.key && this.focus === this.drawn.focus && this.focus?.kind !== 'pair') return this.drawn.rows;
    this.drawn = { key, focus: this.focus, rows: this.makeRows() };
    return this.drawn.rows;
  }

  private makeRows(): Row[] {
    const rows = this.focus
      ? focusRows(this.focus, this.store, this.placement, this.collapsed)
      : this.placement.rows(this.collapsed, number => this.store.get(number));
    return rows.map(row => {
      const before = this.rowsBefore.get(row.number);
      const same = before && before.depth === row.depth && before.fold === row.fold && before.hidden === row.hidden && before.orphan === row.orphan;
      if (same) return before;
      this.rowsBefore.set(row.number, row);
      return row;
    });
  }

  /** Shows a comment with the conversation around it. Answers false when there is no such comment. */
  async openBranch(number: number): Promise<boolean> {
    try {
      this.focus = await openBranch(number, this.store, this.placement, this.api);
    } catch {
      return false;
    }
    this.host.changed();
    return true;
  }

  setFocus(focus: Focus | null): void {
    this.focus = focus;
    this.host.changed();
  }

  toggle(number: number): void {
    if (!this.unfold(number)) this.collapsed.add(number);
    this.folds++;
    this.host.changed();
  }

  /** Answers whether it was folded. */
  unfold(number: number): boolean {
    this.folds++;
    return this.collapsed.delete(number);
  }

  async release(parent: number | null): Promise<void> {
    if (parent === null) this.focus = null;
    const came = parent === null ? await this.admission.release() : this.admission.releaseReplies(parent);
    this.host.changed();
    const first = parent === null && this.pages.sort !== 'oldest' ? came.at(-1) : came[0];
    if (first !== undefined) this.host.reveal(first);
  }

  /** Comments that are new to the reader, in no order. */
  news(): number[] {
    const news: number[] = [];
    for (const comment of this.store.all()) if (this.isNews(comment)) news.push(comment.number);
    return news;
  }

  isNews(comment: CommentView): boolean {
    return isPublished(comment) && comment.author?.id !== this.me?.id && this.unread.isNew(comment.number);
  }

  see(number: number): void {
    if (this.unread.see(number)) this.tabs.tell({ kind: 'read', numbers: [number] });
  }

  keepVisit(): void {
    this.unread.keep(this.store.last, this.news());
  }

  // What the follower tells.

  opened(page: ThreadPage): void {
    if (this.pages.sort === 'newest') this.show(page);
    else void this.first(this.pages.sort);
    this.unread.meet(this.store.last);
    this.host.changed();
  }

  moved(frame: ThreadChanges): void {
    const mine = this.ownThings.own();
    const fresh = this.store.apply(frame);
    let waiting = 0;
    for (const comment of fresh) if (!this.doings.isOwnReturning(comment) && !this.admission.admit(comment)) waiting++;
    for (const change of frame.changes) if (change.type === 'removed' && change.comment) this.arrivals.drop(change.comment.number);
    this.ownThings.meet(frame, mine);
    const others = fresh.filter(comment => comment.author?.id !== this.me?.id).length;
    if (others > 0) this.host.arrived(others);
    this.host.changed();
    this.host.tell('realtime-changed', { position: frame.position, commentCount: frame.commentCount, waiting });
  }

  presenceChanged(presence: ThreadPresence): void {
    this.presence = { readers: presence.readers, typing: presence.typing.filter(name => name !== this.me?.name) };
    this.host.changed();
  }

  siteChanged(site: SiteView): void {
    this.site = site;
    this.host.changed();
  }

  standingChanged(standing: StandingView): void {
    clearTimeout(this.forgiving);
    this.standing = standing.state === 'good' ? null : standing;
    this.host.changed();
  }

  live(isLive: boolean): void {
    if (isLive && !this.isLive) {
      this.doings.outbox.retryFailed();
      // A new connection is told at once what is in force; what ended meanwhile, it is not told.
      if (this.standing) this.forgiving = setTimeout(() => this.standingChanged({ site: this.address.site, state: 'good' }), standingWait);
    }

    this.isLive = isLive;
    this.wasLive ||= isLive;
    this.host.changed();
  }

  private show(page: ThreadPage): void {
    this.arrivals.clear();
    this.pages.begin(page, 'newest');
  }

  private async first(sort: Sort): Promise<string | null> {
    const position = await this.pages.first(sort);
    this.ownThings.place();
    return position;
  }

  private personChanged(): void {
    this.store.forgetOwn();
    this.standing = null;
    this.follower.connect();
    // Whom the one before them did not want to read, they may.
    if (this.isStarted) void this.first(this.pages.sort).then(() => this.host.changed());
    this.host.changed();
    this.host.tell('realtime-person', { me: this.me, expired: this.person.expired });
  }

  private hear(news: TabNews): void {
    switch (news.kind) {
      case 'read': news.numbers.forEach(number => this.unread.see(number)); break;
      case 'guest': break;
      default: if (news.by === this.me?.id) this.doings.hear(news);
    }
    this.host.changed();
  }
}
