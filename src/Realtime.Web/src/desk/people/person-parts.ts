import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import type { PersonView, SanctionView } from '../wire/people-views.js';

const told = ['published', 'pending', 'rejected', 'removed', 'withheld'] as const;

/** How a person stands: by the strongest of what has been imposed on them. */
export function standingOf({ speech }: Desk, person: PersonView, now: number): string {
  const inForce = person.sanctions.filter(one => one.until === undefined || Date.parse(one.until) > now);
  const strongest = (['ban', 'suspend', 'shadow', 'review', 'warn'] as const).find(kind => inForce.some(one => one.kind === kind));
  return speech.say(strongest ? `standing.${strongest}` : 'standing.good');
}

export function tallyOf({ speech }: Desk, person: PersonView): TemplateResult | typeof nothing {
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
