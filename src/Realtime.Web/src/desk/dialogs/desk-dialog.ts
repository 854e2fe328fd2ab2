import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { inPlace } from '../../reading/stage.js';
import type { Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import { legendOf } from '../keyboard/legend-view.js';
import { answer } from './answering.js';
import { bodyOf, deedOf } from './asking.js';
import { picked } from './picking.js';
import type { Question } from './questions.js';

/** The questions that stand before the desk. Each is answered by keys alone: a digit picks, Enter does it, Escape leaves it. */
export class DeskDialog extends LitElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) question: Question | null = null;
  @property({ type: Boolean }) shortcuts = true;
  @property({ attribute: false }) switchShortcuts: (on: boolean) => void = () => undefined;
  @state() private refusal: Refusal | null = null;
  @state() private isBusy = false;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  protected override createRenderRoot(): HTMLElement {
    return inPlace(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('question')) [this.refusal, this.isBusy] = [null, false];
  }

  protected override updated(): void {
    if (this.question && this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    return html`<dialog aria-labelledby="asked" class=${question.kind} @cancel=${this.cancel} @close=${this.closed} @keydown=${this.pick}>
      <form @submit=${(event: SubmitEvent) => this.submit(event, question)}>${question.kind === 'legend' ? legendOf(this.desk, this.shortcuts, this.switchShortcuts) : bodyOf(this.desk, question)}
        ${this.refusal ? html`<p class="note bad" role="alert">${this.desk.refusalText(this.refusal)}</p>` : nothing}
        ${question.kind === 'legend' ? this.closing('close') : html`<div class="row"><button class="primary" type="submit" ?autofocus=${question.kind === 'brake'} ?disabled=${this.isBusy}>${deedOf(this.desk, question)} <kbd aria-hidden="true">↵</kbd></button>${this.closing('cancel')}</div>`}
      </form></dialog>`;
  }

  private closing(key: 'close' | 'cancel'): TemplateResult {
    return html`<button type="button" class="secondary" @click=${() => this.leave()}>${this.desk.speech.say(key)} <kbd aria-hidden="true">esc</kbd></button>`;
  }

  /** The browser tells of the closing only later; the next key may be pressed before. */
  private leave(): void {
    this.dialog?.close();
    this.desk.ask(null);
  }

  private readonly cancel = (event: Event): void => {
    event.preventDefault();
    this.leave();
  };

  private readonly closed = (): void => {
    if (!this.dialog?.open) this.desk.ask(null);
  };

  private readonly pick = (event: KeyboardEvent): void => {
    // An open question keeps all keys to itself.
    event.stopPropagation();
    const choice = picked(this.dialog, event);
    if (choice) {
      event.preventDefault();
      choice.checked = true;
      choice.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLTextAreaElement && (event.ctrlKey || event.metaKey)) this.dialog?.querySelector('form')?.requestSubmit();
  };

  private async submit(event: SubmitEvent, question: Question): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    const form = new FormData(event.target as HTMLFormElement);
    this.isBusy = true;
    // A decision is shown in the list at once: nothing is to stand before it.
    if (question.kind === 'reject') this.leave();
    const refusal = await answer(this.desk, question, form);
    if (this.question !== question) return;
    [this.refusal, this.isBusy] = [refusal, false];
    if (!refusal) this.leave();
  }
}

customElements.define('desk-dialog', DeskDialog);
