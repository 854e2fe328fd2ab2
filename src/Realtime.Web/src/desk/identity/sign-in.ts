import type { GetToken } from '../../identity/person.js';

const key = 'realtime-desk-token';
const patience = 15_000;

/** Kept until the tab is closed, and by this tab only. */
export const keptToken = {
  read(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },

  write(token: string | null): void {
    try {
      if (token === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, token);
    } catch {
      // A browser that keeps nothing asks again.
    }
  },
};

/**
 * Where the moderator's token comes from: what the page gives, what the page that has opened this one gives, or what was typed in here. Never the address: addresses are
 * kept in histories and logs.
 */
export async function tokenFrom(getToken: GetToken | null, renew: boolean): Promise<string | null> {
  if (getToken) return await getToken({ renew }) ?? null;
  if (renew) keptToken.write(null);
  const kept = keptToken.read();
  if (kept !== null) return kept;
  const given = await askOpener();
  if (given !== null) keptToken.write(given);
  return given;
}

/**
 * Asks the publisher's page that has opened this one: it is sent `{ realtime: 'desk', ask: 'token' }` and answers `{ realtime: 'desk', token }`. Nothing secret is
 * asked with, and an answer counts from that one window only.
 */
function askOpener(): Promise<string | null> {
  const opener = window.opener as Window | null;
  if (!opener || opener === window) return Promise.resolve(null);
  return new Promise(resolve => {
    const answer = (event: MessageEvent<{ realtime?: unknown; token?: unknown } | null>): void => {
      if (event.source === opener && event.data?.realtime === 'desk' && typeof event.data.token === 'string') finish(event.data.token);
    };
    const finish = (token: string | null): void => {
      removeEventListener('message', answer);
      clearTimeout(late);
      resolve(token);
    };
    const late = setTimeout(() => finish(null), patience);
    addEventListener('message', answer);
    opener.postMessage({ realtime: 'desk', ask: 'token' }, '*');
  });
}

/** In Development the server makes a moderator of whoever asks. */
export async function developmentToken(server: string, userId: string, name: string, roles: readonly string[]): Promise<string | null> {
  const answer = await fetch(`${server}/api/v1/dev/token`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, credentials: 'omit', body: JSON.stringify({ userId, name, roles }),
  });
  return answer.ok ? (await answer.json() as { token: string }).token : null;
}
