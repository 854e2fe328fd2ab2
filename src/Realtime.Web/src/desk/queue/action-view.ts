import { html, nothing, type TemplateResult } from 'lit';
import type { CommentStatus } from '../../wire/views.js';
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
  const look: Partial<Record<Doing, string>> = { approve: 'primary', restore: 'primary', reject: 'secondary danger', ban: 'secondary danger' };
  const button = (doing: Doing, disabled = false, quiet = false): TemplateResult | typeof nothing =>
    desk.offers(doing) ? keyed(speech, doing, `do.${doing}`, press, quiet ? 'quiet' : look[doing] ?? 'secondary', disabled) : nothing;
  return html`<aside class="column doing" aria-label=${speech.say('actions')}>
    <div class="stack">${verdicts(queue.reading?.found?.comment.status, current).map(doing => button(doing, idle))}${button('undo', queue.deciding.undoables.last === null)}</div>
    ${current ? html`<div class="stack">${marks(queue.reading?.found?.comment.status).map(doing => button(doing, idle, true))}</div>
      ${author(desk, current, now)}
      <div class="stack">${(['warn', 'suspend', 'ban'] as const).map(doing => button(doing))}${(['shadow', 'review', 'lift', 'rejectEverything', 'restoreEverything'] as const).map(doing => button(doing, false, true))}</div>
      <h3>${speech.say('narrow')}</h3>
      <div class="stack">${(['onlyArticle', 'onlyAuthor', 'mode', 'trail'] as const).map(doing => button(doing, false, true))}</div>` : nothing}
    <div class="stack foot">${button('openComment', false, true)}${button('brake', false, true)}${button('legend', false, true)}</div>
  </aside>`;
}

/** What may be decided about a comment as it is; an appeal is denied by rejecting it once more. */
function verdicts(status: CommentStatus | undefined, item: QueueItem | null): Doing[] {
  if (status !== 'rejected') return ['approve', 'reject', 'hold'];
  return item?.state === 'appealed' ? ['restore', 'reject', 'hold'] : ['restore', 'hold'];
}

const marks = (status: CommentStatus | undefined): Doing[] =>
  status === 'published' ? ['feature', 'pin', 'move'] : status === 'pending' || status === 'withheld' ? ['move'] : [];

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
    ${desk.offers('author') ? keyed(speech, 'author', 'do.author', () => desk.people.show(current.author.id), 'quiet') : nothing}
  </section>`;
}
