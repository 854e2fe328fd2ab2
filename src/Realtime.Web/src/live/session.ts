import type { SiteView, StandingView, ThreadChanges, ThreadPresence, WatchedThread } from '../wire/views.js';

/** What the server calls on a connected reader. */
export type Signal =
  | { kind: 'changed'; frame: ThreadChanges }
  | { kind: 'reset' }
  | { kind: 'presence'; presence: ThreadPresence }
  | { kind: 'site'; site: SiteView }
  | { kind: 'standing'; standing: StandingView }
  | { kind: 'draining'; afterMs: number }
  | { kind: 'closed' };

/** One connection to the hub, from its start to its end. */
export interface LiveSession {
  watch(position: string | null): Promise<WatchedThread>;
  typing(): void;
  close(): void;
}

/** Opens connections; `signal` is called with what comes in, and with `closed` once at the end. */
export type OpenSession = (signal: (signal: Signal) => void) => Promise<LiveSession>;
