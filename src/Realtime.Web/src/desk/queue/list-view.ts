import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk.js';
import { caps } from '../keyboard/buttons.js';
import { strokesOf, type Doing } from '../keyboard/keys.js';
import { queueStates, type QueueItem } from '../wire/queue-views.js';
import { isTaken } from './steps.js';

type Press = (doing: Doing) => void;

/** What waits: by state, narrowed, in the order in which it should be looked at. */
export function listColumn(desk: Desk, now: number, press: Press): TemplateResult {
  const { queue, speech } = desk;
  const { screen } = queue;
  return html`<section class="column waiting" aria-label=${speech.say('waiting')}>
    ${tabs(desk, press)}
    ${narrowing(desk)}
    <div class="over">${screen.arrived.size === 0 ? nothing
      : html`<button class="primary arrivals" @click=${() => press('arrivals')}>${speech.say('arrived', { n: screen.arrived.size })} ${caps(strokesOf('arrivals'))}</button>`}</div>
    ${list(desk, now)}
    ${screen.marked.size === 0 ? nothing : html`<div class="row marked-bar"><strong>${speech.say('marked', { n: screen.marked.size })}</strong>
      ${(['approveMarked', 'rejectMarked', 'holdMarked', 'unmark'] as const).filter(doing => desk.offers(doing)).map(doing => html`<button class="quiet" @click=${() => press(doing)}>${speech.say(`do.${doing}`)} ${caps(strokesOf(doing))}</button>`)}
    </div>`}
  </section>`;
}

function tabs({ queue, speech }: Desk, press: Press): TemplateResult {
  const { counts, filter } = queue.screen;
  const all = queueStates.reduce((sum, state) => sum + counts[state], 0);
  const tab = (state: (typeof queueStates)[number] | undefined, place: number, n: number): TemplateResult =>
    html`<button aria-pressed=${filter.state === state ? 'true' : 'false'} @click=${() => press(`tab${place}` as Doing)}>
      <span>${speech.say(state ? `state.${state}` : 'state.all')}</span> <span class="count">${speech.number(n)}</span></button>`;
  return html`<div class="tabs" role="group" aria-label=${speech.say('byState')}>
    ${tab(undefined, 1, all)}${queueStates.map((state, at) => tab(state, at + 2, counts[state]))}
    ${counts.urgent > 0 ? html`<p class="urgent" role="status">${speech.say('urgent', { n: counts.urgent })}</p>` : nothing}
  </div>`;
}

function narrowing({ queue, speech }: Desk): TemplateResult {
  const { article, person } = queue.screen.filter;
  const chip = (text: string, part: 'article' | 'person'): TemplateResult => html`<button class="chip" @click=${() => {
    const { [part]: _, ...others } = queue.screen.filter;
    void queue.filter(others);
  }}><span dir="auto">${text}</span> <span aria-hidden="true">×</span><span class="unseen">${speech.say('removeFilter')}</span></button>`;
  const author = [...queue.screen.items.values()].find(item => item.author.id === person)?.author.name;
  return html`<form role="search" @submit=${(event: SubmitEvent) => { event.preventDefault(); narrow(queue, event); }}>
    <input class="field filter" type="search" name="words" placeholder=${speech.say('filter')} aria-label=${speech.say('filterHelp')} .value=${queue.words} dir="auto"
      @input=${(event: InputEvent) => queue.search((event.target as HTMLInputElement).value)}>
    ${article === undefined && person === undefined ? nothing : html`<div class="row chips">
      ${article === undefined ? nothing : chip(article, 'article')}${person === undefined ? nothing : chip(author ?? person, 'person')}</div>`}
  </form>`;
}

/** `article:x` and `person:y` ask the server; other words narrow what is here. */
function narrow(queue: Desk['queue'], event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const typed = String(new FormData(form).get('words') ?? '').trim();
  const named = /^(article|person):(\S+)$/.exec(typed);
  if (named) {
    queue.search('');
    void queue.filter({ ...queue.screen.filter, [named[1]!]: named[2]! });
  } else queue.search(typed);
  form.querySelector('input')?.blur();
}

function list(desk: Desk, now: number): TemplateResult {
  const { queue, speech } = desk;
  const { list: keys, at, next } = queue.visible;
  if (keys.length === 0) return html`<p class="empty">${speech.say(queue.refusal ? 'queueUnavailable' : queue.isLoading ? 'loading' : 'nothingWaits')}</p>`;
  const place = at === null ? -1 : keys.indexOf(at);
  return html`<div class="rows" role="listbox" aria-multiselectable="true" tabindex="0" aria-label=${speech.say('waiting')}
      aria-activedescendant=${place < 0 ? nothing : `row-${place}`}>
      ${repeat(keys, key => key, (key, index) => row(desk, key, index, now))}
    </div>
    ${next === null ? nothing : html`<button class="link more" @click=${() => queue.more()}>${speech.say('loadMore')}</button>`}`;
}

function row(desk: Desk, key: string, index: number, now: number): TemplateResult | typeof nothing {
  const { queue, speech } = desk;
  const { screen } = queue;
  const item = screen.items.get(key) ?? (screen.at === key ? screen.looking : null);
  const fate = screen.fates.get(key);
  const isHere = screen.at === key;
  if (!item) return fate ? html`<div id=${`row-${index}`} class="item over" role="option" aria-selected="false"><p class="muted">${desk.tell(fate)}</p></div>` : nothing;
  const taken = isTaken(item, queue.me, now);
  const sent = screen.sent.get(key);
  return html`<div id=${`row-${index}`} role="option" data-key=${key} class="item ${item.rank} ${isHere ? 'here' : ''} ${taken ? 'taken' : ''} ${sent || fate ? 'over' : ''}"
    aria-selected=${screen.marked.has(key) ? 'true' : 'false'} aria-current=${isHere ? 'true' : nothing} aria-setsize=${screen.list.length} aria-posinset=${index + 1}
    @click=${() => void queue.open(key)}>
    <p class="line"><span class="mark" aria-hidden="true">${screen.marked.has(key) ? '✓' : ''}</span><strong dir="auto">${item.author.name}</strong>
      <span class="muted small push">${speech.ago(item.since, now)}</span></p>
    <p class="words" dir="auto">${excerptOf(desk, item)}</p>
    <p class="line small muted"><span class="state">${speech.say(`state.${item.state}`)}</span>${why(desk, item)}<span class="title" dir="auto">${item.title ?? item.article}</span></p>
    ${taken ? html`<p class="small note">${speech.say('isAt', { name: item.claim!.by.name })}</p>` : nothing}
    ${fate ? html`<p class="small note">${desk.tell(fate)}</p>` : sent ? html`<p class="small note">${speech.trySay(`sending.${sent}`)}</p>` : nothing}
  </div>`;
}

function excerptOf(desk: Desk, item: QueueItem): string {
  const { queue } = desk;
  const beginning = queue.readings.beginning(item);
  if (beginning !== null) return beginning;
  const refusal = queue.readings.of(item)?.refusal;
  return refusal ? desk.refusalText(refusal) : '…';
}

/** In one word, what brought it here. */
function why({ speech }: Desk, item: QueueItem): TemplateResult | typeof nothing {
  if (item.reporters > 0) return html`<span class="why">${speech.say('reports', { n: item.reporters })}</span>`;
  const step = item.findings?.[0]?.step;
  return step ? html`<span class="why">${speech.trySay(`step.${step}`) ?? step}</span>` : nothing;
}
