import { controls, html, LitElement, nothing, ownServer, Person, property, Speech, state, tokens } from '../embed.js';
import type { GetToken } from '../identity/person.js';
import { look } from './look.js';
import { Items, type InboxItem } from './items.js';
import { bell, itemView } from './item-view.js';
import { Post } from './post.js';
import { textsIn } from './texts.js';

/** What a person was told: a bell, and a list behind it. For people who have signed in, and for guests who have a name here. */
export class RealtimeInbox extends LitElement {
  static override styles = [tokens, controls, look];

  @property() site = '';
  @property() server = '';
  @property() token: string | null = null;
  @property({ attribute: false }) getToken: GetToken | null = null;
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property() override lang = '';
  @state() private isOpen = false;
  private readonly items = new Items();
  /** Up to where it had been read when the list was opened: what came after is marked for as long as it is open. */
  private seenThrough = 0;
  private person: Person | null = null;
  private post: Post | null = null;

  get address(): string {
    return (this.server || ownServer()).replace(/\/+$/, '');
  }

  get speech(): Speech {
    return Speech.of(this.lang || this.closest('[lang]')?.getAttribute('lang') || navigator.language);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('site');
    document.addEventListener('realtime-person', this.signIn);
    document.addEventListener('click', this.clicked);
    this.addEventListener('keydown', this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('realtime-person', this.signIn);
    document.removeEventListener('click', this.clicked);
    this.removeEventListener('keydown', this.key);
    this.post?.stop();
    this.post = this.person = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('site') || changed.has('server')) this.begin();
    else if (changed.has('token') || changed.has('getToken')) this.signIn();
  }

  protected override render() {
    if (!this.person?.me) return nothing;
    const { speech, items } = this;
    const texts = textsIn(speech.language);
    const name = items.unread > 0 ? speech.fill(texts.unread, { n: items.unread }) : texts.inbox;
    return html`<div class="inbox" dir=${this.dir || speech.direction} lang=${speech.language} part="inbox">
      <button class="bell" part="bell" aria-expanded=${this.isOpen} aria-controls="items" aria-label=${name} title=${name} @click=${() => this.toggle()}>
        ${bell()}${items.unread > 0 ? html`<span class="count" part="unread" aria-hidden="true">${speech.number(items.unread)}</span>` : nothing}</button>
      <div id="items" class="items" part="items" role="region" aria-label=${texts.inbox} ?hidden=${!this.isOpen}>
        ${items.all.length === 0 ? html`<p class="muted">${texts.empty}</p>`
          : html`<ul>${items.all.map(item => itemView(item, speech, {
            isNew: item.id > this.seenThrough, href: this.addressOf(item), open: event => this.open(event, item),
          }))}</ul>`}
      </div>
      <p class="unseen" role="status" aria-live="polite">${items.unread > 0 && !this.isOpen ? name : nothing}</p>
    </div>`;
  }

  private begin(): void {
    this.post?.stop();
    this.post = null;
    const person = this.person = new Person(`realtime:guest:${this.address}|${this.site}`, () => this.personChanged(person));
    void person.use(this.token, this.getToken);
  }

  /** Anew also when somebody has become a guest in the discussion beside. */
  private readonly signIn = (): void => void this.person?.use(this.token, this.getToken);

  private personChanged(person: Person): void {
    if (person !== this.person) return;
    this.post?.stop();
    this.items.open({ site: this.site, unread: 0, readThrough: 0, items: [] });
    this.post = person.me ? new Post(this.address, this.site, person, view => this.take(() => this.items.open(view)), view => this.take(() => this.items.take(view))) : null;
    void this.post?.connect();
    this.requestUpdate();
  }

  private take(change: () => void): void {
    change();
    if (this.isOpen) this.markRead();
    else this.seenThrough = this.items.readThrough;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('realtime-inbox', { detail: { unread: this.items.unread }, bubbles: true, composed: true }));
  }

  private toggle(isOpen = !this.isOpen): void {
    this.isOpen = isOpen;
    if (isOpen) this.markRead();
    else this.seenThrough = this.items.readThrough;
  }

  private markRead(): void {
    if (this.items.unread > 0) this.post?.read(this.items.newest);
  }

  private addressOf({ article, number }: InboxItem): string | null {
    if (!article || number === undefined) return null;
    const place = `#comment-${number}`;
    return this.isHere(article) ? place : `${this.address}/embed/${encodeURIComponent(this.site)}/${encodeURIComponent(article)}${place}`;
  }

  private isHere(article: string): boolean {
    return [...document.querySelectorAll('realtime-thread')].some(thread => thread.getAttribute('article') === article && thread.getAttribute('site') === this.site);
  }

  /** A page that knows its articles' addresses goes there itself, and prevents the rest. */
  private open(event: Event, { article, number }: InboxItem): void {
    const told = new CustomEvent('realtime-inbox-open', { detail: { article, number }, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(told)) event.preventDefault();
    this.toggle(false);
  }

  private readonly clicked = (event: Event): void => {
    if (this.isOpen && !event.composedPath().includes(this)) this.toggle(false);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOpen) return;
    this.toggle(false);
    this.renderRoot.querySelector<HTMLElement>('.bell')?.focus();
  };
}

customElements.define('realtime-inbox', RealtimeInbox);
