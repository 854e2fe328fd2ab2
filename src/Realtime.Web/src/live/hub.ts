import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Bearer } from '../wire/http.js';
import type { SiteView, StandingView, ThreadChanges, ThreadPresence, WatchedThread } from '../wire/views.js';
import type { OpenSession, Signal } from './session.js';

interface Thread {
  server: string;
  site: string;
  article: string;
}

/**
 * Connections to `/hubs/discussion`. A WebSocket without a negotiation before it comes first: it needs no sticky sessions when there are several servers. Where
 * the network lets none through, the next attempt negotiates another transport.
 */
export function hubSessions(thread: Thread, who: Bearer): OpenSession {
  let blocked = 0;
  return async signal => {
    const connection = hubConnection(thread.server, thread.site, who, blocked % 3 !== 2);
    listen(connection, thread, signal);
    try {
      await connection.start();
      blocked = 0;
    } catch (error) {
      blocked++;
      if (String(error).includes('401')) await who.bearer(true);
      throw error;
    }
    return {
      watch: position => connection.invoke<WatchedThread>('Watch', thread.site, thread.article, position),
      typing: () => void connection.send('Typing', thread.site, thread.article).catch(() => undefined),
      close: () => void connection.stop(),
    };
  };
}

/** Not started yet. The site stands beside the token, which may be one of the site's own sign-on. */
export function hubConnection(server: string, site: string, who: Bearer, direct: boolean): HubConnection {
  const options = { accessTokenFactory: async () => (await who.bearer(false)) ?? '', withCredentials: false };
  return new HubConnectionBuilder()
    .withUrl(`${server}/hubs/discussion?site=${encodeURIComponent(site)}`, direct ? { ...options, skipNegotiation: true, transport: HttpTransportType.WebSockets }
      : { ...options, transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
    .configureLogging(LogLevel.None)
    .build();
}

function listen(connection: HubConnection, thread: Thread, signal: (signal: Signal) => void): void {
  const ours = (of: { site: string; article: string }) => of.site === thread.site && of.article === thread.article;
  connection.on('ThreadChanged', (frame: ThreadChanges) => { if (ours(frame)) signal({ kind: 'changed', frame }); });
  connection.on('ThreadReset', (reset: { site: string; article: string }) => { if (ours(reset)) signal({ kind: 'reset' }); });
  connection.on('Presence', (presence: ThreadPresence) => { if (ours(presence)) signal({ kind: 'presence', presence }); });
  connection.on('SiteChanged', (site: SiteView) => { if (site.site === thread.site) signal({ kind: 'site', site }); });
  connection.on('Standing', (standing: StandingView) => { if (standing.site === thread.site) signal({ kind: 'standing', standing }); });
  connection.on('Draining', (afterMs: number) => signal({ kind: 'draining', afterMs }));
  connection.onclose(() => signal({ kind: 'closed' }));
}
