import { html, nothing, type TemplateResult } from 'lit';
import type { CommentView } from '../wire/views.js';
import type { Speech } from '../locales/speech.js';
import { sanitize } from './sanitizer.js';
import type { Stage } from './stage.js';

/** Moderators' reasons that readers know by another word. */
const sameReasons: Readonly<Record<string, string>> = {
  banned_word: 'offensive', ad: 'spam', illegal_content: 'illegal', harassment_bullying: 'abusive', irrelevant_content: 'off_topic',
};

/** The words of a comment as an element, made once per revision: what is shown is never parsed twice. */
export function wordsOf(comment: CommentView): HTMLElement {
  const words = document.createElement('div');
  words.className = 'words';
  words.setAttribute('part', 'words');
  words.setAttribute('dir', 'auto');
  words.dataset['words'] = String(comment.number);
  words.append(sanitize(comment.html ?? ''));
  return words;
}

export function passage(comment: CommentView, stage: Stage): TemplateResult | typeof nothing {
  const { quote } = comment;
  if (!quote) return nothing;
  const { speech, discussion } = stage;
  if (quote.text === undefined) return html`<div class="passage gone">${speech.say('quoteGone')}</div>`;
  const source = discussion.store.get(quote.number);
  return html`<blockquote class="passage" part="quote">
    <button class="muted" @click=${() => stage.jump(quote.number, comment.number)}>
      ${source?.author ? speech.say('quoted', { name: source.author.name }) : ''} #${quote.number}
    </button>
    <span class="text" dir="auto">${quote.text}</span>
  </blockquote>`;
}

/** Why moderators did not let it stand: their reason, the rule, their own words. */
export const whyRejected = ({ reason, rule, note }: Pick<CommentView, 'reason' | 'rule' | 'note'>, speech: Speech): string => [
  (reason && reason !== 'other' && speech.trySay(`reason.${sameReasons[reason] ?? reason}`)?.concat('.')) || '',
  rule === undefined ? '' : `${speech.say('rule', { n: rule, title: '' }).replace(/[:.]\s*$/, '')}.`,
  // Of another language's direction, it is a matter of its own.
  note ? `\u2068“${note}”\u2069` : '',
].filter(Boolean).join(' ');

/** What stands in the place of words that are not there, and what only their author sees of them. */
export function standing(comment: CommentView, stage: Stage): TemplateResult | typeof nothing {
  const { speech, discussion } = stage;
  const isMine = comment.author !== undefined && comment.author.id === discussion.me?.id;
  if (comment.status === 'pending') return html`<p class="note">${speech.say(isMine ? 'waiting' : 'review')}</p>`;
  if (comment.status === 'rejected' && isMine && comment.html !== undefined)
    return html`<p class="note bad">${speech.say('rejected')} ${whyRejected(comment, speech)}
      ${discussion.knowsAppeals ? html`<button class="link" @click=${() => stage.ask({ kind: 'appeal', number: comment.number })}>${speech.say('appeal')}</button>` : nothing}</p>`;
  if (comment.status === 'ignored')
    return html`<p class="gone">${speech.say('status.ignored')} <button class="link" @click=${() => stage.ask({ kind: 'ignored' })}>${speech.say('ignoredPeople')}</button></p>`;
  if (comment.status === 'published' || comment.status === 'withheld') return nothing;
  return html`<p class="gone">${speech.trySay(`status.${comment.status}`) ?? speech.say('status.unreadable')}</p>`;
}
