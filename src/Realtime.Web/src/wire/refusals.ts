/** Where in the text as it was written, in UTF-16 code units. */
export interface TextSpan {
  start: number;
  length: number;
}

/** Why the server did not do what was asked; `code` never changes its meaning. */
export interface Refusal {
  code: string;
  title?: string;
  detail?: string;
  rule?: number;
  spans?: TextSpan[];
  newerRevision?: number;
  until?: string;
  retryAfterMs?: number;
  status?: number;
  /** What another moderator did before. */
  decided?: { decision: string; by: { id: string; name: string }; at: string };
}

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.title ?? refusal.code);
  }
}

const passing = new Set(['offline', 'thread_busy', 'store_unavailable', 'rate_limited', 'slow_mode', 'internal_error']);

/** True when the same request may succeed later as it is. */
export const isPassing = (refusal: Refusal): boolean => passing.has(refusal.code) || (refusal.status ?? 0) >= 500;

/** The refusal in an answer over HTTP. A proxy's error page is one too. */
export async function readProblem(response: Response): Promise<Refusal> {
  const refusal: Refusal = { code: response.status >= 500 ? 'internal_error' : 'request_malformed', status: response.status };
  const wait = Number(response.headers.get('Retry-After'));
  if (wait > 0) refusal.retryAfterMs = wait * 1000;
  try {
    return { ...refusal, ...(await response.json() as Refusal), status: response.status };
  } catch {
    return refusal;
  }
}

/** The refusal in the message of a hub error: a JSON object behind what SignalR puts before it. */
export function readHubError(error: unknown): Refusal | null {
  const message = error instanceof Error ? error.message : '';
  const start = message.indexOf('{');
  if (start < 0) return null;
  try {
    const read = JSON.parse(message.slice(start)) as Partial<Refusal>;
    return typeof read.code === 'string' ? { ...read, code: read.code } : null;
  } catch {
    return null;
  }
}

/** What is told of a failure that is no refusal: the network, mostly. */
export const refusalOf = (failure: unknown): Refusal => failure instanceof Refused ? failure.refusal : { code: 'offline' };
