import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { plainWords } from '../queue/excerpts.js';
import type { AppliedDryRun, DryRun, WouldChange } from '../wire/policy-views.js';

/** Of how many the words are shown: who wants to see more narrows the lists. */
const shown = 200;
const kinds = ['hold', 'reject', 'release'] as const;

/** How far the trial is, what would change, and what has become of it. */
export function dryRun(desk: Desk, run: DryRun, applied: AppliedDryRun | null): TemplateResult {
  const { speech } = desk;
  const all = kinds.reduce((sum, kind) => sum + run.totals[kind], 0);
  return html`<section class="card" aria-label=${speech.say('dryRun')} data-done=${run.done ? 'true' : 'false'}>
    ${run.done ? html`<p role="status"><strong>${speech.say('wouldChange', { n: all })}</strong> <span class="muted">${speech.say('ofComments', { n: run.comments })}</span></p>`
      : html`<label class="stack">${speech.say('trying', { n: run.comments })}<progress></progress></label>`}
    <p class="row small">${kinds.filter(kind => run.totals[kind] > 0).map(kind => html`<span class="badge">${speech.say(`would.${kind}`)}: ${speech.number(run.totals[kind])}</span>`)}</p>
    ${applied ? html`<p role="status"><strong>${speech.say('wordsApplied', { n: applied.held + applied.rejected + applied.released })}</strong>
      ${applied.skipped > 0 ? speech.say('skipped', { n: applied.skipped }) : nothing} ${applied.left > 0 ? speech.say('notReached', { n: applied.left }) : nothing}</p>` : nothing}
    ${run.changes.length > 0 ? table(desk, run.changes.slice(0, shown), speech.say('wouldChange', { n: all })) : nothing}
    ${all > shown ? html`<p class="muted small">${speech.say('andMore', { n: all - shown })}</p>` : nothing}
  </section>`;
}

function table(desk: Desk, changes: readonly WouldChange[], name: string): TemplateResult {
  const { speech } = desk;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}><table>
    <thead><tr><th scope="col">${speech.say('article')}</th><th scope="col">#</th><th scope="col">${speech.say('afterwards')}</th>
      <th scope="col">${speech.say('becauseOf')}</th><th scope="col">${speech.say('says')}</th></tr></thead>
    <tbody>${changes.map(change => html`<tr><td dir="ltr">${change.article}</td><td>${change.number}</td><td><strong>${speech.say(`would.${change.would}`)}</strong></td>
      <td dir="auto">${change.matches.map(match => match.entry).join(', ')}</td><td dir="auto">${wordsOf(desk, change)}</td></tr>`)}</tbody></table></div>`;
}

/** Read from the thread when it is first to be shown. */
function wordsOf({ queue }: Desk, change: WouldChange): string {
  const place = { article: change.article, number: change.number, revision: 1 };
  const reading = queue.readings.of(place);
  if (!reading) void queue.readings.get(place);
  return reading?.found ? plainWords(reading.found.comment) : '…';
}
