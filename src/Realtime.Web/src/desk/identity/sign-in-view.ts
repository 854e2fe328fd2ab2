import { html, nothing, type TemplateResult } from 'lit';
import type { DeskSpeech } from '../locales/speech.js';

export interface SigningIn {
  speech: DeskSpeech;
  site: string;
  isDevelopment: boolean;
  isAsking: boolean;
  hasFailed: boolean;
  signIn(token: string): void;
  become(id: string, name: string, roles: readonly string[]): void;
}

const people = [
  { id: 'mira', name: 'Mira Voss', roles: ['moderator'] },
  { id: 'anahit', name: 'Անահիտ Պետրոսյան', roles: ['moderator'] },
  { id: 'jonas', name: 'Jonas Lind', roles: ['publisher', 'moderator'] },
] as const;

/** Who is at the desk. */
export function signInView({ speech, site, isDevelopment, isAsking, hasFailed, signIn, become }: SigningIn): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    signIn(String(new FormData(event.target as HTMLFormElement).get('credential') ?? '').trim());
  };
  return html`<main class="sign-in"><div class="card">
    <h1>${speech.say('desk')}</h1><p class="muted" dir="auto">${site}</p>
    ${isAsking ? html`<p role="status">${speech.say('askingPublisher')}</p>` : html`
      ${hasFailed ? html`<p class="note bad" role="alert">${speech.say('notAModerator')}</p>` : nothing}
      ${isDevelopment ? html`<h2>${speech.say('developmentPeople')}</h2><div class="stack">${people.map(person => html`<button class="secondary"
        @click=${() => become(person.id, person.name, person.roles)}><bdi>${person.name}</bdi> <span class="muted small">${person.roles.map(role => speech.say(`role.${role}`)).join(', ')}</span></button>`)}</div>` : nothing}
      <form class="stack" @submit=${submit}><label class="stack">${speech.say('tokenField')}
        <input class="field" type="password" name="credential" required autocomplete="off" spellcheck="false" dir="ltr"></label>
        <p class="muted small">${speech.say('tokenHelp')}</p>
        <button class="primary" type="submit">${speech.say('enter')}</button></form>`}
  </div></main>`;
}
