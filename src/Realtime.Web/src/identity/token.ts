import type { AuthorView } from '../wire/views.js';

export interface TokenContent {
  me: AuthorView;
  /** Milliseconds since 1970; null when the token does not say. */
  expires: number | null;
}

/** Reads what a token says, to show whose it is. Whether it is true is the server's to judge. */
export function readToken(token: string): TokenContent | null {
  try {
    const payload = token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(payload), character => character.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes)) as { sub?: unknown; name?: unknown; exp?: unknown };
    if (typeof claims.sub !== 'string') return null;
    const name = typeof claims.name === 'string' ? claims.name : claims.sub;
    return { me: { id: claims.sub, name }, expires: typeof claims.exp === 'number' ? claims.exp * 1000 : null };
  } catch {
    return null;
  }
}
