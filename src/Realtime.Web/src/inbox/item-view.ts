import { html, nothing, whyRejected, type Speech } from '../embed.js';
import type { InboxItem } from './items.js';
import { textsIn } from './texts.js';

const sanctions = new Set(['warned', 'suspended', 'banned']);

export interface ItemPlace {
  isNew: boolean;
  href: string | null;
  open(event: Event): void;
}

/** One line of the list: what happened, why, and the way there. */
export function itemView(item: InboxItem, speech: Speech, { isNew, href, open }: ItemPlace) {
  const texts = textsIn(speech.language);
  const text = texts[`kind.${item.kind}` as keyof typeof texts];
  if (typeof text !== 'string') return nothing;
  const what = speech.fill(text, { name: item.from?.name ?? '' });
  const body = html`<strong dir="auto">${what}</strong>
    ${item.title ? html`<span class="title" dir="auto">${item.title}</span>` : nothing}
    ${why(item, speech)}
    <time class="muted small" datetime=${item.at}>${speech.ago(item.at, Date.now())}</time>`;
  return html`<li class=${isNew ? 'new' : ''} part="item">${isNew ? html`<span class="unseen">${texts.new}</span>` : nothing}
    ${href ? html`<a href=${href} @click=${open}>${body}</a>` : html`<div>${body}</div>`}</li>`;
}

function why(item: InboxItem, speech: Speech) {
  // Of a sanction the reason is in a moderator's own words, of a decision it is one of a few.
  const parts = sanctions.has(item.kind) ? { ...(item.reason ? { note: item.reason } : {}) } : item;
  const text = [whyRejected(parts, speech), item.until ? speech.say('until', { time: speech.moment(item.until) }) : ''].filter(Boolean).join(' ');
  return text ? html`<span class="why" dir="auto">${text}</span>` : nothing;
}

export const bell = () => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
  <path d="M8 2.2c-2.4 0-3.9 1.7-3.9 4 0 3.6-1.6 4.4-1.6 5.4h11c0-1-1.6-1.8-1.6-5.4 0-2.3-1.5-4-3.9-4zM6.6 13.4c.3.6.8.9 1.4.9s1.1-.3 1.4-.9"/></svg>`;
