import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import type { PersonView, SanctionKind, SanctionView } from '../wire/people-views.js';

const told = ['comments', 'published', 'pending', 'rejected', 'removed', 'withheld', 'upheld', 'groundless'] as const;

/** How a person stands: by the strongest of what has been imposed on them. */
export function standingOf({ speech }: Desk, sanctions: readonly SanctionKind[]): string {
  const strongest = (['ban', 'suspend', 'shadow', 'review', 'warn'] as const).find(kind => sanctions.includes(kind));
  return speech.say(strongest ? `standing.${strongest}` : 'standing.good');
}

export const inForce = (person: PersonView, now: number): SanctionKind[] =>
  person.sanctions.filter(one => one.until === undefined || Date.parse(one.until) > now).map(one => one.kind);

/** What has become of what they wrote lately. */
export const lately = (person: PersonView): Record<string, number> =>
  person.comments.reduce<Record<string, number>>((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});

/** Numbers about a person; those that are nought say nothing. */
export function tallyOf({ speech }: Desk, counts: Readonly<Record<string, number>>): TemplateResult {
  return html`<dl class="tally">${told.filter(name => (counts[name] ?? 0) > 0).map(name => html`<div><dt>${speech.say(`tally.${name}`)}</dt><dd>${speech.number(counts[name]!)}</dd></div>`)}</dl>`;
}

export const tallyOfPerson = (desk: Desk, person: PersonView): TemplateResult =>
  tallyOf(desk, { comments: person.commentCount, ...lately(person), upheld: person.reportsUpheld, groundless: person.reportsGroundless });

export function sanctionLine({ speech }: Desk, sanction: SanctionView): TemplateResult {
  return html`<strong>${speech.say(`sanction.${sanction.kind}`)}</strong>
    ${sanction.until ? html`<span class="small">${speech.say('until', { time: speech.moment(sanction.until) })}</span>` : nothing}
    <span class="muted small">${speech.moment(sanction.at)}${sanction.by ? ` · ${sanction.by.name}` : ''}${sanction.everywhere ? ` · ${speech.say('everywhere')}` : ''}</span>
    <span class="small" dir="auto">${sanction.reason}</span>`;
}
