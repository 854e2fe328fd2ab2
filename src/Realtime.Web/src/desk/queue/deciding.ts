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
    if (decision === 'approve' && comment.status === 'rejected') decision = 'restore';
    const request = { decision, revision: comment.revision, ...grounds, ...(comment.decided ? { after: comment.decided.count } : {}) };
    const claimed = queue.waits(current) ? queue.claims.hold(current) : Promise.resolve(null);
    queue.claims.decided(current);
    queue.happen({ kind: 'sent', key: keyOf(current), decision });
    queue.advance();
    const refusal = await this.send(current, request, claimed);
    if (!refusal) desk.notices.say(desk.speech.say(`done.${decision}`, { name: current.author.name, n: String(current.number) }), 'good');
    return refusal === null;
  }

  /** Puts the comment forward, or on top, or takes that back: it stays where it is, and nobody need claim it for that. */
  async mark(mark: 'feature' | 'pin'): Promise<void> {
    const { current, desk, readings } = this.queue;
    const comment = this.queue.reading?.found?.comment;
    if (!current || !comment) return desk.notices.say(desk.speech.say(current ? 'notReadYet' : 'nothingOpen'), 'bad');
    const decision = (mark === 'pin' ? comment.pinned : comment.featured) ? `un${mark}` as const : mark;
    const refusal = await this.call(current, { decision, revision: comment.revision });
    if (refusal) return desk.refuse(refusal);
    desk.notices.say(desk.speech.say(`done.${decision}`, { name: current.author.name, n: String(current.number) }), 'good');
    await readings.get(current, true);
  }

  /** Has the comment and all that answers it go on under another article. Null when they do. */
  async move(item: QueueItem, to: string): Promise<Refusal | null> {
    const { queue } = this;
    const { desk } = queue;
    const comment = queue.readings.of(item)?.found?.comment;
    const refusal = await this.call(item, { decision: 'move', revision: item.revision, to, ...(comment?.decided ? { after: comment.decided.count } : {}) });
    if (refusal) return refusal;
    queue.claims.decided(item);
    queue.happen({ kind: 'settled', key: keyOf(item), leaves: true });
    desk.notices.say(desk.speech.say('done.move', { name: item.author.name, n: String(item.number), to }), 'good');
    if (queue.screen.at === keyOf(item)) queue.advance();
    return null;
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
    this.undoables.pop();
    try {
      await desk.api.decide(done.item, { decision: way, revision: done.revision });
      const what = done.decision === 'reject' && way === 'hold' ? 'undone.approve' : `undone.${done.decision}` as const;
      desk.notices.say(desk.speech.say(what, { name: done.item.author.name, n: String(done.item.number) }), 'good');
      this.queue.happen({ kind: 'reopened', item: done.item });
      void this.queue.readings.get(done.item, true);
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
  private async send(item: QueueItem, request: DecisionRequest & { decision: DecisionName }, claimed: Promise<Refusal | null>): Promise<Refusal | null> {
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

  private async sendMarked(item: QueueItem, wanted: DecisionName, grounds?: Grounds): Promise<Refusal | null> {
    const { claims, readings } = this.queue;
    const claimed = claims.hold(item);
    claims.decided(item);
    const comment = (await readings.get(item)).found?.comment;
    const decision = wanted === 'approve' && comment?.status === 'rejected' ? 'restore' : wanted;
    return this.send(item, { decision, revision: item.revision, ...grounds, ...(comment?.decided ? { after: comment.decided.count } : {}) }, claimed);
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
    desk.notices.say(`${what} ${fate ? desk.tell(fate) : desk.refusalText(refusal)}${isPassing(refusal) ? ` ${desk.speech.say(refusal.code === 'offline' ? 'unsure' : 'stillThere')}` : ''}`, 'bad');
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
