import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { GetToken } from '../identity/person.js';
import { kept } from '../tabs/kept.js';
import { ownServer } from '../thread/embedding.js';
import { controls } from '../theme/controls.js';
import { tokens } from '../theme/tokens.js';
import { addressOf, placeIn } from './addresses.js';
import { auditView } from './audit/audit-view.js';
import { Desk, type DeskHost, type View } from './desk.js';
import './dialogs/desk-dialog.js';
import { developmentToken, keptToken, tokenFrom } from './identity/sign-in.js';
import { signInView } from './identity/sign-in-view.js';
import { caps } from './keyboard/buttons.js';
import { perform, type Page } from './keyboard/deeds.js';
import { Keyboard, strokesOf, type Doing } from './keyboard/keys.js';
import { DeskSpeech } from './locales/speech.js';
import { peopleView } from './people/people-view.js';
import { policyView } from './policy/policy-view.js';
import { actionColumn } from './queue/action-view.js';
import { itemColumn } from './queue/item-view.js';
import { listColumn } from './queue/list-view.js';
import { Standing } from './queue/standing.js';
import { frame } from './theme/frame.js';
import { queueStyle } from './theme/queue.js';

const tick = 15_000;
const shortcutsKey = 'realtime-desk-keys';
const going: Record<View, Doing> = { queue: 'goQueue', people: 'goPeople', policy: 'goPolicy', audit: 'goAudit' };

/** The moderators' desk of one site. */
export class RealtimeDesk extends LitElement implements DeskHost, Page {
  static override styles = [tokens, controls, frame, queueStyle];

  @property() site = '';
  @property() server = '';
  @property({ attribute: false }) getToken: GetToken | null = null;
  @property({ type: Boolean }) development = false;
  /** The page's address names the comment that is open (`#article/7`): for a page that is the desk's alone. */
  @property({ type: Boolean }) addressed = false;
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property() override lang = '';
  @state() private now = Date.now();
  @state() private isAsking = true;
  @state() private hasFailed = false;
  @state() private shortcuts = kept.read(shortcutsKey) !== 'off';
  desk: Desk | null = null;
  speech = new DeskSpeech('en');
  private readonly keyboard = new Keyboard();
  private readonly standing = new Standing(this);
  /** Until it is known what the address names, it stays as it is. */
  private isDirecting = true;
  private clock: ReturnType<typeof setInterval> | undefined;

  get isListAtTop(): boolean {
    return this.standing.isAtTop;
  }

  changed(): void {
    this.requestUpdate();
  }

  signedOut(): void {
    [this.hasFailed, this.isAsking] = [true, false];
  }

  focusFilter(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input.filter')?.focus();
  }

  leave(): boolean {
    const field = (this.renderRoot as ShadowRoot).activeElement;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) return false;
    field.blur();
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.speech = new DeskSpeech(this.lang || this.closest('[lang]')?.getAttribute('lang') || navigator.language);
    this.dir = this.speech.direction;
    this.clock = setInterval(() => { this.now = Date.now(); }, tick);
    addEventListener('keydown', this.pressed);
    addEventListener('pointerdown', this.touched);
    addEventListener('online', this.reconnect);
    addEventListener('pagehide', this.leaving);
    addEventListener('hashchange', this.directed);
    document.addEventListener('visibilitychange', this.reconnect);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    removeEventListener('keydown', this.pressed);
    removeEventListener('pointerdown', this.touched);
    removeEventListener('online', this.reconnect);
    removeEventListener('pagehide', this.leaving);
    removeEventListener('hashchange', this.directed);
    document.removeEventListener('visibilitychange', this.reconnect);
    this.desk?.stop();
    this.desk = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    this.standing.before();
    if (this.isConnected && (!this.desk || changed.has('site') || changed.has('server') || changed.has('getToken'))) void this.begin();
  }

  protected override updated(): void {
    this.standing.after();
    if (this.addressed && this.desk?.person.me && !this.isDirecting) this.tellAddress(this.desk);
  }

  /** Somebody else, or another site: a desk of its own. */
  private async begin(): Promise<void> {
    this.desk?.stop();
    const desk = new Desk(this, (this.server || ownServer()).replace(/\/$/, ''), this.site);
    this.desk = desk;
    [this.isAsking, this.isDirecting] = [true, true];
    await desk.person.use(null, ({ renew }) => tokenFrom(this.getToken, renew));
    if (this.desk !== desk) return;
    this.isAsking = false;
    if (desk.person.me) {
      desk.start();
      this.directed();
    }
    this.requestUpdate();
  }

  private signIn(token: string | null): void {
    keptToken.write(token);
    this.hasFailed = false;
    void this.begin().then(() => { if (token !== null && !this.desk?.person.me) this.hasFailed = true; });
  }

  private async become(id: string, name: string, roles: readonly string[]): Promise<void> {
    this.signIn(await developmentToken(this.desk!.server, id, name, roles));
  }

  private signOut(): void {
    this.desk?.stop();
    this.signIn(null);
  }

  protected override render() {
    const { desk, speech } = this;
    if (!desk?.person.me) {
      return signInView({
        speech, site: this.site, isDevelopment: this.development, isAsking: this.isAsking, hasFailed: this.hasFailed,
        signIn: token => this.signIn(token), become: (id, name, roles) => void this.become(id, name, roles),
      });
    }
    return html`${this.head(desk)}<main class=${desk.view} aria-label=${speech.say(`view.${desk.view}`)}>${this.body(desk)}</main>
      ${this.notices(desk)}
      <desk-dialog .desk=${desk} .question=${desk.question} .shortcuts=${this.shortcuts} .switchShortcuts=${(on: boolean) => this.turn(on)}></desk-dialog>`;
  }

  private body(desk: Desk): TemplateResult {
    const press = (doing: Doing): void => perform(desk, this, doing);
    if (!desk.views.includes(desk.view)) return html`<p class="empty" role="status">${this.speech.say('deskRefusal.not_allowed')}</p>`;
    switch (desk.view) {
      case 'queue': return html`${listColumn(desk, this.now, press)}${itemColumn(desk, this.now, press)}${actionColumn(desk, this.now, press)}`;
      case 'people': return peopleView(desk, this.now, press);
      case 'policy': return policyView(desk, press);
      case 'audit': return auditView(desk);
    }
  }

  private head(desk: Desk): TemplateResult {
    const { speech } = this;
    const { isLive, refusal } = desk.queue;
    return html`<header class="top"><h1>${speech.say('desk')}</h1><span class="site" dir="auto">${this.site}</span>
      <nav aria-label=${speech.say('views')}>${desk.views.map(view => html`<button aria-current=${desk.view === view ? 'page' : nothing} @click=${() => desk.go(view)}>
        ${speech.say(`view.${view}`)} ${caps(strokesOf(going[view]))}</button>`)}</nav>
      ${desk.may('readQueue') ? html`<span class="connection push ${isLive ? '' : 'lost'}" role="status"><span class="dot" aria-hidden="true"></span>${refusal ? desk.refusalText(refusal) : speech.say(isLive ? 'live' : 'reconnecting')}</span>` : html`<span class="push"></span>`}
      <bdi class="me">${desk.person.me!.name}</bdi><button class="quiet small" @click=${() => this.signOut()}>${speech.say('signOut')}</button></header>`;
  }

  private notices(desk: Desk): TemplateResult {
    return html`<div class="notices" role="log" aria-live="polite" aria-label=${this.speech.say('notices')}>${desk.notices.all.map(notice => html`<p class=${notice.tone}>
      <span>${notice.text}</span><button class="quiet" aria-label=${this.speech.say('close')} @click=${() => desk.notices.drop(notice.id)}><span aria-hidden="true">×</span></button></p>`)}</div>`;
  }

  private turn(on: boolean): void {
    this.shortcuts = on;
    kept.write(shortcutsKey, on ? 'on' : 'off');
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const { desk } = this;
    desk?.queue.claims.touch();
    if (!desk?.person.me || desk.question || event.defaultPrevented || event.repeat && event.key !== 'j' && event.key !== 'k') return;
    const target = event.composedPath()[0];
    const isWriting = target instanceof HTMLInputElement && target.type !== 'checkbox' || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
    if (isWriting ? event.key !== 'Escape' : !this.shortcuts && event.key !== 'Escape' && event.key !== '?') return;
    const doing = this.keyboard.read(event);
    if (doing) {
      event.preventDefault();
      perform(desk, this, doing);
    }
  };

  private readonly touched = (): void => this.desk?.queue.claims.touch();

  private readonly reconnect = (): void => {
    this.now = Date.now();
    if (!document.hidden && this.desk?.person.me && !this.desk.queue.isLive && !this.desk.queue.refusal) this.desk.queue.follower.connect();
  };

  /** Somebody has followed a link to a comment, or typed one. */
  private readonly directed = (): void => {
    const place = this.addressed ? placeIn(location.hash) : null;
    const isNews = place !== null && this.desk?.person.me && addressOf(this.desk.queue.current) !== location.hash;
    this.isDirecting = true;
    void (isNews ? this.desk!.show(place) : Promise.resolve()).finally(() => {
      this.isDirecting = false;
      this.requestUpdate();
    });
  };

  /** No entry of its own in the browser's history: back leads out of the desk, not through what is decided. */
  private tellAddress({ queue }: Desk): void {
    const address = addressOf(queue.current);
    if (address !== location.hash) history.replaceState(history.state, '', address || `${location.pathname}${location.search}`);
  }

  private readonly leaving = (): void => this.desk?.queue.claims.leave();
}

customElements.define('realtime-desk', RealtimeDesk);
