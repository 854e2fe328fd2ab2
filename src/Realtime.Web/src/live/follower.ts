import { Backoff } from './backoff.js';
import { Continuity } from './continuity.js';
import type { LiveSession, OpenSession, Signal } from './session.js';
import { readHubError } from '../wire/refusals.js';
import type { SiteView, StandingView, ThreadChanges, ThreadPage, ThreadPresence, WatchedThread } from '../wire/views.js';

/** What a follower tells. The changes have no gap, or `opened` says that they start afresh. */
export interface Following {
  opened(page: ThreadPage): void;
  moved(changes: ThreadChanges): void;
  presenceChanged(presence: ThreadPresence): void;
  siteChanged(site: SiteView): void;
  standingChanged(standing: StandingView): void;
  live(isLive: boolean): void;
}

const longestDrain = 120_000;

/** Follows one thread until it is stopped: connects, watches, and after every interruption connects anew and goes on from the last position. */
export class Follower {
  private readonly continuity = new Continuity();
  private readonly backoff = new Backoff();
  private session: LiveSession | null = null;
  private generation = 0;
  private asking = false;
  private waiting: Signal[] = [];
  private retry: ReturnType<typeof setTimeout> | undefined;
  private returnAt = 0;
  private isStarted = false;

  constructor(private readonly open: OpenSession, private readonly tell: Following) {}

  get position(): string | null {
    return this.continuity.position;
  }

  start(position: string | null): void {
    this.continuity.resume(position);
    this.isStarted = true;
    this.connect();
  }

  stop(): void {
    this.isStarted = false;
    this.drop();
    clearTimeout(this.retry);
  }

  typing(): void {
    this.session?.typing();
  }

  /** Connect at once instead of at the end of a pause: the network is back, the page is looked at again, somebody else has signed in. */
  connect(): void {
    if (!this.isStarted) return;
    this.drop();
    clearTimeout(this.retry);
    void this.run(this.generation);
  }

  /** After sleep a socket may look open and be dead: a question that is not answered shows it. */
  async probe(patience = 5000): Promise<void> {
    const session = this.session;
    if (!session) return this.connect();
    const late = setTimeout(() => { if (this.session === session) this.connect(); }, patience);
    try {
      await this.catchUp(session, this.generation);
    } catch {
      if (this.session === session) this.connect();
    } finally {
      clearTimeout(late);
    }
  }

  private async run(generation: number): Promise<void> {
    try {
      const session = await this.open(signal => { if (generation === this.generation) this.take(signal, generation); });
      if (generation !== this.generation) return session.close();
      this.session = session;
      await this.catchUp(session, generation);
    } catch {
      if (generation === this.generation) this.pause();
    }
  }

  private take(signal: Signal, generation: number): void {
    if (signal.kind === 'closed') return this.pause();
    // A frame may overtake the answer of the Watch that it follows: it is taken in after.
    if (this.asking && signal.kind !== 'draining') this.waiting.push(signal);
    else this.handle(signal, generation);
  }

  private handle(signal: Signal, generation: number): void {
    switch (signal.kind) {
      case 'changed': return this.takeFrame(signal.frame, generation);
      case 'reset':
        this.continuity.resume(null);
        return this.ask(generation);
      case 'presence': return this.tell.presenceChanged(signal.presence);
      case 'site': return this.tell.siteChanged(signal.site);
      case 'standing': return this.tell.standingChanged(signal.standing);
      case 'draining': return this.leave(Math.min(Math.max(signal.afterMs, 0), longestDrain), generation);
    }
  }

  private takeFrame(frame: ThreadChanges, generation: number): void {
    const fit = this.continuity.judge(frame);
    if (fit === 'gap') return this.ask(generation);
    if (fit === 'repeats') return;
    this.continuity.advance(frame);
    this.tell.moved(frame);
  }

  private ask(generation: number): void {
    const session = this.session;
    if (!session || this.asking) return;
    this.catchUp(session, generation).catch(() => { if (this.session === session) this.pause(); });
  }

  private async catchUp(session: LiveSession, generation: number): Promise<void> {
    this.asking = true;
    try {
      let before: string | null;
      let answer: WatchedThread;
      do {
        before = this.continuity.position;
        answer = await this.watch(session);
        if (generation !== this.generation) return;
        this.takeAnswer(answer);
      } while (answer.changes?.more && this.continuity.position !== before);
    } finally {
      if (generation === this.generation) this.asking = false;
    }
    for (const signal of this.waiting.splice(0)) this.take(signal, generation);
  }

  private async watch(session: LiveSession): Promise<WatchedThread> {
    try {
      return await session.watch(this.continuity.position);
    } catch (error) {
      if (this.continuity.position === null || readHubError(error)?.code !== 'position_invalid') throw error;
      this.continuity.resume(null);
      return await session.watch(null);
    }
  }

  private takeAnswer(answer: WatchedThread): void {
    this.backoff.succeeded();
    this.continuity.take(answer);
    this.tell.live(true);
    if (answer.siteView) this.tell.siteChanged(answer.siteView);
    if (answer.page) this.tell.opened(answer.page);
    else if (answer.changes) this.tell.moved(answer.changes);
  }

  /** Until the told moment the old connection still brings changes. */
  private leave(afterMs: number, generation: number): void {
    this.returnAt = Date.now() + afterMs;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => { if (generation === this.generation) this.connect(); }, afterMs);
  }

  private pause(): void {
    const wait = this.returnAt > Date.now() ? this.returnAt - Date.now() : this.backoff.next();
    this.returnAt = 0;
    this.drop();
    this.tell.live(false);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(), wait);
  }

  private drop(): void {
    this.generation++;
    this.asking = false;
    this.waiting = [];
    this.session?.close();
    this.session = null;
  }
}
