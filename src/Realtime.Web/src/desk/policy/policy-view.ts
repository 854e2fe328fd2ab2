import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyRule } from '../../wire/views.js';
import type { Desk } from '../desk.js';
import { wordLists, type WordListName } from '../wire/policy-views.js';
import { dryRun } from './dry-run-view.js';

/** The discussion policy and the word lists, to be written. */
export function policyView(desk: Desk): TemplateResult {
  const { policy, speech } = desk;
  return html`<div class="page">
    <h2>${speech.say('view.policy')}</h2>
    ${policy.refusal ? html`<p class="note bad" role="alert">${desk.refusalText(policy.refusal)} <button class="link" @click=${() => policy.open()}>${speech.say('tryAgain')}</button></p>` : nothing}
    ${policy.rules === null ? policy.refusal ? nothing : html`<p class="muted">${speech.say('loading')}</p>` : rules(desk, policy.rules)}
    ${policy.words === null ? nothing : words(desk)}
  </div>`;
}

function rules(desk: Desk, all: readonly PolicyRule[]): TemplateResult {
  const { policy, speech } = desk;
  return html`<section><h3>${speech.say('rules')}</h3><p class="muted">${speech.say('rulesHelp')}</p>
    <ol class="rules">${all.map(rule => html`<li>
      <span class="number" aria-hidden="true">${rule.number}</span>
      <div class="grow stack">
        <input class="field" .value=${rule.title} aria-label=${speech.say('ruleTitle', { n: rule.number })} placeholder=${speech.say('ruleTitlePlaceholder')} dir="auto"
          @input=${(event: InputEvent) => policy.write(rule.number, { title: (event.target as HTMLInputElement).value })}>
        <textarea class="field" rows="2" .value=${rule.text} aria-label=${speech.say('ruleText', { n: rule.number })} placeholder=${speech.say('ruleTextPlaceholder')} dir="auto"
          @input=${(event: InputEvent) => policy.write(rule.number, { text: (event.target as HTMLTextAreaElement).value })}></textarea>
      </div>
      <button class="quiet" @click=${() => policy.remove(rule.number)}>${speech.say('remove')}<span class="unseen"> ${speech.say('ruleN', { n: rule.number })}</span></button></li>`)}</ol>
    <div class="row"><button class="secondary" @click=${() => policy.add()}>${speech.say('addRule')}</button>
      <button class="primary" ?disabled=${policy.isSaving || !policy.rulesChanged} @click=${() => policy.saveRules()}>${speech.say('savePolicy')}</button>
      ${policy.rulesChanged ? html`<span class="muted small">${speech.say('notSaved')}</span>` : nothing}</div></section>`;
}

function words(desk: Desk): TemplateResult {
  const { policy, speech } = desk;
  const lists = policy.words!;
  const list = (name: WordListName): TemplateResult => html`<label class="stack"><span><strong>${speech.say(`words.${name}`)}</strong>
      <span class="muted small">${speech.say('entries', { n: lists[name].length })}</span></span>
    <span class="muted small">${speech.say(`wordsHelp.${name}`)}</span>
    <textarea class="field words-list" rows="10" spellcheck="false" dir="auto" data-list=${name} .value=${lists[name].join('\n')}
      @change=${(event: Event) => policy.writeWords(name, (event.target as HTMLTextAreaElement).value)}></textarea></label>`;
  const isTried = policy.run?.done === true && !policy.run.failed;
  const busy = policy.isSaving;
  return html`<section><h3>${speech.say('wordLists')}</h3><p class="muted">${speech.say('wordListsHelp')}</p>
    <div class="three">${wordLists.map(list)}</div>
    <div class="row"><button class="secondary" data-doing="try" ?disabled=${busy} @click=${() => policy.tryWords()}>${speech.say('tryWords')}</button>
      <button class="primary" data-doing="apply" ?disabled=${busy || !isTried} @click=${() => policy.apply()}>${speech.say('applyWords')}</button>
      <button class="quiet" ?disabled=${busy || !policy.wordsChanged} @click=${() => policy.saveWords()}>${speech.say('saveWords')}</button>
      ${policy.wordsChanged ? html`<span class="muted small">${speech.say('notSaved')}</span>` : nothing}</div>
    ${policy.run ? dryRun(desk, policy.run, policy.applied) : nothing}</section>`;
}
