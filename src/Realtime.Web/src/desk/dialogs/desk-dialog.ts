import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { inPlace } from '../../reading/stage.js';
import { refusalOf, type Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import { legendOf } from '../keyboard/legend-view.js';
import { rejectReasons, type Grounds } from '../wire/decisions.js';
import { numberKeys, picked } from './picking.js';
import type { Question } from './questions.js';
import { sanctionFields, sanctionOf } from './sanctioning.js';

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
    return html`<dialog aria-labelledby="asked" class=${question.kind} @close=${() => this.desk.ask(null)} @keydown=${this.pick}>
      <form @submit=${(event: SubmitEvent) => this.submit(event, question)}>${this.body(question)}
        ${this.refusal ? html`<p class="note bad" role="alert">${this.desk.refusalText(this.refusal)}</p>` : nothing}
        ${question.kind === 'legend' ? this.closing('close') : html`<div class="row"><button class="primary" type="submit" ?disabled=${this.isBusy}>${this.doing(question)} <kbd aria-hidden="true">↵</kbd></button>${this.closing('cancel')}</div>`}
      </form></dialog>`;
  }

  private body(question: Question): TemplateResult {
    const { speech } = this.desk;
    switch (question.kind) {
      case 'reject': {
        const n = this.desk.queue.screen.marked.size;
        return html`<h2 id="asked">${question.marked ? speech.say('rejectMany', { n }) : speech.say('rejectWhy', { name: this.desk.queue.current?.author.name ?? '' })}</h2>${this.grounds()}`;
      }
      case 'restore': return html`<h2 id="asked">${speech.say('restoreTitle', { name: question.item.author.name })}</h2><p>${speech.say('restorePublishes')}</p>`;
      case 'sanction': return html`<h2 id="asked">${speech.say(`impose.${question.sanction}`)}: <bdi>${question.person.name}</bdi></h2>
        <p class="muted">${speech.say(`imposeHelp.${question.sanction}`)}</p>${sanctionFields(this.desk, question.sanction)}`;
      case 'undo': return html`<h2 id="asked">${speech.say(question.restore ? 'restoreEverything' : 'rejectEverything')}: <bdi>${question.person.name}</bdi></h2>
        <p class="muted">${speech.say(question.restore ? 'restoreEverythingHelp' : 'rejectEverythingHelp')}</p>${this.grounds()}`;
      case 'mode': return html`<h2 id="asked" dir="auto">${speech.say('modeOf', { title: question.title })}</h2>${this.mode()}`;
      case 'legend': return legendOf(this.desk, this.shortcuts, this.switchShortcuts);
    }
  }

  private doing(question: Question): string {
    const { speech } = this.desk;
    switch (question.kind) {
      case 'reject': return speech.say('reject');
      case 'restore': return speech.say('do.restore');
      case 'sanction': return speech.say(`impose.${question.sanction}`);
      case 'undo': return speech.say(question.restore ? 'restoreEverything' : 'rejectEverything');
      default: return speech.say('save');
    }
  }

  private grounds(): TemplateResult {
    const { speech, rules, queue } = this.desk;
    const broken = queue.reading?.found?.comment.findings?.find(finding => finding.rule !== undefined)?.rule;
    return html`<fieldset class="picks"><legend>${speech.say('reasonFor')}</legend>${rejectReasons.map((reason, at) => html`<label>
        <input type="radio" name="reason" value=${reason} required ?autofocus=${at === 0}><kbd aria-hidden="true">${numberKeys[at]}</kbd> ${speech.say(`rejectReason.${reason}`)}</label>`)}</fieldset>
      ${rules.length === 0 ? nothing : html`<p><label class="stacked">${speech.say('brokenRule')}<select class="field" name="rule"><option value="">${speech.say('noRule')}</option>
        ${rules.map(rule => html`<option value=${rule.number} ?selected=${rule.number === broken}>${this.desk.ruleTitle(rule.number)}</option>`)}</select></label></p>`}
      <p><label class="stacked">${speech.say('noteToAuthor')}<textarea class="field" name="note" rows="2" maxlength="1000" dir="auto"></textarea></label></p>`;
  }

  private mode(): TemplateResult {
    const { speech } = this.desk;
    return html`<fieldset><legend class="unseen">${speech.say('do.mode')}</legend>
      <label><input type="checkbox" name="review" autofocus> ${speech.say('modeReview')}</label>
      <label><input type="checkbox" name="locked"> ${speech.say('modeLocked')}</label>
      <label class="stacked">${speech.say('modeSlow')}<input class="field" type="number" name="slow" min="0" max="86400" step="1" value="0"></label></fieldset>
      <p class="muted small">${speech.say('modeHelp')}</p>`;
  }

  private closing(key: 'close' | 'cancel'): TemplateResult {
    return html`<button type="button" class="secondary" @click=${() => this.dialog?.close()}>${this.desk.speech.say(key)} <kbd aria-hidden="true">esc</kbd></button>`;
  }

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
    this.refusal = await this.answer(question, form);
    this.isBusy = false;
    if (!this.refusal && this.question === question) this.dialog?.close();
  }

  /** Null when it is done, or on its way where the desk itself shows what comes of it. */
  private async answer(question: Question, form: FormData): Promise<Refusal | null> {
    const { desk } = this;
    switch (question.kind) {
      case 'reject':
        this.dialog?.close();
        void (question.marked ? desk.queue.deciding.decideMarked('reject', groundsIn(form)) : desk.queue.deciding.decide('reject', groundsIn(form)));
        return null;
      case 'restore':
        void desk.queue.deciding.takeBack();
        return null;
      case 'sanction': return desk.people.impose(question.person.id, question.person.name, sanctionOf(question.sanction, form));
      case 'undo': return desk.people.undo(question.person.id, { ...groundsIn(form), ...(question.restore ? { restore: true } : {}) });
      case 'mode': return attempt(() => desk.api.setMode(question.article, {
        review: form.has('review'), slowMode: Number(form.get('slow') ?? 0), locked: form.has('locked'),
      }));
      case 'legend': return null;
    }
  }
}

async function attempt(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (failure) {
    return refusalOf(failure);
  }
}

function groundsIn(form: FormData): Grounds {
  const rule = Number(form.get('rule') ?? 0);
  const note = String(form.get('note') ?? '').trim();
  return { reason: String(form.get('reason')), ...(rule > 0 ? { rule } : {}), ...(note ? { note } : {}) };
}

customElements.define('desk-dialog', DeskDialog);
