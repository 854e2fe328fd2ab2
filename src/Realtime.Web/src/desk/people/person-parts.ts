import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import type { PersonView, SanctionKind, SanctionView } from '../wire/people-views.js';

const told = ['comments', 'published', 'pending', 'rejected', 'removed', 'withheld'] as const;

/** How a person stands: by the strongest of what has been imposed on them. */
export function standingOf({ speech }: Desk, sanctions: readonly SanctionKind[]): string {
  const strongest = (['ban', 'suspend', 'shadow', 'review', 'warn'] as const).find(kind => sanctions.includes(kind));
  return speech.say(strongest ? `standing.${strongest}` : 'standing.good');
}

export const inForce = (person: PersonView, now: number): SanctionKind[] =>
  person.sanctions.filter(one => one.until === undefined || Date.parse(one.until) > now).map(one => one.kind);

export function tallyOf({ speech }: Desk, person: Pick<PersonView, 'counts' | 'reports'>): TemplateResult | typeof nothing {
  const { counts, reports } = person;
  if (!counts && !reports) return nothing;
  return html`<dl class="tally">${told.map(status => counts?.[status] === undefined ? nothing
    : html`<div><dt>${speech.say(`tally.${status}`)}</dt><dd>${speech.number(counts[status])}</dd></div>`)}
    ${reports ? html`<div><dt>${speech.say('tally.upheld')}</dt><dd>${speech.number(reports.upheld)}</dd></div>
      <div><dt>${speech.say('tally.groundless')}</dt><dd>${speech.number(reports.groundless)}</dd></div>` : nothing}</dl>`;
}

export function sanctionLine({ speech }: Desk, sanction: SanctionView): TemplateResult {
  return html`<strong>${speech.say(`sanction.${sanction.kind}`)}</strong>
    ${sanction.until ? html`<span class="small">${speech.say('until', { time: speech.moment(sanction.until) })}</span>` : nothing}
    <span class="muted small">${speech.moment(sanction.at)}${sanction.by ? ` · ${sanction.by.name}` : ''}${sanction.everywhere ? ` · ${speech.say('everywhere')}` : ''}</span>
    <span class="small" dir="auto">${sanction.reason}</span>`;
}
