import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { keyed } from '../keyboard/buttons.js';
import type { Doing } from '../keyboard/keys.js';
import { sanctionKinds, type PersonComment, type PersonView } from '../wire/people-views.js';
import { inForce, sanctionLine, standingOf, tallyOfPerson } from './person-parts.js';

type Press = (doing: Doing) => void;

/** A person: who they are, what they have written, what holds against them. */
export function peopleView(desk: Desk, now: number, press: Press): TemplateResult {
  const { people, speech } = desk;
  const known = people.chosen === null ? null : people.of(people.chosen);
  return html`<div class="page">
    <h2>${speech.say('view.people')}</h2>
    <form role="search" class="row" @submit=${(event: SubmitEvent) => { event.preventDefault(); people.show(String(new FormData(event.target as HTMLFormElement).get('id') ?? '')); }}>
      <label class="grow">${speech.say('personId')}<input class="field filter" name="id" required autocomplete="off" spellcheck="false" dir="auto" .value=${people.chosen ?? ''}></label>
      <button class="primary" type="submit">${speech.say('find')}</button>
    </form>
    ${people.chosen === null ? html`<p class="muted">${speech.say('personHelp')}</p>`
      : known?.person ? person(desk, known.person, now, press)
      : html`<p class=${known?.refusal ? 'note bad' : 'muted'} role="status">${known?.refusal ? desk.refusalText(known.refusal) : speech.say('loading')}</p>`}
  </div>`;
}

function person(desk: Desk, view: PersonView, now: number, press: Press): TemplateResult {
  const { people, speech } = desk;
  return html`<article class="person" aria-labelledby="person-name">
    <header><h3 id="person-name"><bdi>${view.name ?? view.id}</bdi></h3>
      <p class="row small muted"><span dir="ltr">${view.id}</span>${view.id.startsWith('guest:') ? html`<span class="badge">${speech.say('guest')}</span>` : nothing}
        ${view.badges.map(badge => html`<span class="badge">${badge}</span>`)}${view.firstSeen ? speech.say('firstSeen', { time: speech.moment(view.firstSeen) }) : nothing}</p>
      <p class="standing">${standingOf(desk, inForce(view, now))}</p>${tallyOfPerson(desk, view)}</header>
    <section><h4>${speech.say('sanctions')}</h4>
      ${view.sanctions.length === 0 ? html`<p class="muted">${speech.say('noSanctions')}</p>` : html`<ul class="plain">${view.sanctions.map(sanction => html`<li>${sanctionLine(desk, sanction)}</li>`)}</ul>`}
      <div class="row">${buttons(desk, press, view.sanctions.length > 0 ? [...sanctionKinds, 'lift'] : sanctionKinds)}</div>
    </section>
    ${desk.offers('rejectEverything') ? html`<section><h4>${speech.say('everything')}</h4>
      <p class="muted">${speech.say('everythingHelp')}</p>
      <div class="row">${buttons(desk, press, ['rejectEverything', 'restoreEverything'], people.undoing)}</div>
    </section>` : nothing}
    ${history(desk, view.comments, now)}
  </article>`;
}

const buttons = (desk: Desk, press: Press, doings: readonly Doing[], disabled = false): TemplateResult[] =>
  doings.filter(doing => desk.offers(doing)).map(doing => keyed(desk.speech, doing, `do.${doing}`, press, doing === 'ban' || doing === 'rejectEverything' ? 'secondary danger' : 'secondary', disabled));

function history(desk: Desk, comments: readonly PersonComment[], now: number): TemplateResult | typeof nothing {
  const { speech } = desk;
  if (comments.length === 0) return nothing;
  return html`<section><h4>${speech.say('history')}</h4><div class="scroll" tabindex="0" role="region" aria-label=${speech.say('history')}><table>
    <thead><tr><th scope="col">${speech.say('when')}</th><th scope="col">${speech.say('article')}</th><th scope="col">#</th><th scope="col">${speech.say('status')}</th></tr></thead>
    <tbody>${comments.map(comment => html`<tr><td><time datetime=${comment.at} title=${speech.moment(comment.at)}>${speech.ago(comment.at, now)}</time></td>
      <td><button class="link" dir="ltr" @click=${() => { desk.go('audit'); void desk.audit.open(comment.article); }}>${comment.article}</button></td>
      <td><button class="link" @click=${() => desk.show(comment)}>${comment.number}</button></td><td>${speech.trySay(`tally.${comment.status}`) ?? comment.status}</td></tr>`)}</tbody></table></div></section>`;
}
