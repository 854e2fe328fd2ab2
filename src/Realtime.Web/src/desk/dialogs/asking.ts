import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { sanctionLine } from '../people/person-parts.js';
import { rejectReasons } from '../wire/decisions.js';
import type { KeptThread } from '../wire/desk-api.js';
import { numberKeys } from './picking.js';
import type { Question } from './questions.js';
import { sanctionFields } from './sanctioning.js';

/** What a question says, and what it needs to be told. */
export function bodyOf(desk: Desk, question: Exclude<Question, { kind: 'legend' }>): TemplateResult {
  const { speech } = desk;
  switch (question.kind) {
    case 'reject': {
      const n = desk.queue.screen.marked.size;
      return html`<h2 id="asked">${question.marked ? speech.say('rejectMany', { n }) : speech.say('rejectWhy', { name: desk.queue.current?.author.name ?? '' })}</h2>${grounds(desk)}`;
    }
    case 'move': return html`<h2 id="asked">${speech.say('moveTitle', { n: String(question.item.number), name: question.item.author.name })}</h2>
      <p class="muted">${speech.say('moveHelp')}</p>${place(desk, 'to')}`;
    case 'open': return html`<h2 id="asked">${speech.say('do.openComment')}</h2>${place(desk, 'article')}
      <p><label class="stacked">${speech.say('numberOf')}<input class="field" type="number" name="number" min="1" step="1" required></label></p>`;
    case 'sanction': return html`<h2 id="asked">${speech.say(`impose.${question.sanction}`)}: <bdi>${question.person.name}</bdi></h2>
      <p class="muted">${speech.say(`imposeHelp.${question.sanction}`)}</p>${sanctionFields(desk, question.sanction)}`;
    case 'lift': return html`<h2 id="asked">${speech.say('lift')}: <bdi>${question.person.name}</bdi></h2>
      <fieldset class="picks"><legend>${speech.say('sanctions')}</legend>${question.sanctions.map((sanction, at) => html`<label>
        <input type="radio" name="which" value=${at} required ?checked=${at === 0} ?autofocus=${at === 0}><kbd aria-hidden="true">${numberKeys[at]}</kbd> ${sanctionLine(desk, sanction)}</label>`)}</fieldset>`;
    case 'undo': return html`<h2 id="asked">${speech.say(question.restore ? 'restoreEverything' : 'rejectEverything')}: <bdi>${question.person.name}</bdi></h2>
      <p class="muted">${speech.say(question.restore ? 'restoreEverythingHelp' : 'rejectEverythingHelp')}</p>${grounds(desk)}`;
    case 'mode': return html`<h2 id="asked" dir="auto">${speech.say('modeOf', { title: question.title })}</h2>${mode(desk, question.now)}`;
    case 'brake': return html`<h2 id="asked">${speech.say(question.on ? 'brakeOn' : 'brakeOff')}</h2><p>${speech.say(question.on ? 'brakeOnHelp' : 'brakeOffHelp')}</p>`;
  }
}

/** What the button that does it says. */
export function deedOf({ speech }: Desk, question: Exclude<Question, { kind: 'legend' }>): string {
  switch (question.kind) {
    case 'reject': return speech.say('reject');
    case 'move': return speech.say('move');
    case 'open': return speech.say('show');
    case 'sanction': return speech.say(`impose.${question.sanction}`);
    case 'lift': return speech.say('lift');
    case 'undo': return speech.say(question.restore ? 'restoreEverything' : 'rejectEverything');
    case 'mode': return speech.say('save');
    case 'brake': return speech.say(question.on ? 'brakeOn' : 'brakeOff');
  }
}

function grounds(desk: Desk): TemplateResult {
  const { speech, rules, queue } = desk;
  const broken = queue.reading?.found?.comment.findings?.find(finding => finding.rule !== undefined)?.rule;
  return html`<fieldset class="picks"><legend>${speech.say('reasonFor')}</legend>${rejectReasons.map((reason, at) => html`<label>
      <input type="radio" name="reason" value=${reason} required ?autofocus=${at === 0}><kbd aria-hidden="true">${numberKeys[at]}</kbd> ${speech.say(`rejectReason.${reason}`)}</label>`)}</fieldset>
    ${rules.length === 0 ? nothing : html`<p><label class="stacked">${speech.say('brokenRule')}<select class="field" name="rule"><option value="">${speech.say('noRule')}</option>
      ${rules.map(rule => html`<option value=${rule.number} ?selected=${rule.number === broken}>${desk.ruleTitle(rule.number)}</option>`)}</select></label></p>`}
    <p><label class="stacked">${speech.say('noteToAuthor')}<textarea class="field" name="note" rows="2" maxlength="1000" dir="auto"></textarea></label></p>`;
}

/** An article by its id; those of what is listed are offered. */
function place({ speech, queue }: Desk, name: 'to' | 'article'): TemplateResult {
  const known = new Map([...queue.screen.items.values()].map(item => [item.article, item.title ?? item.article]));
  return html`<p><label class="stacked">${speech.say('articleId')}<input class="field" name=${name} required autofocus list="articles-known" autocomplete="off" spellcheck="false" dir="ltr"></label></p>
    <datalist id="articles-known">${[...known].map(([id, title]) => html`<option value=${id}>${title}</option>`)}</datalist>`;
}

function mode({ speech }: Desk, now: KeptThread): TemplateResult {
  return html`<fieldset><legend class="unseen">${speech.say('do.mode')}</legend>
    <label><input type="checkbox" name="review" autofocus ?checked=${now.review}> ${speech.say('modeReview')}</label>
    <label><input type="checkbox" name="locked" ?checked=${now.locked}> ${speech.say('modeLocked')}</label>
    <label class="stacked">${speech.say('modeSlow')}<input class="field" type="number" name="slow" min="0" max="86400" step="1" value=${now.slowMode}></label></fieldset>
    <p class="muted small">${speech.say('modeHelp')}</p>`;
}
