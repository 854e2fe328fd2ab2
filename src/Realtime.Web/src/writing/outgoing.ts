import { html, nothing, type TemplateResult } from 'lit';
import type { Stage } from '../reading/stage.js';
import type { MessageKey } from '../locales/en.js';
import type { TextSpan } from '../wire/refusals.js';
import type { Outgoing } from './outbox.js';
import { refusalText } from './refusal-text.js';

const titles: Record<Outgoing['state'], MessageKey> = { sending: 'sending', failed: 'notSent', refused: 'refused', warned: 'refusal.comment_may_break_rule' };

/** A comment between its author and the server, with what became of it and what can be done. */
export function outgoingView(entry: Outgoing, stage: Stage): TemplateResult {
  const { speech, discussion } = stage;
  const { clientCommentId: id, body, replyTo } = entry.comment;
  const { outbox } = discussion.doings;
  const wait = Math.ceil((entry.notBefore - Date.now()) / 1000);
  const rewrite = () => {
    outbox.withdraw(id);
    const target = replyTo === undefined ? 'new' as const : `reply-${replyTo}` as const;
    const { quote } = discussion.drafts.read(target);
    discussion.drafts.write(target, { body, ...(quote ? { quote } : {}) });
    stage.compose(target, undefined, entry.refusal ?? undefined);
  };
  const discard = () => {
    outbox.withdraw(id);
    discussion.drafts.remove(replyTo === undefined ? 'new' : `reply-${replyTo}`);
  };
  return html`<div class="outgoing" part="outgoing" data-state=${entry.state} aria-busy=${entry.state === 'sending'}>
    <div class="words" dir="auto">${marked(body, entry.refusal?.spans ?? [])}</div>
    <p class="note ${entry.state === 'refused' ? 'bad' : ''}" role="status">
      ${entry.state === 'warned' ? nothing : html`<strong>${speech.say(titles[entry.state])}</strong>`}
      ${entry.refusal ? refusalText(entry.refusal, speech) : nothing}
      ${wait > 0 ? speech.say('again', { time: speech.span(wait) }) : nothing}
    </p>
    ${entry.state === 'sending' ? nothing : html`<div class="row small">
      ${entry.mayRetry
        ? html`<button class="secondary" ?disabled=${wait > 0} @click=${() => outbox.retry(id)}>${speech.say(entry.state === 'warned' ? 'postAnyway' : 'tryAgain')}</button>` : nothing}
      <button class="secondary" @click=${rewrite}>${speech.say('rewrite')}</button>
      <button class="quiet" @click=${discard}>${speech.say('discard')}</button>
      <button class="link push" @click=${() => stage.ask({ kind: 'policy' })}>${speech.say('policy')}</button>
    </div>`}
  </div>`;
}

/** The text with the passages marked that it is about. */
export function marked(text: string, spans: readonly TextSpan[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  // The server counts without the white space around it.
  const before = text.length - text.trimStart().length;
  let at = 0;
  for (const { start: from, length } of [...spans].sort((a, b) => a.start - b.start)) {
    const start = from + before;
    if (start < at) continue;
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, start + length)}</mark>`);
    at = start + length;
  }

  return [...parts, text.slice(at)];
}
