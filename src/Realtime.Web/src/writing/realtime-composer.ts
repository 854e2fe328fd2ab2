import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { inPlace, type Stage } from '../reading/stage.js';
import { sanitize } from '../reading/sanitizer.js';
import { refusalOf, Refused, type Refusal } from '../wire/refusals.js';
import type { AuthorView, CommentView } from '../wire/views.js';
import { countCharacters } from './characters.js';
import { composerFoot, composerNames, composerQuote, composerTabs } from './composer-view.js';
import { marked } from './outgoing.js';
import type { Draft, DraftQuote, DraftTarget } from './drafts.js';
import { complete, matching, mentionAt, participants } from './mentions.js';

const typingEvery = 3000;

/** The place to write in: a new comment, a reply, or new words for one's own comment. */
export class RealtimeComposer extends LitElement {
  @property({ attribute: false }) stage!: Stage;
  @property({ attribute: false }) target: DraftTarget = 'new';
  @property({ attribute: false }) replyTo: CommentView | null = null;
  @property({ attribute: false }) editing: CommentView | null = null;
  @property({ attribute: false }) language = '';
  @state() body = '';
  @state() quote: DraftQuote | null = null;
  @state() isOpen = false;
  @state() side: 'write' | 'preview' = 'write';
  @state() previewed: DocumentFragment | string | null = null;
  @state() names: readonly AuthorView[] = [];
  @state() chosen = 0;
  @state() refusal: Refusal | null = null;
  @state() isBusy = false;
  @query('textarea') private area!: HTMLTextAreaElement | null;
  private clientCommentId: string | null = null;
  private typedAt = 0;

  get left(): number {
    return this.stage.discussion.limits.maxCharacters - countCharacters(this.body);
  }

  /** The server has asked whether it is meant so; sent once more as it is, it is. */
  get isWarned(): boolean {
    return this.refusal?.code === 'comment_may_break_rule';
  }

  get maySend(): boolean {
    return !this.isBusy && this.body.trim() !== '' && this.left >= 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.load();
  }

  /** Takes up the draft again, which may have been written elsewhere, and is ready to be written in. */
  begin(quote?: DraftQuote, refusal?: Refusal): void {
    // What is being loaded already must not come a second time, over what has been typed meanwhile.
    if (!this.isBusy) this.load();
    this.refusal = refusal ?? null;
    if (quote) {
      this.quote = quote;
      this.save();
    }

    this.isOpen = true;
    this.side = 'write';
    void this.updateComplete.then(() => this.area?.focus({ preventScroll: refusal !== undefined }));
  }

  typed(area: HTMLTextAreaElement): void {
    this.body = area.value;
    this.refusal = null;
    this.clientCommentId = null;
    this.save();
    this.suggest(area);
    if (this.editing || Date.now() - this.typedAt < typingEvery) return;
    this.typedAt = Date.now();
    this.stage.discussion.follower.typing();
  }

  dropQuote(): void {
    this.quote = null;
    this.save();
    this.area?.focus();
  }

  async show(side: 'write' | 'preview'): Promise<void> {
    this.side = side;
    if (side === 'write') return void this.updateComplete.then(() => this.area?.focus());
    const { body } = this;
    this.previewed = null;
    if (body.trim() === '') return;
    try {
      this.previewed = sanitize(await this.stage.discussion.api.preview(body));
    } catch (failure) {
      this.refusal = refusalOf(failure);
      this.side = 'write';
    }
  }

  async send(): Promise<void> {
    if (!this.maySend) return;
    if (this.editing) return this.sendEdit(this.editing);
    const { discussion } = this.stage;
    const draft: Draft = { body: this.body, ...(this.quote ? { quote: this.quote } : {}), ...(this.clientCommentId ? { clientCommentId: this.clientCommentId } : {}) };
    discussion.doings.post(this.target, draft, this.replyTo?.number ?? null, this.isWarned);
    this.stage.say(this.stage.speech.say('sending'));
    this.clear();
    this.stage.stopComposing(this.target);
  }

  cancel(): void {
    if (this.editing) this.stage.discussion.drafts.remove(this.target);
    this.isOpen = false;
    this.stage.stopComposing(this.target);
  }

  key(event: KeyboardEvent): void {
    if (this.names.length > 0 && this.keyInNames(event)) return event.preventDefault();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.send();
    } else if (event.key === 'Escape' && this.body.trim() === '') this.cancel();
  }

  choose(person: AuthorView): void {
    const { area } = this;
    const at = area ? mentionAt(area.value, area.selectionStart) : null;
    if (!area || !at) return;
    const done = complete(area.value, at.start, area.selectionStart, person.name);
    this.body = done.text;
    this.names = [];
    this.save();
    void this.updateComplete.then(() => {
      area.focus();
      area.setSelectionRange(done.caret, done.caret);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return inPlace(this);
  }

  protected override render() {
    const { speech } = this.stage;
    const label = this.label();
    const list = `names-${this.target}`;
    const isOpen = this.isOpen || this.body !== '' || this.target !== 'new';
    return html`<form class="composer ${isOpen ? 'open' : ''}" part="composer" @submit=${(event: Event) => { event.preventDefault(); void this.send(); }}>
      ${isOpen ? composerTabs(this) : nothing}
      ${composerQuote(this)}
      ${this.side === 'preview'
        ? html`<div class="sheet words" dir="auto">${this.previewed ?? speech.say(this.body.trim() === '' ? 'nothingToPreview' : 'loading')}</div>`
        : html`<div class="paper">${this.refusal?.spans ? html`<div class="field marks" aria-hidden="true" dir="auto">${marked(this.body, this.refusal.spans)}</div>` : nothing}
          <textarea class="field" part="field" dir=${this.body ? 'auto' : nothing} rows="1"
            aria-label=${label} placeholder=${this.target === 'new' ? speech.say('writePlaceholder') : label}
            aria-autocomplete="list" aria-controls=${this.names.length > 0 ? list : nothing}
            aria-activedescendant=${this.names.length > 0 ? `${list}-${this.chosen}` : nothing}
            .value=${this.body} ?readonly=${this.isBusy} @focus=${() => { this.isOpen = true; }} @keydown=${(event: KeyboardEvent) => this.key(event)}
            @input=${(event: Event) => this.typed(event.target as HTMLTextAreaElement)} @blur=${() => { this.names = []; }} @scroll=${this.scrolled}></textarea></div>`}
      ${composerNames(this, list)}
      ${isOpen ? composerFoot(this) : nothing}
    </form>`;
  }

  /** What is underlined lies under the field and goes with it. */
  private readonly scrolled = (): void => {
    const marks = this.querySelector('.marks');
    if (marks) marks.scrollTop = this.area!.scrollTop;
  };

  private label(): string {
    const { speech } = this.stage;
    if (this.editing) return speech.say('edit');
    return this.replyTo ? speech.say('replyTo', { name: this.replyTo.author?.name ?? `#${this.replyTo.number}` }) : speech.say('yourComment');
  }

  private async sendEdit(comment: CommentView): Promise<void> {
    this.isBusy = true;
    this.refusal = await this.stage.discussion.doings.edit(comment, this.body, this.isWarned);
    this.isBusy = false;
    if (!this.refusal) this.cancel();
  }

  private load(): void {
    const { drafts, doings } = this.stage.discussion;
    const kept = drafts.read(this.target);
    // What is on its way is kept as a draft until it has arrived, and shown there, not here.
    const draft: Draft = kept.clientCommentId && doings.outbox.has(kept.clientCommentId) ? { body: '' } : kept;
    this.body = draft.body;
    this.quote = draft.quote ?? null;
    this.clientCommentId = draft.clientCommentId ?? null;
    if (this.editing && draft.body === '') void this.loadText(this.editing.number);
  }

  private async loadText(number: number): Promise<void> {
    this.isBusy = true;
    try {
      const { comment } = await this.stage.discussion.api.comment(number);
      if (comment.text === undefined) throw new Refused({ code: 'not_yours' });
      this.body = comment.text;
    } catch (failure) {
      this.refusal = refusalOf(failure);
    }

    this.isBusy = false;
    await this.updateComplete;
    this.area?.setSelectionRange(this.body.length, this.body.length);
  }

  private save(): void {
    this.stage.discussion.drafts.write(this.target, { body: this.body, ...(this.quote ? { quote: this.quote } : {}) });
  }

  private clear(): void {
    this.body = '';
    this.quote = null;
    this.refusal = null;
    this.clientCommentId = null;
    this.isOpen = false;
    this.side = 'write';
  }

  private suggest(area: HTMLTextAreaElement): void {
    const at = mentionAt(area.value, area.selectionStart);
    const { discussion } = this.stage;
    this.names = at ? matching(participants(discussion.store.all(), discussion.me?.id ?? null), at.query) : [];
    this.chosen = 0;
  }

  private keyInNames(event: KeyboardEvent): boolean {
    const last = this.names.length - 1;
    switch (event.key) {
      case 'ArrowDown': this.chosen = this.chosen === last ? 0 : this.chosen + 1; return true;
      case 'ArrowUp': this.chosen = this.chosen === 0 ? last : this.chosen - 1; return true;
      case 'Enter':
      case 'Tab': this.choose(this.names[this.chosen]!); return true;
      case 'Escape': this.names = []; return true;
      default: return false;
    }
  }
}

customElements.define('realtime-composer', RealtimeComposer);
