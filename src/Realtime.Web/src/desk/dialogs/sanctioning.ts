import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import type { Imposing, SanctionKind } from '../wire/people-views.js';
import { numberKeys } from './picking.js';

const day = 86_400;

/** How long a suspension may last, in seconds. */
export const lengths = [day / 24, day, 3 * day, 7 * day, 30 * day, 90 * day] as const;

/** What a sanction needs to be told: why, and of a suspension until when. */
export function sanctionFields(desk: Desk, kind: SanctionKind): TemplateResult {
  const { speech } = desk;
  return html`${kind === 'suspend' ? html`<fieldset class="picks"><legend>${speech.say('howLong')}</legend>${lengths.map((seconds, at) => html`<label>
      <input type="radio" name="length" value=${seconds} required ?checked=${at === 1} ?autofocus=${at === 1}><kbd aria-hidden="true">${numberKeys[at]}</kbd> ${speech.span(seconds)}</label>`)}</fieldset>` : nothing}
    <p><label class="stacked">${speech.say(kind === 'shadow' || kind === 'review' ? 'reasonForModerators' : 'reasonForPerson')}
      <textarea class="field" name="why" rows="3" maxlength="1000" required dir="auto" ?autofocus=${kind !== 'suspend'}></textarea></label></p>
    ${desk.may('sanctionEverywhere') ? html`<p><label><input type="checkbox" name="everywhere"> ${speech.say('onAllSites')}</label></p>` : nothing}
    <p class="muted small">${speech.say('sendByKeys')}</p>`;
}

export function sanctionOf(kind: SanctionKind, form: FormData): Imposing {
  const seconds = Number(form.get('length') ?? 0);
  return { kind, reason: String(form.get('why') ?? '').trim(), ...(form.has('everywhere') ? { everywhere: true } : {}), ...(seconds > 0 ? { until: new Date(Date.now() + seconds * 1000).toISOString() } : {}) };
}
