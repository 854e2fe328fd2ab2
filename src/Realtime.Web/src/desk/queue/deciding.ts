import { isPassing, refusalOf, type Refusal } from '../../wire/refusals.js';
import type { DecisionName, DecisionRequest, Grounds } from '../wire/decisions.js';
import { keyOf, type QueueItem } from '../wire/queue-views.js';
import type { QueueDesk } from './queue-desk.js';
import type { Fate } from './screen.js';
import { isTaken } from './steps.js';
import { Undoables, wayBack, type Done } from './undoing.js';

const atOnce = 4;

/** Decisions: shown at once, and honestly when they come to nothing. Nothing is decided without the item's claim. */
export class Deciding {
  readonly undoables = new Undoables();

  constructor(private readonly queue: QueueDesk) {}

  /** Why the present item cannot be decided about now; null when it can. */
  obstacle(): string | null {
    const { current, fate, reading, me, desk } = this.queue;
    if (!current) return desk.speech.say('nothingOpen');
    if (fate) return desk.tell(fate);
    if (isTaken(current, me, Date.now())) return desk.speech.say('isAt', { name: current.claim!.by.name });
    if (!reading || reading.refusal || !reading.found) return desk.speech.say('notReadYet');
    return null;
  }

  /** Decides about the item that is looked at, and goes on to the next. */
  async decide(decision: DecisionName, grounds?: Grounds): Promise<boolean> {
    const { queue } = this;
    const { current, desk } = queue;
    const obstacle = this.obstacle();
    if (obstacle !== null || !current) {
      desk.notices.say(obstacle ?? '', 'bad');
      return false;
    }
    const comment = queue.reading!.found!.comment;
    const request: DecisionRequest = { decision, revision: comment.revision, ...grounds, ...(comment.decided ? { after: comment.decided.count } : {}) };
    const claimed = queue.waits(current) ? queue.claims.hold(current) : Promise.resolve(null);
    queue.claims.decided(current);
    queue.happen({ kind: 'sent', key: keyOf(current), decision });
    queue.advance();
    const refusal = await this.send(current, request, claimed);
    if (!refusal) desk.notices.say(desk.speech.say(`done.${decision}`, { name: current.author.name, n: String(current.number) }), 'good');
    return refusal === null;
  }

  /** The same decision about every marked item, one claim after another; those that come to nothing stay marked. */
  async decideMarked(decision: DecisionName, grounds?: Grounds): Promise<void> {
    const { queue } = this;
    const { desk, screen } = queue;
    const items = screen.list.filter(key => screen.marked.has(key) && !screen.sent.has(key)).flatMap(key => screen.items.get(key) ?? []);
    if (items.length === 0) return desk.notices.say(desk.speech.say('nothingMarked'), 'bad');
    for (const item of items) queue.happen({ kind: 'sent', key: keyOf(item), decision });
    const refusals: Refusal[] = [];
    const line = [...items];
    const worker = async (): Promise<void> => {
      for (let item = line.shift(); item; item = line.shift()) {
        const refusal = await this.sendMarked(item, decision, grounds);
        if (refusal) refusals.push(refusal);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const done = items.length - refusals.length;
    if (done > 0) desk.notices.say(desk.speech.say(`doneMany.${decision}`, { n: done }), 'good');
    if (queue.screen.at !== null && items.some(item => keyOf(item) === queue.screen.at)) queue.advance();
  }

  async undo(): Promise<void> {
    const { desk } = this.queue;
    const done = this.undoables.last;
    if (!done) return desk.notices.say(desk.speech.say('nothingToUndo'));
    const way = wayBack(done);
    if (way === 'look again') return this.lookAgain(done);
    if (way.publishes) return desk.ask({ kind: 'restore', item: done.item });
    await this.takeBack();
  }

  /** Takes the last decision back, knowing what that does. */
  async takeBack(): Promise<void> {
    const { queue } = this;
    const { desk } = queue;
    const done = this.undoables.pop();
    const way = done ? wayBack(done) : null;
    if (!done || !way || way === 'look again') return;
    try {
      await desk.api.decide(done.item, { decision: way.decision, revision: done.revision });
      desk.notices.say(desk.speech.say(`undone.${done.decision}`, { name: done.item.author.name, n: String(done.item.number) }), 'good');
      queue.happen({ kind: 'reopened', item: done.item });
      void queue.readings.get(done.item, true);
    } catch (failure) {
      this.undoables.push(done);
      desk.fail(failure);
    }
  }

  fateOf(refusal: Refusal): Fate {
    const { decided } = refusal;
    return { decision: decided?.decision ?? null, by: decided?.by.name ?? null, at: decided?.at ?? new Date().toISOString() };
  }

  /** Null when it is done. */
  private async send(item: QueueItem, request: DecisionRequest, claimed: Promise<Refusal | null>): Promise<Refusal | null> {
    const { queue } = this;
    const refusal = await claimed ?? await this.call(item, request);
    if (refusal) {
      this.fail(item, refusal);
      return refusal;
    }
    this.undoables.push({ item, decision: request.decision, revision: request.revision });
    queue.happen({ kind: 'settled', key: keyOf(item), leaves: request.decision !== 'hold' });
    return null;
  }

  private sendMarked(item: QueueItem, decision: DecisionName, grounds?: Grounds): Promise<Refusal | null> {
    const comment = this.queue.readings.of(item)?.found?.comment;
    const request = { decision, revision: item.revision, ...grounds, ...(comment?.decided ? { after: comment.decided.count } : {}) };
    const claimed = this.queue.claims.hold(item);
    this.queue.claims.decided(item);
    return this.send(item, request, claimed);
  }

  private async call(item: QueueItem, request: DecisionRequest): Promise<Refusal | null> {
    try {
      await this.queue.desk.api.decide(item, request);
      return null;
    } catch (failure) {
      return refusalOf(failure);
    }
  }

  private fail(item: QueueItem, refusal: Refusal): void {
    const { queue } = this;
    const { desk } = queue;
    const isOver = refusal.code === 'already_decided' || refusal.code === 'comment_unknown' || refusal.code === 'comment_removed';
    const fate = isOver ? this.fateOf(refusal) : null;
    queue.happen({ kind: 'failed', key: keyOf(item), fate });
    if (fate) queue.linger(keyOf(item));
    else if (refusal.code !== 'claimed_by_another') void desk.api.release(item).catch(() => undefined);
    if (refusal.code === 'claimed_by_another' && refusal.decided && refusal.until)
      queue.happen({ kind: 'claimed', key: keyOf(item), claim: { by: refusal.decided.by, until: refusal.until } });
    const what = desk.speech.say('comment', { n: String(item.number), name: item.author.name });
    desk.notices.say(`${what} ${fate ? desk.tell(fate) : desk.refusalText(refusal)}${isPassing(refusal) ? ` ${desk.speech.say('stillThere')}` : ''}`, 'bad');
    if (refusal.code === 'stale_revision') void queue.readings.get(item, true);
  }

  /** A decision that nothing takes back is made again. */
  private lookAgain(done: Done): void {
    const { queue } = this;
    this.undoables.pop();
    queue.happen({ kind: 'reopened', item: done.item });
    void queue.readings.get(done.item, true);
    queue.desk.notices.say(queue.desk.speech.say('lookAgain'));
  }
}
