import { Refused, readProblem } from './refusals.js';

/** Who asks. `bearer(true)` is asked after the server has refused the token. */
export interface Bearer {
  bearer(renew: boolean): Promise<string | null>;
}

const usual = 20_000;
/** For what goes through a whole site, and is done to its end whether anybody waits for the answer or not. */
export const long = 600_000;

/** Requests to one server, with the reader's token; a refused token is renewed once. */
export class Http {
  constructor(readonly server: string, private readonly who: Bearer) {}

  async get<T>(path: string, anonymous = false): Promise<T> {
    return (await this.send('GET', path, undefined, anonymous)).json() as Promise<T>;
  }

  async write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, patience = usual): Promise<{ status: number; value: T }> {
    const response = await this.send(method, path, body, false, patience);
    return { status: response.status, value: (response.status === 204 ? {} : await response.json()) as T };
  }

  private async send(method: string, path: string, body: unknown, anonymous: boolean, patience = usual): Promise<Response> {
    const token = anonymous ? null : await this.who.bearer(false);
    let response = await this.once(method, path, body, token, patience);
    if (response.status === 401 && token) {
      const renewed = await this.who.bearer(true);
      // Reading needs no token: whose has run out still reads.
      if (renewed && renewed !== token) response = await this.once(method, path, body, renewed, patience);
      else if (method === 'GET') response = await this.once(method, path, body, null, patience);
    }
    if (!response.ok) throw new Refused(await readProblem(response));
    return response;
  }

  private once(method: string, path: string, body: unknown, token: string | null, patience: number): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (token) headers['Authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return fetch(this.server + path, {
      // What is taken back when the page is left must still get there.
      method, headers, keepalive: method === 'DELETE', credentials: 'omit', signal: AbortSignal.timeout(patience), ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
