import { refusalOf, type Refusal } from '../../wire/refusals.js';
import { keyOf, type QueueItem } from '../wire/queue-views.js';

interface ClaimCalls {
  claim(item: QueueItem): Promise<void>;
  release(item: QueueItem): Promise<void>;
}

interface Held {
  item: QueueItem;
  answer: Promise<Refusal | null>;
  isSure: boolean;
}

const renewal = 30_000;
/** Whoever does nothing for so long is not at the item any more. */
const presence = 10 * 60_000;

/** The one item that this moderator is at. It is kept for as long as they are there. */
export class Claims {
  private held: Held | null = null;
  private clock: ReturnType<typeof setInterval> | undefined;
  private active = Date.now();

  constructor(private readonly calls: ClaimCalls, private readonly lost: (item: QueueItem, refusal: Refusal) => void) {}

  start(): void {
    this.clock = setInterval(() => this.renew(), renewal);
  }

  stop(): void {
    clearInterval(this.clock);
    this.leave();
  }

  touch(): void {
    this.active = Date.now();
  }

  /** Null when the item is this moderator's now; else why it is not. */
  take(item: QueueItem): Promise<Refusal | null> {
    if (this.held && keyOf(this.held.item) === keyOf(item)) return this.held.answer;
    this.leave();
    const held: Held = { item, answer: this.ask(item), isSure: false };
    this.held = held;
    void held.answer.then(refusal => {
      held.isSure = refusal === null;
      if (refusal && this.held === held) this.held = null;
    });
    return held.answer;
  }

  /** Whether it is known that nobody else can decide about the item meanwhile. */
  isSure(item: QueueItem): boolean {
    return this.held !== null && this.held.isSure && keyOf(this.held.item) === keyOf(item);
  }

  /** For a decision: the claim as it is being asked for, or a new one. */
  async hold(item: QueueItem): Promise<Refusal | null> {
    return this.held && keyOf(this.held.item) === keyOf(item) ? this.held.answer : this.ask(item);
  }

  /** A decision ends the claim by itself. */
  decided(item: QueueItem): void {
    if (this.held && keyOf(this.held.item) === keyOf(item)) this.held = null;
  }

  /** After an interruption: whether it is still this moderator's. */
  again(): void {
    this.renew();
  }

  leave(): void {
    const { held } = this;
    this.held = null;
    if (held) void held.answer.then(refusal => refusal ? undefined : this.calls.release(held.item)).catch(() => undefined);
  }

  private async ask(item: QueueItem): Promise<Refusal | null> {
    try {
      await this.calls.claim(item);
      return null;
    } catch (failure) {
      return refusalOf(failure);
    }
  }

  private renew(): void {
    const { held } = this;
    if (!held || document.hidden || Date.now() - this.active > presence) return;
    void this.ask(held.item).then(refusal => {
      if (!refusal || this.held !== held || refusal.code === 'offline') return;
      this.held = null;
      this.lost(held.item, refusal);
    });
  }
}
