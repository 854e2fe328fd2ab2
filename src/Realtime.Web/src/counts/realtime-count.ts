import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Speech } from '../locales/speech.js';
import { ownServer } from '../thread/embedding.js';
import { CountBatches, type CountShown } from './batches.js';

const batches = new CountBatches((url, tell) => {
  const stream = new EventSource(url);
  stream.addEventListener('counts', event => tell(JSON.parse((event as MessageEvent<string>).data) as Record<string, number>));
  return stream;
});

/** How many comments an article has, for front pages. With `bare` the number alone. */
export class RealtimeCount extends LitElement implements CountShown {
  @property() article = '';
  @property({ attribute: 'site' }) siteName = '';
  @property({ attribute: 'server' }) serverAddress = '';
  @property({ type: Boolean }) bare = false;
  @property() override lang = '';
  @state() private count: number | null = null;

  get site(): string {
    return this.siteName;
  }

  get server(): string {
    return (this.serverAddress || ownServer()).replace(/\/+$/, '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    batches.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    batches.remove(this);
  }

  show(count: number): void {
    this.count = count;
  }

  protected override render() {
    if (this.count === null) return html`<slot></slot>`;
    const speech = Speech.of(this.lang || this.closest('[lang]')?.getAttribute('lang') || navigator.language);
    if (this.bare) return html`<span part="count">${speech.number(this.count)}</span>`;
    return this.count === 0 ? nothing : html`<span part="count">${speech.say('comments', { n: this.count })}</span>`;
  }
}

customElements.define('realtime-count', RealtimeCount);
