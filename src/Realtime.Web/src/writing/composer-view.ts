import { html, nothing, type TemplateResult } from 'lit';
import type { RealtimeComposer } from './realtime-composer.js';
import { refusalText } from './refusal-text.js';

const tellFrom = 500;

export function composerTabs(composer: RealtimeComposer): TemplateResult {
  const { speech, discussion } = composer.stage;
  const tab = (side: 'write' | 'preview') => html`<button type="button" role="tab" aria-selected=${composer.side === side}
    @click=${() => composer.show(side)}>${speech.say(side)}</button>`;
  return html`<div class="row small">
    <div class="tabs" role="tablist">${tab('write')}${tab('preview')}</div>
    ${discussion.me ? html`<span class="muted push" dir="auto">${speech.say('writingAs', { name: discussion.me.name })}
      ${discussion.person.isGuest
        ? html`<button type="button" class="link" @click=${() => discussion.person.leave()}>${speech.say('leave')}</button>` : nothing}</span>` : nothing}
  </div>`;
}

export function composerQuote(composer: RealtimeComposer): TemplateResult | typeof nothing {
  const { quote, stage: { speech } } = composer;
  if (!quote) return nothing;
  return html`<blockquote class="passage">
    <span class="text" dir="auto">${quote.name ? `${speech.say('quoted', { name: quote.name })}: ` : ''}${quote.text}</span>
    <button type="button" class="muted" @click=${() => composer.dropQuote()}>${speech.say('removeQuote')}</button>
  </blockquote>`;
}

export function composerNames(composer: RealtimeComposer, id: string): TemplateResult | typeof nothing {
  if (composer.names.length === 0) return nothing;
  return html`<ul class="names" id=${id} role="listbox" aria-label=${composer.stage.speech.say('people')}>
    ${composer.names.map((person, at) => html`<li id="${id}-${at}" role="option" dir="auto" aria-selected=${at === composer.chosen}
      @mousedown=${(event: Event) => { event.preventDefault(); composer.choose(person); }}>${person.name}</li>`)}
  </ul>`;
}

export function composerFoot(composer: RealtimeComposer): TemplateResult {
  const { speech } = composer.stage;
  const { left, refusal, editing, replyTo, isWarned } = composer;
  return html`${refusal ? html`<p class="note bad" role="alert">${refusalText(refusal, speech)}</p>` : nothing}
    <div class="row foot">
      <button type="submit" class="primary" part="submit" ?disabled=${!composer.maySend} aria-keyshortcuts="Control+Enter">
        ${speech.say(isWarned ? 'postAnyway' : editing ? 'save' : replyTo ? 'postReply' : 'post')}</button>
      ${editing || replyTo ? html`<button type="button" class="quiet" @click=${() => composer.cancel()}>${speech.say('cancel')}</button>` : nothing}
      <button type="button" class="link small" @click=${() => composer.stage.ask({ kind: 'policy' })}>${speech.say('policy')}</button>
      <span class="small push ${left < 0 ? 'danger' : 'muted'}" aria-live="polite">
        ${left < 0 ? speech.say('charactersOver', { n: -left }) : left <= tellFrom ? speech.say('charactersLeft', { n: left }) : nothing}</span>
    </div>
    <p class="small muted foot">${speech.say('markdown')}</p>`;
}
