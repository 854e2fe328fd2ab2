import { Backoff } from '../../live/backoff.js';
import { readHubError, type Refusal } from '../../wire/refusals.js';
import type { QueueChanged, QueuePage } from '../wire/queue-views.js';
import type { DeskSession, OpenDesk, QueueSignal, WatchedQueue } from './desk-hub.js';

/** What is told of a followed queue. The changes have no gap, or `opened` says that they start afresh. */
export interface QueueFollowing {
  opened(page: QueuePage): void;
  moved(frame: QueueChanged): void;
  live(isLive: boolean): void;
  refused(refusal: Refusal): void;
}

const longestDrain = 120_000;
const final = new Set(['not_allowed', 'sign_in_required', 'site_invalid']);

/** Follows the queue of one site until it is stopped; after an interruption it goes on from the last position, or from a fresh page. */
export class QueueFollower {
  private readonly backoff = new Backoff();
  private session: DeskSession | null = null;
  private position: string | null = null;
  private sequence = -1;
  private generation = 0;
  private asking = false;
  private held: QueueChanged[] = [];
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isStarted = false;

  constructor(private readonly open: OpenDesk, private readonly tell: QueueFollowing) {}

  start(): void {
    this.isStarted = true;
    this.connect();
  }

  stop(): void {
    this.isStarted = false;
    this.drop();
    clearTimeout(this.retry);
  }

  /** At once instead of at the end of a pause. */
  connect(): void {
    if (!this.isStarted) return;
    this.drop();
    clearTimeout(this.retry);
    void this.run(this.generation);
  }

  private async run(generation: number): Promise<void> {
    try {
      const session = await this.open(signal => { if (generation === this.generation) this.take(signal); });
      if (generation !== this.generation) return session.close();
      this.session = session;
      await this.watch(session, generation);
    } catch (error) {
      if (generation !== this.generation) return;
      const refusal = readHubError(error);
      if (refusal && final.has(refusal.code)) return this.giveUp(refusal);
      if (refusal?.code === 'position_invalid') this.position = null;
      this.pause(this.backoff.next());
    }
  }

  private take(signal: QueueSignal): void {
    switch (signal.kind) {
      case 'changed': return this.asking ? void this.held.push(signal.frame) : this.takeFrame(signal.frame);
      case 'reset':
        this.position = null;
        return this.ask();
      // Until then the old connection still brings changes.
      case 'draining': return this.connectIn(Math.min(Math.max(signal.afterMs, 0), longestDrain));
      case 'closed': return this.pause(this.backoff.next());
    }
  }

  private takeFrame(frame: QueueChanged): void {
    if (frame.to <= this.sequence) return;
    if (frame.from > this.sequence) return this.ask();
    this.advance(frame);
  }

  private advance(frame: QueueChanged): void {
    this.position = frame.position;
    this.sequence = frame.to;
    this.tell.moved(frame);
  }

  private ask(): void {
    const { session, generation } = this;
    if (!session || this.asking) return;
    this.watch(session, generation).catch(() => { if (generation === this.generation) this.pause(this.backoff.next()); });
  }

  private async watch(session: DeskSession, generation: number): Promise<void> {
    this.asking = true;
    const watched = await session.watch(this.position);
    if (generation !== this.generation) return;
    this.asking = false;
    this.backoff.succeeded();
    this.takeAnswer(watched);
    this.tell.live(true);
    // A frame may overtake the answer of the Watch that it follows.
    for (const frame of this.held.splice(0)) this.takeFrame(frame);
  }

  private takeAnswer(watched: WatchedQueue): void {
    if (watched.page) this.tell.opened(watched.page);
    else if (watched.changes) this.tell.moved(watched.changes);
    this.position = watched.position;
    this.sequence = watched.sequence;
  }

  private giveUp(refusal: Refusal): void {
    this.drop();
    this.tell.live(false);
    this.tell.refused(refusal);
  }

  private pause(wait: number): void {
    this.drop();
    this.tell.live(false);
    this.connectIn(wait);
  }

  private connectIn(wait: number): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), wait);
  }

  private drop(): void {
    this.generation++;
    this.asking = false;
    this.held = [];
    this.session?.close();
    this.session = null;
  }
}
