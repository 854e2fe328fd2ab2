import { html, nothing, type TemplateResult } from 'lit';
import { sanitize } from '../../reading/sanitizer.js';
import type { Desk } from '../desk.js';
import type { Doing } from '../keyboard/keys.js';
import type { FindingInText, ModeratedComment } from '../wire/decisions.js';
import type { ItemContext, QueueItem, ReportView } from '../wire/queue-views.js';
import { plainWords } from './excerpts.js';
import { pieces } from './highlights.js';
import { isTaken } from './steps.js';

type Press = (doing: Doing) => void;

/** The comment that is to be decided about, with what led to it. */
export function itemColumn(desk: Desk, now: number, press: Press): TemplateResult {
  const { queue, speech } = desk;
  const { current } = queue;
  return html`<section class="column looking" aria-label=${speech.say('looking')} tabindex="-1">
    ${current ? item(desk, current, now, press) : html`<p class="empty">${speech.say(queue.isLoading ? 'loading' : queue.screen.list.length === 0 ? 'nothingWaitsLong' : 'nothingOpen')}</p>`}
  </section>`;
}

function item(desk: Desk, current: QueueItem, now: number, press: Press): TemplateResult {
  const { queue, speech } = desk;
  const { reading, fate } = queue;
  const found = reading?.found;
  return html`<article aria-labelledby="looking-at" data-number=${current.number} aria-busy=${queue.isBusy ? 'true' : 'false'}>
    <header>
      <p class="row small"><span class="badge ${current.rank}">${speech.trySay(`rank.${current.rank}`) ?? speech.say(`state.${current.state}`)}</span>
        ${current.state === 'none' ? statusOf(desk, found?.comment) : html`<span class="muted">${speech.say('waitsSince', { time: speech.ago(current.since, now) })}</span>`}</p>
      <h2 id="looking-at"><bdi>${current.title ?? current.article}</bdi></h2>
      <p class="row small muted"><span>${speech.say('someComment', { n: String(current.number) })}</span><span dir="ltr">${current.article}</span></p>
    </header>
    ${banner(desk, current, now)}
    ${fate ? nothing : reading?.refusal ? html`<p class="note bad" role="alert">${desk.refusalText(reading.refusal)}</p>` : nothing}
    ${found ? html`${ancestors(desk, found, now)}
      ${comment(desk, found.comment, current, now, press)}
      ${findings(desk, found.comment.findings ?? [])}${reports(desk, current, found.reports ?? [], now)}${before(desk, found.comment)}` : fate || reading?.refusal ? nothing : html`<p class="empty">${speech.say('loading')}</p>`}
  </article>`;
}

/** What has become of a comment that does not wait. */
function statusOf({ speech }: Desk, comment: ModeratedComment | undefined): TemplateResult | typeof nothing {
  return comment ? html`<span class="muted">${speech.trySay(`tally.${comment.status}`) ?? comment.status}</span>` : nothing;
}

/** What stands against deciding. */
function banner(desk: Desk, current: QueueItem, now: number): TemplateResult | typeof nothing {
  const { queue, speech } = desk;
  if (queue.fate) return html`<p class="banner fate" role="status">${desk.tell(queue.fate)}</p>`;
  if (isTaken(current, queue.me, now))
    return html`<p class="banner taken" role="status">${speech.say('isAt', { name: current.claim!.by.name })} ${speech.say('until', { time: speech.time(current.claim!.until) })}</p>`;
  return nothing;
}

function ancestors({ speech }: Desk, { ancestors: above, moreAncestors }: ItemContext, now: number): TemplateResult | typeof nothing {
  if (above.length === 0) return nothing;
  return html`${moreAncestors ? html`<p class="small muted">${speech.say('earlierAbove')}</p>` : nothing}<ol class="ancestors" aria-label=${speech.say('above')}>${above.map(one => html`<li>
    <p class="small"><strong dir="auto">${one.author?.name ?? speech.trySay(`status.${one.status}`)}</strong> <span class="muted">#${one.number} · ${speech.ago(one.createdAt, now)}</span></p>
    <p dir="auto">${one.html === undefined ? speech.trySay(`status.${one.status}`) : plainWords(one)}</p>
  </li>`)}</ol>`;
}

function comment(desk: Desk, view: ModeratedComment, current: QueueItem, now: number, press: Press): TemplateResult {
  const { queue, speech } = desk;
  const source = queue.showsSource && view.text !== undefined;
  return html`<div class="comment">
    <p class="row"><button class="link author" @click=${() => press('author')}><bdi>${current.author.name}</bdi></button>
      ${current.guest ? html`<span class="badge">${speech.say('guest')}</span>` : nothing}${(view.badges ?? []).map(badge => html`<span class="badge">${badge}</span>`)}
      ${view.pinned ? html`<span class="badge">${speech.say('pinned')}</span>` : nothing}${view.featured ? html`<span class="badge">${speech.say('featured')}</span>` : nothing}
      <time class="muted small" datetime=${view.createdAt} title=${speech.moment(view.createdAt)}>${speech.ago(view.createdAt, now)}</time>
      ${view.editedAt ? html`<span class="muted small">${speech.say('revisionN', { n: view.revision })}</span>` : nothing}
      <button class="quiet small push" aria-pressed=${source ? 'true' : 'false'} @click=${() => press('source')}>${speech.say('do.source')} <kbd aria-hidden="true">t</kbd></button></p>
    ${view.quote?.text === undefined ? nothing : html`<blockquote dir="auto"><span class="muted small">#${view.quote.number}</span> ${view.quote.text}</blockquote>`}
    ${source ? sourceOf(view) : wordsOf(view)}
  </div>`;
}

/** As it was typed, with what screening found in it. */
function sourceOf(view: ModeratedComment): TemplateResult {
  const spans = (view.findings ?? []).flatMap(finding => finding.spans);
  return html`<p class="source" dir="auto">${pieces(view.text ?? '', spans).map(piece => piece.isHit ? html`<mark>${piece.text}</mark>` : piece.text)}</p>`;
}

const drawn = new WeakMap<ModeratedComment, HTMLElement>();

/** As readers see it, made once. */
function wordsOf(view: ModeratedComment): HTMLElement {
  let words = drawn.get(view);
  if (!words) {
    words = document.createElement('div');
    words.className = 'words';
    words.dir = 'auto';
    words.append(sanitize(view.html ?? ''));
    drawn.set(view, words);
  }
  return words;
}

function findings(desk: Desk, all: readonly FindingInText[]): TemplateResult | typeof nothing {
  const { speech } = desk;
  if (all.length === 0) return nothing;
  return html`<section class="why"><h3>${speech.say('findings')}</h3><ul>${all.map(finding => html`<li>
    <strong>${speech.trySay(`step.${finding.step}`) ?? finding.step}</strong>
    ${finding.rule === undefined ? nothing : html`<span dir="auto">${desk.ruleTitle(finding.rule)}</span>`}
    ${finding.detail ? html`<span class="muted" dir="auto">${finding.detail}</span>` : nothing}</li>`)}</ul></section>`;
}

/** What readers have said against it: one by one where it is known, else how many gave which reason. */
function reports({ speech }: Desk, { reporters, reasons }: QueueItem, all: readonly ReportView[], now: number): TemplateResult | typeof nothing {
  if (reporters === 0 && all.length === 0) return nothing;
  const reasonOf = (reason: string): string => speech.trySay(`reason.${reason}`) ?? reason;
  return html`<section class="why"><h3>${speech.say('reports', { n: Math.max(reporters, all.length) })}</h3>
    <ul>${all.length === 0 ? Object.entries(reasons ?? {}).map(([reason, n]) => html`<li><strong>${reasonOf(reason)}</strong> <span class="muted">× ${speech.number(n)}</span></li>`)
      : all.map(report => html`<li><strong>${reasonOf(report.reason)}</strong> <bdi class="muted small">${report.by}</bdi> <span class="muted small">${speech.ago(report.at, now)}</span>
        ${report.detail ? html`<span dir="auto">“${report.detail}”</span>` : nothing}${report.notice ? notice(speech, report.notice) : nothing}
        ${report.discounted ? html`<em class="small muted">${speech.say('reportDiscounted')}</em>` : nothing}</li>`)}</ul></section>`;
}

function notice(speech: Desk['speech'], { ground, explanation, contact }: NonNullable<ReportView['notice']>): TemplateResult {
  return html`<p class="note bad" dir="auto">${speech.say('noticeGround', { ground })}</p><p dir="auto">${explanation}</p>
    ${contact ? html`<p class="small" dir="auto">${speech.say('noticeContact', { contact })}</p>` : nothing}`;
}

/** What moderators have decided about it before. */
function before(desk: Desk, { decided, reason, rule, note }: ModeratedComment): TemplateResult | typeof nothing {
  if (!decided) return nothing;
  const { speech } = desk;
  return html`<section class="why"><h3>${speech.say('before')}</h3>
    <p>${desk.tell({ decision: decided.decision, by: decided.by.name, at: decided.at })}
      ${reason ? speech.trySay(`rejectReason.${reason}`) ?? reason : ''} ${rule === undefined ? nothing : html`<span dir="auto">${desk.ruleTitle(rule)}</span>`} ${note ? html`<span dir="auto">“${note}”</span>` : nothing}</p></section>`;
}
