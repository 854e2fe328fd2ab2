import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import type { DryRun, WouldChange } from '../wire/policy-views.js';

/** How far the trial is, and what would change. */
export function dryRun(desk: Desk, run: DryRun): TemplateResult {
  const { speech } = desk;
  const isRunning = run.state === 'running' || run.state === 'applying';
  return html`<section class="card" aria-label=${speech.say('dryRun')} data-run=${run.state}>
    ${isRunning ? html`<label class="stack">${speech.say(run.state === 'running' ? 'trying' : 'applying', { seen: run.seen, total: run.total })}
        <progress max=${Math.max(1, run.total)} value=${run.seen}></progress></label>`
      : html`<p role="status"><strong>${speech.say(run.state === 'applied' ? 'wordsApplied' : 'wouldChange', { n: run.applied ?? run.changeCount })}</strong>
        <span class="muted">${speech.say('ofComments', { n: run.total })}</span></p>`}
    ${run.changes.length > 0 ? table(desk, run.changes) : nothing}
    ${run.changeCount > run.changes.length ? html`<p class="muted small">${speech.say('andMore', { n: run.changeCount - run.changes.length })}</p>` : nothing}
  </section>`;
}

function table({ speech }: Desk, changes: readonly WouldChange[]): TemplateResult {
  const status = (name: string): string => speech.trySay(`tally.${name}`) ?? name;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say('dryRun')}><table>
    <thead><tr><th scope="col">${speech.say('article')}</th><th scope="col">#</th><th scope="col">${speech.say('now')}</th><th scope="col">${speech.say('afterwards')}</th>
      <th scope="col">${speech.say('becauseOf')}</th><th scope="col">${speech.say('says')}</th></tr></thead>
    <tbody>${changes.map(change => html`<tr><td dir="auto">${change.title ?? change.article}</td><td>${change.number}</td><td>${status(change.from)}</td><td><strong>${status(change.to)}</strong></td>
      <td dir="auto">${(change.words ?? []).join(', ')}</td><td dir="auto">${change.text ?? ''}</td></tr>`)}</tbody></table></div>`;
}
