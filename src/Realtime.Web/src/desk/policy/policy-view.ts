import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyRule } from '../../wire/views.js';
import type { Desk } from '../desk.js';
import { keyed } from '../keyboard/buttons.js';
import type { Doing } from '../keyboard/keys.js';
import { wordLists, type WordListName } from '../wire/policy-views.js';
import { dryRun } from './dry-run-view.js';

type Press = (doing: Doing) => void;

/** The discussion policy and the word lists, to be written by those who keep them and read by the others. */
export function policyView(desk: Desk, press: Press): TemplateResult {
  const { policy, speech } = desk;
  return html`<div class="page">
    <h2>${speech.say('view.policy')}</h2>
    ${policy.refusal ? html`<p class="note bad" role="alert">${desk.refusalText(policy.refusal)} <button class="link" @click=${() => policy.open()}>${speech.say('tryAgain')}</button></p>` : nothing}
    ${policy.rules === null ? policy.refusal ? nothing : html`<p class="muted">${speech.say('loading')}</p>` : rules(desk, policy.rules, press)}
    ${policy.words === null ? nothing : words(desk, press)}
  </div>`;
}

function rules(desk: Desk, all: readonly PolicyRule[], press: Press): TemplateResult {
  const { policy, speech } = desk;
  const isKept = desk.may('changePolicy');
  return html`<section><h3>${speech.say('rules')}</h3><p class="muted">${speech.say('rulesHelp')}</p>
    <ol class="rules">${all.map(rule => html`<li>
      <span class="number" aria-hidden="true">${rule.number}</span>
      <div class="grow stack">
        <input class="field" .value=${rule.title} ?readonly=${!isKept} aria-label=${speech.say('ruleTitle', { n: rule.number })} placeholder=${speech.say('ruleTitlePlaceholder')} dir="auto"
          @input=${(event: InputEvent) => policy.write(rule.number, { title: (event.target as HTMLInputElement).value })}>
        <textarea class="field" rows="2" .value=${rule.text} ?readonly=${!isKept} aria-label=${speech.say('ruleText', { n: rule.number })} placeholder=${speech.say('ruleTextPlaceholder')} dir="auto"
          @input=${(event: InputEvent) => policy.write(rule.number, { text: (event.target as HTMLTextAreaElement).value })}></textarea>
      </div>
      ${isKept ? html`<button class="quiet" @click=${() => policy.remove(rule.number)}>${speech.say('remove')}<span class="unseen"> ${speech.say('ruleN', { n: rule.number })}</span></button>` : nothing}</li>`)}</ol>
    <div class="row">${offered(desk, 'addRule', press)}${offered(desk, 'savePolicy', press, 'primary', policy.isSaving || !policy.rulesChanged)}
      ${policy.rulesChanged ? html`<span class="muted small">${speech.say('notSaved')}</span>` : nothing}</div></section>`;
}

function words(desk: Desk, press: Press): TemplateResult {
  const { policy, speech } = desk;
  const lists = policy.words!;
  const list = (name: WordListName): TemplateResult => html`<label class="stack"><span><strong>${speech.say(`words.${name}`)}</strong>
      <span class="muted small">${speech.say('entries', { n: lists[name].length })}</span></span>
    <span class="muted small">${speech.say(`wordsHelp.${name}`)}</span>
    <textarea class="field words-list" rows="10" spellcheck="false" dir="auto" data-list=${name} .value=${lists[name].join('\n')} ?readonly=${!desk.may('changeWords')}
      @change=${(event: Event) => policy.writeWords(name, (event.target as HTMLTextAreaElement).value)}></textarea></label>`;
  const busy = policy.isSaving;
  return html`<section><h3>${speech.say('wordLists')}</h3><p class="muted">${speech.say('wordListsHelp')}</p>
    <div class="three">${wordLists.map(list)}</div>
    <div class="row">${offered(desk, 'tryWords', press, 'secondary', busy)}${policy.isTrying ? offered(desk, 'cancelTrial', press) : nothing}
      ${offered(desk, 'applyWords', press, 'primary', busy || !policy.mayApply)}${offered(desk, 'saveWords', press, 'quiet', busy || !policy.wordsChanged)}
      ${policy.wordsChanged ? html`<span class="muted small">${speech.say('notSaved')}</span>` : nothing}</div>
    ${policy.run ? dryRun(desk, policy.run, policy.applied) : nothing}</section>`;
}

const offered = (desk: Desk, doing: Doing, press: Press, look = 'secondary', disabled = false): TemplateResult | typeof nothing =>
  desk.offers(doing) ? keyed(desk.speech, doing, `do.${doing}`, press, look, disabled) : nothing;
