import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { inPlace, type Question, type Stage } from '../reading/stage.js';
import { refusalOf, type Refusal } from '../wire/refusals.js';
import type { PolicyRule } from '../wire/views.js';
import { refusalText } from '../writing/refusal-text.js';

const reasons = ['offensive', 'abusive', 'spam', 'off_topic', 'illegal', 'other'];

/** The questions that stand before the page: a report, a removal, the discussion policy. */
export class RealtimeDialog extends LitElement {
  @property({ attribute: false }) stage!: Stage;
  @property({ attribute: false }) question: Question | null = null;
  @property({ attribute: false }) language = '';
  @state() private refusal: Refusal | null = null;
  @state() private isDone = false;
  @state() private rules: readonly PolicyRule[] | null = null;
  @state() private ignored: readonly string[] = [];
  @query('dialog') private dialog!: HTMLDialogElement | null;

  protected override createRenderRoot(): HTMLElement {
    return inPlace(this);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('question') || !this.question) return;
    this.refusal = null;
    this.isDone = false;
    if (this.question.kind === 'policy') void this.loadRules();
    if (this.question.kind === 'ignored') void this.loadIgnored();
  }

  protected override updated(): void {
    if (this.question && this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    const { question } = this;
    if (!question) return nothing;
    const body = this.body(question);
    return html`<dialog part="dialog" aria-labelledby="question" @close=${() => this.stage.ask(null)}>${body}</dialog>`;
  }

  private body(question: Question): TemplateResult {
    switch (question.kind) {
      case 'policy': return this.policy();
      case 'ignored': return this.people();
      case 'report': return this.report(question.number);
      case 'appeal': return this.appeal(question.number);
      default: return this.removal(question.number);
    }
  }

  private appeal(number: number): TemplateResult {
    const { speech } = this.stage;
    if (this.isDone) return html`<h2 id="question">${speech.say('reportThanks')}</h2>${this.closing('close')}`;
    return html`<form @submit=${(event: SubmitEvent) => this.sendAppeal(event, number)}>
      <h2 id="question">${speech.say('appealTitle', { n: number })}</h2>
      ${this.ownWords()} ${this.trouble()}
      <div class="row"><button class="primary" type="submit">${speech.say('appeal')}</button>${this.closing('cancel')}</div>
    </form>`;
  }

  private people(): TemplateResult {
    const { speech, discussion } = this.stage;
    return html`<h2 id="question">${speech.say('ignoredPeople')}</h2>
      ${this.ignored.map(id => html`<p class="row"><bdi>${discussion.doings.nameOf(id)}</bdi>
        <button class="secondary push" @click=${() => this.heed(id)}>${speech.say('readAgain')}</button></p>`)}
      ${this.trouble()} ${this.closing('close')}`;
  }

  private ownWords(): TemplateResult {
    return html`<p><label class="stacked">${this.stage.speech.say('reportDetail')}<textarea class="field" name="detail" rows="3" maxlength="1000" dir="auto"></textarea></label></p>`;
  }

  private report(number: number): TemplateResult {
    const { speech } = this.stage;
    if (this.isDone) return html`<h2 id="question">${speech.say('reportThanks')}</h2>${this.closing('close')}`;
    return html`<form @submit=${(event: SubmitEvent) => this.sendReport(event, number)}>
      <h2 id="question">${speech.say('reportTitle', { n: number })}</h2>
      <fieldset><legend>${speech.say('reportWhy')}</legend>
        ${reasons.map((reason, at) => html`<label>
          <input type="radio" name="reason" value=${reason} required ?autofocus=${at === 0}>${speech.trySay(`reason.${reason}`)}</label>`)}
      </fieldset>
      ${this.ownWords()} ${this.trouble()}
      <div class="row"><button class="primary" type="submit">${speech.say('reportSend')}</button>${this.closing('cancel')}</div>
    </form>`;
  }

  private removal(number: number): TemplateResult {
    const { speech } = this.stage;
    return html`<h2 id="question">${speech.say('removeTitle')}</h2>
      <p>${speech.say('removeText')}</p>
      ${this.trouble()}
      <div class="row"><button class="primary" @click=${() => this.takeAway(number)}>${speech.say('remove')}</button>${this.closing('cancel')}</div>`;
  }

  private policy(): TemplateResult {
    const { speech } = this.stage;
    return html`<h2 id="question">${speech.say('policy')}</h2>
      ${this.rules === null ? html`<p class="muted">${speech.say('loading')}</p>`
        : this.rules.length === 0 ? html`<p>${speech.say('policyEmpty')}</p>`
        : html`<ol>${this.rules.map(rule => html`<li value=${rule.number} dir="auto"><strong>${rule.title}</strong><p>${rule.text}</p></li>`)}</ol>`}
      ${this.closing('close')}`;
  }

  private closing(key: 'close' | 'cancel'): TemplateResult {
    return html`<button type="button" class="secondary" @click=${() => this.dialog?.close()}>${this.stage.speech.say(key)}</button>`;
  }

  private trouble(): TemplateResult | typeof nothing {
    return this.refusal ? html`<p class="note bad" role="alert">${refusalText(this.refusal, this.stage.speech)}</p>` : nothing;
  }

  private async sendReport(event: SubmitEvent, number: number): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.refusal = await this.stage.discussion.doings.report(number, String(form.get('reason')), String(form.get('detail') ?? '').trim());
    this.isDone = this.refusal === null;
  }

  private async sendAppeal(event: SubmitEvent, number: number): Promise<void> {
    event.preventDefault();
    const { discussion } = this.stage;
    this.refusal = await discussion.doings.appeal(number, String(new FormData(event.target as HTMLFormElement).get('detail')).trim());
    this.isDone = this.refusal === null;
    if (this.refusal?.code === 'not_found') discussion.knowsAppeals = false;
  }

  private async heed(id: string): Promise<void> {
    const { doings } = this.stage.discussion;
    this.refusal = await doings.ignore({ id, name: doings.nameOf(id) }, false);
    if (!this.refusal) this.ignored = this.ignored.filter(one => one !== id);
  }

  private async loadIgnored(): Promise<void> {
    try {
      this.ignored = await this.stage.discussion.api.ignored();
    } catch (failure) {
      this.refusal = refusalOf(failure);
    }
  }

  private async takeAway(number: number): Promise<void> {
    this.refusal = await this.stage.discussion.doings.remove(number);
    if (!this.refusal) this.dialog?.close();
  }

  private async loadRules(): Promise<void> {
    try {
      this.rules = (await this.stage.discussion.api.policy()).rules;
    } catch {
      this.rules ??= [];
    }
  }
}

customElements.define('realtime-dialog', RealtimeDialog);
