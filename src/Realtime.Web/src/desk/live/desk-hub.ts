import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { Bearer } from '../../wire/http.js';
import type { QueueChanged, QueuePage } from '../wire/queue-views.js';

export type QueueSignal = { kind: 'changed'; frame: QueueChanged } | { kind: 'reset' } | { kind: 'draining'; afterMs: number } | { kind: 'closed' };

export interface WatchedQueue {
  position: string;
  sequence: number;
  reset: boolean;
  changes?: QueueChanged;
  page?: QueuePage;
}

export interface DeskSession {
  watch(position: string | null): Promise<WatchedQueue>;
  close(): void;
}

export type OpenDesk = (signal: (signal: QueueSignal) => void) => Promise<DeskSession>;

/** Connections to `/hubs/desk`, as those to the readers' hub: a WebSocket first, and where the network lets none through another transport. */
export function deskSessions(server: string, site: string, who: Bearer): OpenDesk {
  let blocked = 0;
  return async signal => {
    const direct = blocked % 3 !== 2;
    const options = { accessTokenFactory: async () => (await who.bearer(false)) ?? '', withCredentials: false };
    const connection = new HubConnectionBuilder()
      .withUrl(`${server}/hubs/desk?site=${encodeURIComponent(site)}`, direct ? { ...options, skipNegotiation: true, transport: HttpTransportType.WebSockets }
        : { ...options, transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
      .configureLogging(LogLevel.None)
      .build();
    connection.on('QueueChanged', (frame: QueueChanged) => { if (frame.site === site) signal({ kind: 'changed', frame }); });
    connection.on('QueueReset', () => signal({ kind: 'reset' }));
    connection.on('Draining', (afterMs: number) => signal({ kind: 'draining', afterMs }));
    connection.onclose(() => signal({ kind: 'closed' }));
    try {
      await connection.start();
      blocked = 0;
    } catch (error) {
      blocked++;
      if (String(error).includes('401')) await who.bearer(true);
      throw error;
    }
    return { watch: position => connection.invoke<WatchedQueue>('Watch', site, position), close: () => void connection.stop() };
  };
}
