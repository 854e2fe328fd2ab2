import type { CommentView } from '../wire/views.js';

/** What one person's tabs tell one another about a thread. */
export type TabNews =
  | { kind: 'own'; by: string; comment: CommentView }
  | { kind: 'reacted'; by: string; number: number; kinds: string[] }
  | { kind: 'read'; numbers: number[] }
  | { kind: 'guest' };

/** The other tabs of this browser that show the same thread. */
export class Tabs {
  private readonly channel: BroadcastChannel | null;

  constructor(name: string, hear: (news: TabNews) => void) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    if (this.channel) this.channel.onmessage = (event: MessageEvent<TabNews>) => hear(event.data);
  }

  tell(news: TabNews): void {
    this.channel?.postMessage(news);
  }

  close(): void {
    this.channel?.close();
  }
}
