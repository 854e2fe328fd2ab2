import { Backoff, hubConnection, type Person } from '../embed.js';
import type { InboxView } from './items.js';

type Hub = ReturnType<typeof hubConnection>;

/** The connection over which a person is told what comes into their inbox; after every interruption it asks for the whole again. */
export class Post {
  private readonly backoff = new Backoff();
  private hub: Hub | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: string, private readonly site: string, private readonly who: Person,
    private readonly opened: (view: InboxView) => void, private readonly came: (view: InboxView) => void) {}

  async connect(): Promise<void> {
    this.stop();
    const hub = this.hub = hubConnection(this.server, this.site, this.who, true);
    let early: InboxView[] | null = [];
    hub.on('Inbox', (view: InboxView) => { if (view.site === this.site) early ? early.push(view) : this.came(view); });
    hub.onclose(() => this.lost(hub));
    try {
      await hub.start();
      const view = await hub.invoke<InboxView>('WatchInbox', this.site);
      if (hub !== this.hub) return;
      this.backoff.succeeded();
      this.opened(view);
      // News may overtake the answer; they are of what came after it.
      early.forEach(this.came);
      early = null;
    } catch {
      this.lost(hub);
    }
  }

  read(through: number): void {
    void this.hub?.invoke('ReadInbox', this.site, through).catch(() => undefined);
  }

  stop(): void {
    clearTimeout(this.retry);
    const { hub } = this;
    this.hub = null;
    void hub?.stop();
  }

  private lost(hub: Hub): void {
    if (hub !== this.hub) return;
    this.stop();
    this.retry = setTimeout(() => void this.connect(), this.backoff.next());
  }
}
