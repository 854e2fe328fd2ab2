import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { outgoingView } from '../writing/outgoing.js';
import type { Outgoing } from '../writing/outbox.js';
import { sorts, type Sort, type StandingView } from '../wire/views.js';
import type { Row } from './placement.js';
import type { RealtimeThread } from './realtime-thread.js';

const none: readonly Outgoing[] = [];
const noneMine: readonly string[] = [];

export function head(thread: RealtimeThread): TemplateResult {
  const { discussion, speech } = thread;
  const { isLive, wasLive, presence } = discussion;
  const { commentCount } = discussion.store.head;
  return html`<header class="head" part="head">
    <h2>${speech.say('discussion')}</h2>
    ${commentCount > 0 ? html`<span class="count">${speech.say('comments', { n: commentCount })}</span>` : nothing}
    <span class="connection push ${isLive ? '' : 'lost'}" part="connection" role="status">
      ${isLive ? html`<span class="dot" aria-hidden="true"></span>${presence.readers > 1 ? speech.say('readers', { n: presence.readers }) : speech.say('live')}`
        : wasLive && thread.showsLoss ? html`<span class="dot" aria-hidden="true"></span>${speech.say('reconnecting')}` : nothing}
    </span>
  </header>`;
}

/** What holds for everybody who writes here at the moment. */
export function notices(thread: RealtimeThread): TemplateResult | typeof nothing {
  const { discussion, speech, now } = thread;
  const { closed, closesAt, slowMode, review, guardedUntil } = discussion.store.head;
  const { site, person } = discussion;
  // Each of them holds by itself: what counts is the longer one.
  const slow = Math.max(slowMode ?? 0, site?.slowMode ?? 0);
  const isGuest = person.isGuest || !discussion.me;
  const texts: string[] = [];
  if (closed) texts.push(speech.say('closed'));
  else if (site?.locked) texts.push(speech.say('locked'));
  else {
    if (closesAt) texts.push(speech.say('closes', { time: speech.ago(closesAt, now) }));
    if (guardedUntil && Date.parse(guardedUntil) > now) texts.push(speech.say('guarded'));
    if (slow) texts.push(speech.say('slowMode', { time: speech.span(slow) }));
    if (review || site?.review || (isGuest && site?.guests === 'review')) texts.push(speech.say('review'));
  }

  return texts.length === 0 ? nothing : html`<p class="notice" part="notice">${texts.join(' ')}</p>`;
}

/** Where one writes, or how one may come to. */
export function entrance(thread: RealtimeThread): TemplateResult | typeof nothing {
  const { discussion, speech } = thread;
  if (!discussion.isOpen) return nothing;
  if (discussion.me && discussion.standing) return barrier(thread, discussion.standing);
  if (discussion.me)
    return html`<realtime-composer class="first" .stage=${thread} target="new" .language=${speech.language}></realtime-composer>
      ${discussion.doings.outbox.under(null).map(entry => outgoingView(entry, thread))}`;
  return html`<div class="notice sign-in" part="sign-in" tabindex="-1">
    <slot name="sign-in">${speech.say(discussion.person.expired ? 'signInAgain' : 'signIn')}</slot>
    ${discussion.takesGuests ? html`<form class="row" @submit=${(event: SubmitEvent) => thread.becomeGuest(event)}>
      <label class="row">${speech.say('guestName')} <input class="field" name="name" required maxlength="64" autocomplete="nickname" dir="auto"></label>
      <button class="primary" type="submit">${speech.say('guestStart')}</button>
      ${thread.guestTrouble ? html`<p class="note bad" role="alert">${thread.guestTrouble}</p>` : nothing}
    </form>` : nothing}
    <button class="link small" @click=${() => thread.ask({ kind: 'policy' })}>${speech.say('policy')}</button>
  </div>`;
}

/** Why the reader may not write, in place of where they would. */
function barrier({ discussion, speech }: RealtimeThread, { state, reason, until, sanction }: StandingView): TemplateResult {
  const what = state === 'warned' ? 'refusal.warning_unacknowledged' : state === 'suspended' ? 'refusal.suspended' : 'refusal.banned';
  return html`<div class="notice barrier" part="barrier" role="status">
    <p><strong>${speech.say(what)}</strong> ${until ? speech.say('until', { time: speech.moment(until) }) : nothing}</p>
    ${reason ? html`<p dir="auto">“${reason}”</p>` : nothing}
    ${state === 'warned' && sanction !== undefined
      ? html`<button class="primary" @click=${() => discussion.doings.acknowledge(sanction)}>${speech.say('haveRead')}</button>` : nothing}
  </div>`;
}

export function tools(thread: RealtimeThread): TemplateResult {
  const { discussion, speech, news } = thread;
  if (discussion.focus) return crumb(thread);
  return html`<div class="tools" part="tools">
    <label>${speech.say('sortBy')}
      <select @change=${(event: Event) => thread.changeSort((event.target as HTMLSelectElement).value as Sort)}>
        ${sorts.map(sort => html`<option value=${sort} ?selected=${sort === discussion.pages.sort}>${speech.say(`sort.${sort}`)}</option>`)}
      </select></label>
    ${news.length > 0 ? html`<button class="quiet next push" aria-keyshortcuts="n" title=${`${speech.say('nextNew')} (n)`} @click=${() => thread.travel.nextNew()}>
      ${speech.say(discussion.unread.isReturning ? 'sinceLastVisit' : 'newComments', { n: news.length })} <span aria-hidden="true">↓</span></button>` : nothing}
  </div>`;
}

function crumb({ discussion, speech }: RealtimeThread): TemplateResult {
  const { focus } = discussion;
  const title = focus?.kind === 'pair' ? speech.say('conversationBetween', { a: focus.a.name, b: focus.b.name }) : speech.say('oneConversation');
  return html`<div class="crumb" part="tools"><strong dir="auto">${title}</strong>
    <button class="link push" @click=${() => discussion.setFocus(null)}>${speech.say('showAll')}</button></div>`;
}

export function list(thread: RealtimeThread): TemplateResult {
  const { discussion, rows, window } = thread;
  return html`<div class="list" part="list" role="list">
    <div class="foot-of-list" data-start></div><div class="space"></div>
    ${repeat(rows.slice(window.from, window.to), row => row.number, (row, at) => comment(thread, row, (rows[window.from + at + 1]?.depth ?? 0) > row.depth))}
    <div class="space"></div><div class="foot-of-list" data-end></div>
  </div>
  ${status(thread)}
  <p class="typing" aria-live="off">${discussion.presence.typing.length > 0
    ? thread.speech.say('typing', { n: discussion.presence.typing.length, names: thread.speech.list(discussion.presence.typing) }) : nothing}</p>`;
}

function comment(thread: RealtimeThread, row: Row, hasReplies: boolean): TemplateResult | typeof nothing {
  const { discussion, composing } = thread;
  const { number } = row;
  const view = discussion.store.get(number);
  if (!view) return nothing;
  const entries = discussion.doings.outbox.under(number);
  return html`<realtime-comment role="listitem" .stage=${thread} .row=${row} .comment=${view} .mine=${discussion.store.mine.get(number) ?? noneMine}
    .outgoing=${entries.length > 0 ? entries : none} .held=${discussion.arrivals.repliesTo(number)} .hasReplies=${hasReplies}
    .unread=${discussion.isNews(view)} .lit=${thread.travel.lit === number} .sent=${discussion.doings.justSent.has(number)}
    .composing=${composing === `reply-${number}` ? 'reply' : composing === `edit-${number}` ? 'edit' : 'no'}
    .now=${thread.now} .language=${thread.speech.language}></realtime-comment>`;
}

function status({ discussion, speech, rows }: RealtimeThread): TemplateResult | typeof nothing {
  const { loading, hasAfter } = discussion.pages;
  if (loading === 'failed')
    return html`<p class="status" role="status">${speech.say('loadFailed')}
      <button class="link" @click=${() => discussion.reload()}>${speech.say('tryAgain')}</button></p>`;
  if (loading === 'first' || loading === 'after') return html`<p class="status">${speech.say('loading')}</p>`;
  if (rows.length === 0) return discussion.doings.outbox.all().length > 0 ? nothing : html`<p class="status">${speech.say('empty')}</p>`;
  if (hasAfter && !discussion.focus) return html`<p class="status"><button class="link" @click=${() => discussion.pages.more()}>${speech.say('loadMore')}</button></p>`;
  return nothing;
}

/** What floats over the list: what waits, and the way back. */
export function floating(thread: RealtimeThread): TemplateResult {
  const { discussion, speech } = thread;
  const { backTo } = thread.travel;
  const { count, roots } = discussion.arrivals;
  const key = roots.length === 0 ? 'newReplies' : 'newComments';
  return html`<div class="float">
    ${backTo !== null ? html`<button class="pill back" part="back" @click=${() => thread.travel.goBack()}>
      ${speech.say('backTo', { n: String(backTo) })} <span aria-hidden="true">↩</span></button>` : nothing}
    ${count > 0 ? html`<button class="pill" part="arrivals" @click=${() => discussion.release(null)}>${speech.say(key, { n: count })}</button>` : nothing}
  </div>`;
}
