import { html, nothing, type TemplateResult } from 'lit';
import { icon, isIcon } from '../theme/icons.js';
import { isPublished } from '../wire/views.js';
import type { RealtimeComment } from './realtime-comment.js';

const kinds = ['like', 'love', 'laugh', 'surprise', 'sad', 'angry'];

/** What one can do with a comment. */
export function commentFoot(row: RealtimeComment): TemplateResult | typeof nothing {
  const { comment, stage, held } = row;
  const { speech, discussion } = stage;
  const isShown = isPublished(comment);
  if (!isShown && !row.hasReplies && row.row.fold === 'none' && held === 0 && !row.isMine) return nothing;
  return html`<footer class="actions" part="actions">
    ${isShown ? reactions(row) : nothing}
    ${isShown && mayAnswer(row) ? html`<button class="quiet reply" @click=${() => stage.compose(`reply-${comment.number}`)}>${speech.say('reply')}</button>` : nothing}
    ${held > 0 ? html`<button class="waiting" @click=${() => discussion.release(comment.number)}>${speech.say('newReplies', { n: held })}</button>` : nothing}
    ${fold(row)}
    ${isShown || row.isMine ? more(row) : nothing}
  </footer>`;
}

const mayAnswer = ({ stage: { discussion } }: RealtimeComment): boolean => discussion.mayWrite;

function reactions(row: RealtimeComment): TemplateResult {
  const { comment, mine, stage: { speech } } = row;
  const given = [...kinds.filter(kind => comment.reactions[kind]), ...Object.keys(comment.reactions).filter(kind => !kinds.includes(kind) && comment.reactions[kind])];
  return html`<div class="reactions" role="group" aria-label=${speech.say('reactions')}>
    ${given.map(kind => reaction(row, kind, comment.reactions[kind] ?? 0, mine.includes(kind)))}
    ${mayAnswer(row) ? html`<span class="hanging">
      <button class="reaction" aria-expanded=${row.panel === 'reactions'} aria-label=${speech.say('addReaction')} title=${speech.say('addReaction')}
        @click=${() => row.open('reactions')}>${icon('face')}</button>
      ${row.panel === 'reactions' ? html`<div class="panel" role="group" aria-label=${speech.say('addReaction')}>
        ${kinds.map(kind => reaction(row, kind, 0, mine.includes(kind)))}
      </div>` : nothing}
    </span>` : nothing}
  </div>`;
}

function reaction(row: RealtimeComment, kind: string, count: number, isMine: boolean): TemplateResult {
  const { speech } = row.stage;
  const name = speech.trySay(`reaction.${kind}`) ?? kind;
  return html`<button class="reaction" part="reaction" aria-pressed=${isMine} title=${name} aria-label=${count > 0 ? `${name}: ${speech.number(count)}` : name}
    @click=${() => row.react(kind)}>${isIcon(kind) ? icon(kind) : name}${count > 0 ? speech.number(count) : nothing}</button>`;
}

function fold(row: RealtimeComment): TemplateResult | typeof nothing {
  const { comment, stage: { speech, discussion } } = row;
  const number = comment.number;
  if (row.row.fold === 'collapsed')
    return html`<button class="quiet" aria-expanded="false" @click=${() => discussion.toggle(number)}>${speech.say('showReplies', { n: row.row.hidden })}</button>`;
  if (row.row.fold === 'deep' || !row.hasReplies) return nothing;
  return html`<button class="quiet" aria-expanded="true" title=${speech.say('collapse', { name: comment.author?.name ?? `#${number}` })}
    @click=${() => discussion.toggle(number)}>${speech.say('hideReplies')}</button>`;
}

function more(row: RealtimeComment): TemplateResult {
  const { comment, stage: { speech } } = row;
  return html`<span class="hanging push">
    <button class="quiet" aria-expanded=${row.panel === 'more'} aria-label=${speech.say('more', { n: comment.number })}
      @click=${() => row.open('more')}>${icon('more')}</button>
    ${row.panel === 'more' ? html`<div class="panel list">${doings(row)}</div>` : nothing}
  </span>`;
}

function doings(row: RealtimeComment): TemplateResult {
  const { comment, stage } = row;
  const { speech, discussion } = stage;
  const left = (Date.parse(comment.createdAt) + discussion.limits.editWindow * 1000 - Date.now()) / 1000;
  const partner = row.partner();
  const item = (text: string, act: () => void, danger = false) => html`<button class=${danger ? 'danger' : ''} @click=${() => row.choose(act)}>${text}</button>`;
  return html`
    ${row.isMine && left > 0 && mayAnswer(row) ? item(speech.say('editFor', { time: speech.span(left) }), () => stage.compose(`edit-${comment.number}`)) : nothing}
    ${isPublished(comment) && mayAnswer(row) ? item(speech.say('quote'), () => row.quoteAll()) : nothing}
    ${partner ? item(speech.say('conversationBetween', { a: comment.author!.name, b: partner.name }),
      () => discussion.setFocus({ kind: 'pair', a: comment.author!, b: partner })) : nothing}
    ${item(speech.say('copyLink'), () => row.copyLink())}
    ${!row.isMine && comment.author && discussion.me && !discussion.person.isGuest
      ? item(speech.say('ignore', { name: comment.author.name }), () => row.ignore()) : nothing}
    ${row.isMine ? item(speech.say('remove'), () => stage.ask({ kind: 'remove', number: comment.number }), true)
      : item(speech.say('report'), () => stage.ask({ kind: 'report', number: comment.number }), true)}`;
}
