import { html, nothing, type TemplateResult } from 'lit';
import type { RealtimeThread } from '../thread/realtime-thread.js';
import type { DraftQuote } from '../writing/drafts.js';
import { markedPassage } from './quoting.js';

/** The button that appears beside marked words of a comment. */
export class Marking {
  private marked: { quote: DraftQuote; top: number; left: number } | null = null;

  constructor(private readonly thread: RealtimeThread) {}

  get isThere(): boolean {
    return this.marked !== null;
  }

  /** Takes up what has been marked, or that it is marked no more. */
  look(): void {
    const root = this.thread.renderRoot as ShadowRoot;
    const found = markedPassage(root, this.thread.discussion.store);
    if (!found && !this.marked) return;
    const home = root.querySelector('.discussion')!.getBoundingClientRect();
    this.marked = found && { quote: found.quote, top: found.box.bottom - home.top + 6, left: Math.max(0, found.box.left - home.left) };
    this.thread.requestUpdate();
  }

  quote(): void {
    const { quote } = this.marked ?? {};
    this.marked = null;
    if (quote) this.thread.compose(`reply-${quote.number}`, quote);
  }

  button(): TemplateResult | typeof nothing {
    return this.marked ? html`<button class="quoting" part="quote-button" @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.quote()}>
      ${this.thread.speech.say('quoteSelection')}</button>` : nothing;
  }

  /** Not in the template: a style attribute would need a policy that allows inline styles. */
  place(): void {
    const button = this.thread.renderRoot.querySelector<HTMLElement>('.quoting');
    if (!button || !this.marked) return;
    button.style.top = `${this.marked.top}px`;
    button.style.left = `${this.marked.left}px`;
  }
}
