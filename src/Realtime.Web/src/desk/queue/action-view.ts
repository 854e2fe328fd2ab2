import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { keyed } from '../keyboard/buttons.js';
import type { Doing } from '../keyboard/keys.js';
import { inForce, sanctionLine, standingOf, tallyOf, tallyOfPerson } from '../people/person-parts.js';
import type { QueueItem } from '../wire/queue-views.js';

type Press = (doing: Doing) => void;

/** What can be done about the item, and whose it is. */
export function actionColumn(desk: Desk, now: number, press: Press): TemplateResult {
  const { queue, speech } = desk;
  const { current } = queue;
  const idle = current === null || queue.fate !== null;
  const button = (doing: Doing, look = 'secondary', disabled = idle): TemplateResult => keyed(speech, doing, `do.${doing}` as 'do.approve', press, look, disabled);
  return html`<aside class="column doing" aria-label=${speech.say('actions')}>
    <div class="stack">${button('approve', 'primary')}${button('reject', 'secondary danger')}${button('hold')}${button('undo', 'secondary', queue.deciding.undoables.last === null)}</div>
    ${current ? html`${author(desk, current, now)}
      <div class="stack">${button('warn', 'secondary', false)}${button('suspend', 'secondary', false)}${button('ban', 'secondary danger', false)}</div>
      <h3>${speech.say('narrow')}</h3>
      <div class="stack">${button('onlyArticle', 'quiet', false)}${button('onlyAuthor', 'quiet', false)}${button('mode', 'quiet', false)}${button('trail', 'quiet', false)}</div>` : nothing}
    <div class="stack foot">${button('legend', 'quiet', false)}</div>
  </aside>`;
}

function author(desk: Desk, current: QueueItem, now: number): TemplateResult {
  const { speech } = desk;
  const known = desk.people.of(current.author.id);
  const person = known?.person;
  const summary = desk.queue.reading?.found?.person;
  return html`<section class="card" aria-label=${speech.say('authorOf')}>
    <h3><bdi>${current.author.name}</bdi></h3>
    <p class="small muted"><bdi dir="ltr">${current.author.id}</bdi></p>
    ${person ? html`<p class="standing">${standingOf(desk, inForce(person, now))}</p>${tallyOfPerson(desk, person)}
      ${person.sanctions.length > 0 ? html`<ul class="plain">${person.sanctions.map(sanction => html`<li>${sanctionLine(desk, sanction)}</li>`)}</ul>` : nothing}`
      : summary ? html`<p class="standing">${standingOf(desk, summary.sanctions)}</p>${tallyOf(desk, { comments: summary.comments, ...summary.lately })}`
      : html`<p class="muted small">${known?.refusal ? desk.refusalText(known.refusal) : speech.say('loading')}</p>`}
    ${keyed(speech, 'author', 'do.author', () => desk.people.show(current.author.id), 'quiet')}
  </section>`;
}
