import { html, nothing, type TemplateResult } from 'lit';
import type { CommentView } from '../wire/views.js';
import type { RealtimeComment } from './realtime-comment.js';
import { standing } from './words.js';

const staff = new Set(['staff', 'moderator', 'editor', 'author', 'journalist']);

export function commentHead(row: RealtimeComment): TemplateResult {
  const { comment, stage } = row;
  const { speech } = stage;
  const name = comment.author?.name ?? '';
  return html`<header class="comment">
    ${name ? html`<span class="monogram" aria-hidden="true">${initials(name)}</span>` : nothing}
    <span class="who">
      ${name ? html`<span class="name" part="name" dir="auto">${name}</span>` : standing(comment, row.stage)}
      ${marks(row)}
      ${answers(row)}
      <time class="when" datetime=${comment.createdAt} title=${speech.moment(comment.createdAt)}>${speech.ago(comment.createdAt, row.now)}</time>
      ${editedMark(comment, row)}
    </span>
    <a class="address" href="#comment-${comment.number}" aria-label=${speech.say('permalink', { n: comment.number })}>#${comment.number}</a>
  </header>`;
}

function marks(row: RealtimeComment): TemplateResult {
  const { comment, stage: { speech } } = row;
  return html`${row.isMine ? html`<span class="mark">${speech.say('you')}</span>` : nothing}
    ${(comment.badges ?? []).map(badge => html`<span class="mark ${staff.has(badge.toLowerCase()) ? 'staff' : ''}" part="badge" dir="auto">${badge}</span>`)}
    ${comment.pinned ? html`<span class="mark staff">${speech.say('pinned')}</span>` : nothing}
    ${comment.featured ? html`<span class="mark staff">${speech.say('featured')}</span>` : nothing}
    ${row.sent && comment.status === 'published' ? html`<span class="mark good">${speech.say('sent')}</span>` : nothing}
    ${row.unread ? html`<span class="mark new">${speech.say('new')}</span>` : nothing}`;
}

/** Whom it answers: by name if the comment says so, or by its place when the comment above is not in sight. */
function answers(row: RealtimeComment): TemplateResult | typeof nothing {
  const { comment, stage } = row;
  const { speech, discussion } = stage;
  const to = comment.addressee;
  const number = to?.number ?? comment.replyTo;
  if (number === undefined || (!to && !row.row.orphan)) return nothing;
  const name = to?.name ?? discussion.store.get(number)?.author?.name;
  const text = name ? speech.say(to ? 'addressed' : 'inReplyTo', { name }) : `#${number}`;
  return html`<span class="to"><button part="addressee" @click=${() => stage.jump(number, comment.number)}>
    <span aria-hidden="true">↪ </span><bdi>${text}</bdi></button></span>`;
}

function editedMark(comment: CommentView, row: RealtimeComment): TemplateResult | typeof nothing {
  const { speech } = row.stage;
  if (!comment.editedAt) return nothing;
  const by = typeof comment.editedBy === 'string' ? comment.editedBy : comment.editedBy?.name;
  return html`<span class="when" title=${speech.moment(comment.editedAt)}>${by ? speech.say('editedBy', { name: by }) : speech.say('edited')}</span>`;
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map(word => [...word][0] ?? '').join('').toLocaleUpperCase();
}
