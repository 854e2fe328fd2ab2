import { html, LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../dialogs/realtime-dialog.js';
import type { GetToken } from '../identity/person.js';
import { Speech } from '../locales/speech.js';
import { Drawing } from '../reading/drawing.js';
import { Geometry, type Rows } from '../reading/geometry.js';
import { Marking } from '../reading/marking.js';
import '../reading/realtime-comment.js';
import type { RealtimeComment } from '../reading/realtime-comment.js';
import { Sight } from '../reading/sight.js';
import { Travel } from '../reading/travel.js';
import { Window } from '../reading/window.js';
import type { Question, Stage } from '../reading/stage.js';
import { comments } from '../theme/comments.js';
import { controls } from '../theme/controls.js';
import { layout } from '../theme/layout.js';
import { tokens } from '../theme/tokens.js';
import { refusalOf, type Refusal } from '../wire/refusals.js';
import type { Sort } from '../wire/views.js';
import type { DraftQuote, DraftTarget } from '../writing/drafts.js';
import type { RealtimeComposer } from '../writing/realtime-composer.js';
import { refusalText } from '../writing/refusal-text.js';
import { Announcements } from './announcements.js';
import { Discussion, type DiscussionHost } from './discussion.js';
import { ownServer, pageInHtml } from './embedding.js';
import type { Row } from './placement.js';
import { entrance, floating, head, list, notices, tools } from './thread-view.js';
import { Wakefulness } from './wakefulness.js';

const composerOf = (target: DraftTarget): string =>
  target === 'new' ? 'realtime-composer.first' : `realtime-comment[data-number="${target.split('-')[1]}"] realtime-composer`;

/** The discussion of one article, on any page. */
export class RealtimeThread extends LitElement implements DiscussionHost, Stage, Rows {
  static override styles = [tokens, controls, layout, comments];

  @property() site = '';
  @property() article = '';
  @property() server = '';
  @property() sort: Sort = 'newest';
  @property() token: string | null = null;
  @property({ attribute: false }) getToken: GetToken | null = null;
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property() permalinks: 'on' | 'off' = 'on';
  @property() override lang = '';
  @state() question: Question | null = null;
  @state() composing: DraftTarget | null = null;
  @state() now = Date.now();
  @state() showsLoss = false;
  @state() guestTrouble = '';
  @state() private said = '';
  discussion!: Discussion;
  speech = Speech.of('en');
  rows: readonly Row[] = [];
  news: number[] = [];
  readonly reader = new Geometry(this);
  readonly window = new Window(number => this.elements.get(number));
  readonly travel = new Travel(this);
  readonly marking = new Marking(this);
  private readonly drawing = new Drawing(this);
  private readonly elements = new Map<number, RealtimeComment>();
  private readonly announcements = new Announcements(text => { this.said = text; });
  private readonly wakefulness = new Wakefulness(this);
  private sight!: Sight;
  private isOpen = false;

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
    this.requestUpdate();
    this.wakefulness.start();
    this.addEventListener('keydown', this.key);
    document.addEventListener('scroll', this.drawing.scrolled, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.key);
    document.removeEventListener('scroll', this.drawing.scrolled, { capture: true });
    this.wakefulness.stop();
    this.announcements.stop();
    this.sight.stop();
    this.discussion?.stop();
    this.isOpen = false;
  }

  /** Shows the comment with this number, wherever it is. */
  show(number: number): Promise<void> {
    return this.travel.show(number);
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

  reveal(number: number): void {
    this.travel.reveal(number, false);
  }

  // What the parts of the page ask of the whole.

  mayRewrite(target: DraftTarget): boolean {
    const { activeElement } = document;
    const isElsewhere = (activeElement !== null && activeElement !== document.body && activeElement !== this) || (this.composing ?? target) !== target;
    return !isElsewhere && !this.renderRoot.querySelector<RealtimeComposer>(composerOf(target))?.body;
  }

  compose(target: DraftTarget, quote?: DraftQuote, refusal?: Refusal): void {
    if (!this.discussion.me) {
      const entry = this.renderRoot.querySelector<HTMLElement>('.sign-in');
      entry?.scrollIntoView({ block: 'center' });
      (entry?.querySelector('input') ?? entry)?.focus();
      return this.tell('realtime-sign-in', {});
    }

    this.composing = target;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<RealtimeComposer>(composerOf(target))?.begin(quote, refusal);
    });
  }

  stopComposing(target: DraftTarget): void {
    if (this.composing === target) this.composing = null;
    const number = Number(target.split('-')[1]);
    if (number) void this.updateComplete.then(() => this.element(number)?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true }));
  }

  jump(to: number, from?: number): void {
    this.travel.jump(to, from);
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
    this.travel.backTo = null;
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lang') && this.lang) this.speech = Speech.of(this.lang);
    // Not when connected: a page may set what it sets right after.
    if (!this.isOpen || changed.has('site') || changed.has('article') || changed.has('server')) this.begin();
    else if (changed.has('token') || changed.has('getToken')) void this.discussion.person.use(this.token, this.getToken);
    else if (changed.has('sort') && this.sort !== this.discussion.pages.sort) void this.discussion.sortBy(this.sort);
    this.news = this.discussion.news();
  }

  protected override update(changed: PropertyValues<this>): void {
    this.drawing.begin();
    super.update(changed);
    for (const row of this.elements.values()) row.flush();
    this.drawing.end();
    this.marking.place();
    this.sight.watchEnds(...this.renderRoot.querySelectorAll('.foot-of-list'));
  }

  protected override render() {
    const { speech } = this;
    return html`<section class="discussion" part="discussion" tabindex="-1" dir=${this.dir || speech.direction} lang=${speech.language}
      aria-label=${speech.say('discussion')}>
      ${head(this)} ${notices(this)} ${entrance(this)} ${tools(this)} ${list(this)} ${floating(this)} ${this.marking.button()}
      <realtime-dialog .stage=${this} .question=${this.question} .language=${speech.language}></realtime-dialog>
      <p class="unseen" role="status" aria-live="polite">${this.said}</p>
    </section>`;
  }

  private begin(): void {
    if (this.isOpen) this.discussion.stop();
    this.isOpen = true;
    this.composing = null;
    const server = (this.server || ownServer()).replace(/\/+$/, '');
    this.discussion = new Discussion({ server, site: this.site, article: this.article }, this);
    void this.open(this.discussion);
  }

  private async open(discussion: Discussion): Promise<void> {
    const page = pageInHtml(this);
    const signedIn = discussion.person.use(this.token, this.getToken);
    if (!page) await signedIn;
    await discussion.start(this.sort, page);
    this.travel.followAddress();
  }

  private readonly key = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof Element && target.matches('input, textarea, select'))) return;
    if (event.key === 'n') this.travel.nextNew();
    else if (event.key === 'q' && this.marking.isThere) this.marking.quote();
    else return;
    event.preventDefault();
  };
}

customElements.define('realtime-thread', RealtimeThread);
