import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { caps } from './buttons.js';
import { legend } from './keys.js';

/** What every key does; and the switch for those whose software speaks or types single letters itself. */
export function legendOf(desk: Desk, isOn: boolean, turn: (on: boolean) => void): TemplateResult {
  const { speech } = desk;
  const groups = (Object.keys(legend) as (keyof typeof legend)[]).map(group => ({ group, offered: legend[group].filter(({ doing }) => desk.offers(doing)) }));
  return html`<h2 id="asked" tabindex="-1" autofocus>${speech.say('keys')}</h2>
    <div class="legend">${groups.filter(({ offered }) => offered.length > 0).map(({ group, offered }) => html`<section><h3>${speech.say(`keys.${group}`)}</h3>
      <dl>${offered.map(({ strokes, doing }) => html`<div><dt>${caps(strokes)}<span class="unseen">${strokes.join(' ')}</span></dt><dd>${speech.trySay(`do.${doing}`)}</dd></div>`)}</dl></section>`)}</div>
    <label><input type="checkbox" ?checked=${isOn} @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}> ${speech.say('keysOn')}</label>`;
}
