import { html, nothing, type TemplateResult } from 'lit';
import type { DeskKey } from '../locales/en.js';
import type { DeskSpeech } from '../locales/speech.js';
import { strokesOf, type Doing } from './keys.js';

/** Strokes as they are printed on keys. */
export const caps = (strokes: readonly string[]): TemplateResult =>
  html`<span class="caps" aria-hidden="true">${strokes.map(stroke => html`<kbd>${stroke === 'Escape' ? 'esc' : stroke}</kbd>`)}</span>`;

const shortcut = (strokes: readonly string[]): string => strokes.map(stroke => /^[A-Z]$/.test(stroke) ? `Shift+${stroke}` : stroke).join(' ');

/** A button that a key presses as well. */
export function keyed(speech: DeskSpeech, doing: Doing, label: DeskKey, press: (doing: Doing) => void, look = 'secondary', disabled = false): TemplateResult {
  const strokes = strokesOf(doing);
  return html`<button class="keyed ${look}" data-doing=${doing} aria-keyshortcuts=${strokes.length === 1 ? shortcut(strokes) : nothing} ?disabled=${disabled}
    @click=${() => press(doing)}><span>${speech.say(label)}</span>${caps(strokes)}</button>`;
}
