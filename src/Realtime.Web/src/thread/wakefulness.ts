import type { RealtimeThread } from './realtime-thread.js';

const tick = 15_000;
const patience = 2000;

/** The world around the page: time, sleep, the network, the address bar, the selection. */
export class Wakefulness {
  private clock: ReturnType<typeof setInterval> | undefined;
  private loss: ReturnType<typeof setTimeout> | undefined;
  private last = Date.now();

  constructor(private readonly thread: RealtimeThread) {}

  start(): void {
    this.clock = setInterval(() => this.turn(), tick);
    addEventListener('online', this.online);
    addEventListener('hashchange', this.address);
    addEventListener('pagehide', this.leave);
    document.addEventListener('visibilitychange', this.visible);
    document.addEventListener('selectionchange', this.selected);
    this.loss = setInterval(() => this.showLoss(), patience);
  }

  stop(): void {
    clearInterval(this.clock);
    clearInterval(this.loss);
    removeEventListener('online', this.online);
    removeEventListener('hashchange', this.address);
    removeEventListener('pagehide', this.leave);
    document.removeEventListener('visibilitychange', this.visible);
    document.removeEventListener('selectionchange', this.selected);
  }

  private turn(): void {
    const now = Date.now();
    // The machine slept: the connection may look open and be dead.
    if (now - this.last > 2 * tick) void this.thread.discussion.follower.probe();
    this.last = now;
    if (!document.hidden) this.thread.now = now;
  }

  /** A connection that is away for a moment is nobody's business. */
  private showLoss(): void {
    this.thread.showsLoss = !this.thread.discussion.isLive;
  }

  private readonly online = (): void => this.thread.discussion.follower.connect();

  private readonly address = (): void => this.thread.travel.followAddress();

  private readonly leave = (): void => this.thread.discussion.keepVisit();

  private readonly selected = (): void => this.thread.marking.look();

  private readonly visible = (): void => {
    const { discussion } = this.thread;
    if (document.hidden) return discussion.keepVisit();
    this.thread.now = Date.now();
    if (!discussion.isLive) discussion.follower.connect();
    else void discussion.follower.probe();
  };
}
