import { html, nothing, type TemplateResult } from 'lit';
import { plainWords } from '../queue/excerpts.js';
import type { Desk } from '../desk.js';
import type { AuditEvent, ThreadThen } from '../wire/audit-views.js';

/** A thread's past: the list of what happened, and what readers saw at a moment of it. */
export function auditView(desk: Desk): TemplateResult {
  const { audit, speech } = desk;
  return html`<div class="page wide">
    <h2>${speech.say('view.audit')}</h2>
    ${choice(desk)}
    ${audit.refusal ? html`<p class="note bad" role="alert">${desk.refusalText(audit.refusal)}</p>` : nothing}
    ${audit.article === '' || (audit.refusal && audit.events.length === 0) ? html`<p class="muted">${audit.refusal ? '' : speech.say('auditHelp')}</p>` : html`
      ${slider(desk)}
      <div class="two"><section aria-label=${speech.say('sawThen')}><h3>${speech.say('sawThen')}</h3>${audit.then ? seen(desk, audit.then) : html`<p class="muted">${speech.say('loading')}</p>`}</section>
        <section aria-label=${speech.say('happened')}><h3>${speech.say('happened')}</h3>${trail(desk)}</section></div>`}
  </div>`;
}

function choice(desk: Desk): TemplateResult {
  const { audit, queue, speech } = desk;
  const articles = new Map([...queue.screen.items.values()].map(item => [item.article, item.title ?? item.article]));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const moment = (name: string): string => { const local = String(form.get(name) ?? ''); return local === '' ? '' : new Date(local).toISOString(); };
    [audit.from, audit.to] = [moment('from'), moment('to')];
    void audit.open(String(form.get('article') ?? ''));
  };
  return html`<form role="search" class="row" @submit=${submit}>
    <label class="grow">${speech.say('articleId')}<input class="field filter" name="article" required list="known-articles" autocomplete="off" spellcheck="false" .value=${audit.article}></label>
    <datalist id="known-articles">${[...articles].map(([id, title]) => html`<option value=${id}>${title}</option>`)}</datalist>
    <label>${speech.say('from')}<input class="field" type="datetime-local" name="from"></label>
    <label>${speech.say('to')}<input class="field" type="datetime-local" name="to"></label>
    <button class="primary" type="submit">${speech.say('show')}</button></form>`;
}

function slider(desk: Desk): TemplateResult {
  const { audit, speech } = desk;
  const { first, last } = audit.span;
  const at = Date.parse(audit.at);
  return html`<div class="moment"><label class="stack">${speech.say('moment')}
      <input type="range" min=${first} max=${last} step="1" .value=${String(at)} aria-valuetext=${speech.moment(audit.at)}
        @input=${(event: InputEvent) => audit.goTo(new Date(Number((event.target as HTMLInputElement).value)).toISOString())}></label>
    <p class="row small"><span class="muted">${speech.moment(new Date(first).toISOString())}</span><strong class="push" role="status">${speech.say('atMoment', { time: speech.exactly(audit.at) })}</strong>
      <span class="muted push">${speech.moment(new Date(last).toISOString())}</span></p></div>`;
}

function seen(desk: Desk, then: ThreadThen): TemplateResult {
  const { speech } = desk;
  return html`<p class="muted small">${speech.say('comments', { n: then.commentCount })}${then.closed ? ` · ${speech.say('closed')}` : ''}</p>
    ${then.comments.length === 0 ? html`<p class="muted">${speech.say('sawNothing')}</p>` : html`<ol class="plain then">${then.comments.map(comment => html`<li data-number=${comment.number}>
      <p class="small"><strong dir="auto">${comment.author?.name ?? ''}</strong> ${desk.may('readQueue') ? html`<button class="link small" @click=${() => desk.show({ article: desk.audit.article, number: comment.number })}>#${comment.number}</button>` : html`<span class="muted">#${comment.number}</span>`}
        <span class="muted">${speech.exactly(comment.createdAt)}</span></p>
      <p dir="auto" class=${comment.html === undefined ? 'muted' : ''}>${comment.html === undefined ? speech.trySay(`status.${comment.status}`) ?? comment.status : plainWords(comment)}</p></li>`)}</ol>`}
    ${then.next ? html`<button class="link" @click=${() => desk.audit.moreComments()}>${speech.say('loadMore')}</button>` : nothing}`;
}

function trail(desk: Desk): TemplateResult {
  const { audit, speech } = desk;
  const at = Date.parse(audit.at);
  return html`<ol class="plain trail">${audit.events.map(event => html`<li class=${event.at > audit.at && Date.parse(event.at) > at ? 'later' : ''}>
      <button class="link small" @click=${() => audit.goTo(event.at)}>${speech.exactly(event.at)}</button> ${happening(desk, event)}</li>`)}</ol>
    ${audit.next === null ? nothing : html`<button class="link" @click=${() => audit.more()}>${speech.say('loadMore')}</button>`}`;
}

function happening({ speech }: Desk, event: AuditEvent): TemplateResult {
  const type = event.decision ? `decided.${event.decision}` : event.type;
  const what = speech.trySay(`event.${type}`, { n: event.numbers && event.numbers.length > 1 ? speech.list(event.numbers.map(String)) : String(event.number ?? 0) }) ?? `${event.type}${event.number === undefined ? '' : ` #${event.number}`}`;
  return html`<strong dir="auto">${event.by?.name || event.by?.id}</strong> ${what}
    ${event.reason ? html`<span class="badge">${speech.trySay(`rejectReason.${event.reason}`) ?? speech.trySay(`reason.${event.reason}`) ?? event.reason}</span>` : nothing}
    ${event.rule === undefined ? nothing : html`<span class="badge">${speech.say('ruleN', { n: event.rule })}</span>`}
    ${event.note ?? event.detail ? html`<span class="small muted" dir="auto">“${event.note ?? event.detail}”</span>` : nothing}`;
}
