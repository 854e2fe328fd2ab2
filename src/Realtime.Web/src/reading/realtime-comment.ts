import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Row } from '../thread/placement.js';
import { refusalText } from '../writing/refusal-text.js';
import { outgoingView } from '../writing/outgoing.js';
import type { Outgoing } from '../writing/outbox.js';
import '../writing/realtime-composer.js';
import { isPublished, type AuthorView, type CommentView } from '../wire/views.js';
import { commentFoot } from './comment-foot.js';
import { commentHead } from './comment-head.js';
import { spokenTo } from './conversation.js';
import { inPlace, type Stage } from './stage.js';
import { passage, standing, wordsOf } from './words.js';

const longestQuote = 400;

/** One comment of the list. It draws itself anew when what it was given is another object, and not otherwise. */
export class RealtimeComment extends LitElement {
  @property({ attribute: false }) stage!: Stage;
  @property({ attribute: false }) row!: Row;
  @property({ attribute: false }) comment!: CommentView;
  @property({ attribute: false }) mine: readonly string[] = [];
  @property({ attribute: false }) outgoing: readonly Outgoing[] = [];
  @property({ attribute: false }) held = 0;
  @property({ attribute: false }) hasReplies = false;
  @property({ attribute: false }) unread = false;
  @property({ attribute: false }) lit = false;
  @property({ attribute: false }) sent = false;
  @property({ attribute: false }) composing: 'no' | 'reply' | 'edit' = 'no';
  @property({ attribute: false }) now = 0;
  @property({ attribute: false }) language = '';
  @state() panel: 'none' | 'reactions' | 'more' = 'none';
  @state() private note = '';
  private words: HTMLElement | null = null;

  get number(): number {
    return this.row.number;
  }

  get isMine(): boolean {
    return this.comment.author !== undefined && this.comment.author.id === this.stage.discussion.me?.id;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('focusout', this.left);
    this.addEventListener('keydown', this.key);
    this.stage.seeRow(this, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stage.seeRow(this, false);
  }

  /** Draws at once what has changed: a list that keeps its place must be measured right after. */
  flush(): void {
    if (this.isUpdatePending) this.performUpdate();
  }

  open(panel: 'reactions' | 'more'): void {
    this.panel = this.panel === panel ? 'none' : panel;
  }

  choose(act: () => void): void {
    this.panel = 'none';
    act();
  }

  react(kind: string): void {
    this.panel = 'none';
    const { discussion } = this.stage;
    if (!discussion.me) return this.stage.compose(`reply-${this.number}`);
    void discussion.doings.react(this.number, kind).then(refusal => { this.note = refusal ? refusalText(refusal, this.stage.speech) : ''; });
  }

  copyLink(): void {
    const address = new URL(`#comment-${this.number}`, location.href).href;
    void navigator.clipboard?.writeText(address).then(() => this.stage.say(this.note = this.stage.speech.say('linkCopied')), () => undefined);
  }

  ignore(): void {
    void this.stage.discussion.doings.ignore(this.comment.author!, true).then(refusal => { this.note = refusal ? refusalText(refusal, this.stage.speech) : ''; });
  }

  quoteAll(): void {
    const text = this.words?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
    const cut = text.length <= longestQuote ? text : text.slice(0, text.lastIndexOf(' ', longestQuote));
    this.stage.compose(`reply-${this.number}`, { number: this.number, revision: this.comment.revision, text: cut, name: this.comment.author?.name ?? '' });
  }

  /** Whom this comment's author talks with here. */
  partner(): AuthorView | null {
    const { store } = this.stage.discussion;
    const id = spokenTo(this.comment, number => store.get(number));
    if (!id || id === this.comment.author?.id) return null;
    const { addressee, replyTo } = this.comment;
    return addressee?.id === id ? addressee : replyTo === undefined ? null : store.get(replyTo)?.author ?? null;
  }

  protected override createRenderRoot(): HTMLElement {
    return inPlace(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('comment');
    if (changed.has('comment') && (!before || before.html !== this.comment.html || before.number !== this.comment.number)) this.words = null;
    this.dataset['depth'] = String(this.row.depth);
    this.dataset['number'] = String(this.row.number);
    this.classList.toggle('lit', this.lit);
    this.classList.toggle('fresh', this.unread || this.sent);
  }

  protected override render() {
    const { comment, stage, row } = this;
    const { speech, discussion } = stage;
    if (isPublished(comment) || comment.html !== undefined) this.words ??= wordsOf(comment);
    const name = comment.author?.name;
    const label = name ? speech.say('commentBy', { n: row.number, name }) : speech.say('someComment', { n: row.number });
    return html`<article tabindex="-1" part="comment" aria-label=${label}>
      ${commentHead(this)}
      ${this.composing === 'edit'
        ? html`<realtime-composer .stage=${stage} .target=${`edit-${row.number}`} .editing=${comment} .language=${this.language}></realtime-composer>`
        : html`${passage(comment, stage)} ${comment.html === undefined ? nothing : this.words} ${comment.author ? standing(comment, stage) : nothing}`}
      ${this.note ? html`<p class="note" role="status">${this.note}</p>` : nothing}
      ${commentFoot(this)}
      ${row.fold === 'deep' ? html`<button class="go-on" @click=${() => discussion.openBranch(row.number)}>
        ${speech.say('continue', { n: row.hidden })} <span aria-hidden="true">→</span></button>` : nothing}
      ${this.outgoing.map(entry => outgoingView(entry, stage))}
      ${this.composing === 'reply'
        ? html`<realtime-composer .stage=${stage} .target=${`reply-${row.number}`} .replyTo=${comment} .language=${this.language}></realtime-composer>`
        : nothing}
    </article>`;
  }

  private readonly left = (event: FocusEvent): void => {
    if (this.panel !== 'none' && !(event.relatedTarget instanceof Node && this.contains(event.relatedTarget))) this.panel = 'none';
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.panel === 'none') return;
    event.stopPropagation();
    const opener = this.querySelector<HTMLElement>('[aria-expanded="true"]');
    this.panel = 'none';
    opener?.focus();
  };
}

customElements.define('realtime-comment', RealtimeComment);
