import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../dialogs/realtime-dialog.js';
import type { GetToken } from '../identity/person.js';
import { Speech } from '../locales/speech.js';
import { Anchor } from '../reading/anchor.js';
import { Geometry, viewOf, type Rows } from '../reading/geometry.js';
import { markedPassage } from '../reading/quoting.js';
import '../reading/realtime-comment.js';
import type { RealtimeComment } from '../reading/realtime-comment.js';
import { Sight } from '../reading/sight.js';
import { Window } from '../reading/window.js';
import type { Question, Stage } from '../reading/stage.js';
import { comments } from '../theme/comments.js';
import { controls } from '../theme/controls.js';
import { layout } from '../theme/layout.js';
import { tokens } from '../theme/tokens.js';
import { refusalOf } from '../wire/refusals.js';
import type { Sort } from '../wire/views.js';
import type { DraftQuote, DraftTarget } from '../writing/drafts.js';
import type { RealtimeComposer } from '../writing/realtime-composer.js';
import { refusalText } from '../writing/refusal-text.js';
import { Announcements } from './announcements.js';
import { Discussion, type DiscussionHost } from './discussion.js';
import { ownServer, pageInHtml, permalinkNumber } from './embedding.js';
import type { Row } from './placement.js';
import { entrance, floating, head, list, notices, tools } from './thread-view.js';
import { Wakefulness } from './wakefulness.js';

/** The discussion of one article, on any page. */
export class RealtimeThread extends LitElement implements DiscussionHost, Stage, Rows {
  static override styles = [tokens, controls, layout, comments];

  @property() site = '';
  @property() article = '';
  @property() server = '';
  @property() sort: Sort = 'newest';
  @property() token: string | null = null;
  @property({ attribute: false }) getToken: GetToken | null = null;
  @property({ type: Boolean }) guests = false;
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property() permalinks: 'on' | 'off' = 'on';
  @property() override lang = '';
  @state() question: Question | null = null;
  @state() composing: DraftTarget | null = null;
  @state() lit: number | null = null;
  @state() backTo: number | null = null;
  @state() now = Date.now();
  @state() showsLoss = false;
  @state() guestTrouble = '';
  @state() private said = '';
  @state() private marked: { quote: DraftQuote; top: number; left: number } | null = null;
  discussion!: Discussion;
  speech = Speech.of('en');
  rows: readonly Row[] = [];
  news: number[] = [];
  readonly reader = new Geometry(this);
  readonly window = new Window(number => this.elements.get(number));
  private readonly anchor = new Anchor(this);
  private readonly elements = new Map<number, RealtimeComment>();
  private readonly announcements = new Announcements(text => { this.said = text; });
  private readonly wakefulness = new Wakefulness(this);
  private sight!: Sight;
  private pendingReveal: { number: number; focus: boolean } | null = null;

  get list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.list');
  }

  element(number: number): RealtimeComment | undefined {
    return this.elements.get(number);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.speech = Speech.of(this.lang || this.closest('[lang]')?.getAttribute('lang') || navigator.language);
    this.sight = new Sight({
      seen: number => { this.discussion.see(number); this.changed(); },
      reachedEnd: () => { if (!this.discussion.focus) void this.discussion.pages.more(); },
      reachedStart: () => { if (!this.discussion.focus) void this.discussion.pages.earlier(); },
    });
    this.begin();
    this.wakefulness.start();
    this.addEventListener('keydown', this.key);
    document.addEventListener('scroll', this.scrolled, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.key);
    document.removeEventListener('scroll', this.scrolled, { capture: true });
    this.wakefulness.stop();
    this.announcements.stop();
    this.sight.stop();
    this.discussion.stop();
  }

  /** Shows the comment with this number, wherever it is. */
  async show(number: number): Promise<void> {
    if (!this.rows.some(row => row.number === number) && !await this.uncover(number)) return;
    this.reveal(number, true);
  }

  // What the discussion asks of the page.

  changed(): void {
    this.requestUpdate();
  }

  arrived(count: number): void {
    this.announcements.arrived(count, n => this.speech.say('announceNew', { n }));
  }

  tell(event: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }

  reveal(number: number, focus = false): void {
    this.pendingReveal = { number, focus };
    this.changed();
  }

  // What the parts of the page ask of the whole.

  compose(target: DraftTarget, quote?: DraftQuote): void {
    this.marked = null;
    if (!this.discussion.me) {
      const entry = this.renderRoot.querySelector<HTMLElement>('.sign-in');
      entry?.scrollIntoView({ block: 'center' });
      (entry?.querySelector('input') ?? entry)?.focus();
      return this.tell('realtime-sign-in', {});
    }

    this.composing = target;
    void this.updateComplete.then(() => {
      const selector = target === 'new' ? 'realtime-composer.first' : `realtime-comment[data-number="${target.split('-')[1]}"] realtime-composer`;
      this.renderRoot.querySelector<RealtimeComposer>(selector)?.begin(quote);
    });
  }

  stopComposing(target: DraftTarget): void {
    if (this.composing === target) this.composing = null;
    const number = Number(target.split('-')[1]);
    if (number) void this.updateComplete.then(() => this.element(number)?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true }));
  }

  jump(to: number, from?: number): void {
    if (from !== undefined) this.backTo = from;
    void this.show(to);
  }

  goBack(): void {
    const to = this.backTo;
    this.backTo = null;
    if (to !== null) void this.show(to);
  }

  ask(question: Question | null): void {
    this.question = question;
  }

  say(text: string): void {
    this.announcements.say(text);
  }

  seeRow(row: LitElement & { number: number }, isThere: boolean): void {
    const comment = row as RealtimeComment;
    if (isThere) this.elements.set(comment.number, comment);
    else if (this.elements.get(comment.number) === comment) this.elements.delete(comment.number);
    this.sight.row(comment, isThere);
  }

  changeSort(sort: Sort): void {
    this.sort = sort;
    this.backTo = null;
  }

  async becomeGuest(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    try {
      this.guestTrouble = '';
      this.discussion.person.beGuest(await this.discussion.api.guest(name));
      this.compose('new');
    } catch (failure) {
      this.guestTrouble = refusalText(refusalOf(failure), this.speech);
    }
  }

  /** The next comment below that is new to the reader, else the first; what waits comes in for it. */
  nextNew(): void {
    const fresh = new Set(this.news);
    const isBelow = (at: number) => at >= this.window.to || (this.element(this.rows[at]!.number)?.getBoundingClientRect().top ?? 0) > innerHeight / 3;
    const next = this.rows.find((row, at) => fresh.has(row.number) && isBelow(at)) ?? this.rows.find(row => fresh.has(row.number));
    if (next) this.reveal(next.number, true);
    else if (this.discussion.arrivals.count > 0) void this.discussion.release(null);
    else if (this.news[0] !== undefined) void this.show(Math.min(...this.news));
    if (next) this.discussion.see(next.number);
  }

  /** Takes up what has been marked in a comment, to quote it. */
  showMarked(): void {
    const found = markedPassage(this.renderRoot as ShadowRoot, this.discussion.store);
    if (!found) {
      if (this.marked) this.marked = null;
      return;
    }

    const home = this.renderRoot.querySelector('.discussion')!.getBoundingClientRect();
    this.marked = { quote: found.quote, top: found.box.bottom - home.top + 6, left: Math.max(0, found.box.left - home.left) };
  }

  /** Goes where the page's address points. */
  followAddress(): void {
    const number = this.permalinks === 'on' ? permalinkNumber(location.hash) : null;
    if (number !== null) void this.show(number);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && this.lang) this.speech = Speech.of(this.lang);
    if (this.hasUpdated && (changed.has('site') || changed.has('article') || changed.has('server'))) this.restart();
    if (this.hasUpdated && (changed.has('token') || changed.has('getToken'))) void this.discussion.person.use(this.token, this.getToken);
    if (this.hasUpdated && changed.has('sort') && this.sort !== this.discussion.pages.sort) void this.discussion.sortBy(this.sort);
    this.news = this.discussion.news();
  }

  protected override update(changed: PropertyValues<this>): void {
    // The rows that are on screen, not those that are to come, tell where the reader is.
    if (this.hasUpdated) this.anchor.take();
    this.chooseRows();
    super.update(changed);
    for (const row of this.elements.values()) row.flush();
    const [above, below] = this.spaces();
    above!.style.blockSize = `${this.window.above}px`;
    below!.style.blockSize = `${this.window.below}px`;
    if (this.pendingReveal) this.goTo();
    else this.anchor.restore();
    this.sight.watchEnds(...this.renderRoot.querySelectorAll('.foot-of-list'));
    if (this.window.warm()) requestAnimationFrame(() => this.requestUpdate());
  }

  private chooseRows(): void {
    const { list, window } = this;
    if (list) window.measure(this.rows.slice(window.from, window.to), this.spaces()[1] ?? null);
    this.rows = this.discussion.rows();
    if (this.pendingReveal && !this.element(this.pendingReveal.number)) window.centreOn(this.pendingReveal.number);
    const view = list ? viewOf(list) : { top: 0, bottom: innerHeight };
    window.choose(this.rows, list?.getBoundingClientRect().top ?? 0, view);
  }

  private spaces(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.space')];
  }

  private readonly scrolled = (): void => {
    const { list } = this;
    if (list && this.window.isNearEdge(this.rows, list.getBoundingClientRect().top, viewOf(list))) this.requestUpdate();
  };

  protected override render() {
    const { speech } = this;
    return html`<section class="discussion" part="discussion" tabindex="-1" dir=${this.dir || speech.direction} lang=${speech.language} aria-label=${speech.say('discussion')}>
      ${head(this)} ${notices(this)} ${entrance(this)} ${tools(this)} ${list(this)} ${floating(this)}
      ${this.marked ? html`<button class="quoting" part="quote-button" @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => this.quoteMarked()}>${speech.say('quoteSelection')}</button>` : nothing}
      <realtime-dialog .stage=${this} .question=${this.question} .language=${speech.language}></realtime-dialog>
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
    </section>`;
  }

  protected override updated(): void {
    const button = this.marked ? this.renderRoot.querySelector<HTMLElement>('.quoting') : null;
    if (!button || !this.marked) return;
    button.style.top = `${this.marked.top}px`;
    button.style.left = `${this.marked.left}px`;
  }

  private begin(): void {
    const server = (this.server || ownServer()).replace(/\/+$/, '');
    this.discussion = new Discussion({ server, site: this.site, article: this.article }, this);
    void this.open(this.discussion);
  }

  private async open(discussion: Discussion): Promise<void> {
    const page = pageInHtml(this);
    const signedIn = discussion.person.use(this.token, this.getToken);
    if (!page) await signedIn;
    await discussion.start(this.sort, page);
    this.followAddress();
  }

  private restart(): void {
    this.discussion.stop();
    this.composing = null;
    this.begin();
  }

  private async uncover(number: number): Promise<boolean> {
    const { discussion } = this;
    if (discussion.arrivals.has(number)) {
      await discussion.release(null);
      return true;
    }

    const folded = discussion.placement.above(number).filter(above => discussion.unfold(above));
    const isInList = discussion.placement.has(number) && discussion.placement.above(number).length <= 4;
    if (isInList && (folded.length > 0 || discussion.focus)) discussion.setFocus(null);
    return isInList || discussion.openBranch(number);
  }

  private goTo(): void {
    const { number, focus } = this.pendingReveal!;
    const row = this.element(number);
    if (!row) return;
    this.pendingReveal = null;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    row.scrollIntoView({ block: 'center', behavior: calm || this.rows.length > 200 ? 'instant' : 'smooth' });
    if (focus) row.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
    this.light(number);
  }

  private light(number: number): void {
    this.lit = number;
    setTimeout(() => { if (this.lit === number) this.lit = null; }, 4000);
  }

  private quoteMarked(): void {
    const quote = this.marked?.quote;
    if (quote) this.compose(`reply-${quote.number}`, quote);
  }

  private readonly key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof Element && target.matches('input, textarea, select'))) return;
    if (event.key === 'n') this.nextNew();
    else if (event.key === 'q' && this.marked) this.quoteMarked();
    else return;
    event.preventDefault();
  };
}

customElements.define('realtime-thread', RealtimeThread);
