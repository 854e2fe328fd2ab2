import type { DecisionName } from '../wire/decisions.js';
import type { QueueItem } from '../wire/queue-views.js';

/** A decision of this moderator, to take back. */
export interface Done {
  item: QueueItem;
  decision: DecisionName;
  revision: number;
}

/** How a decision is taken back. A rejection that is restored is published, whatever it was before: of one that readers never saw that must be said first. */
export type WayBack = { decision: DecisionName; publishes: boolean } | 'look again';

export function wayBack({ item, decision }: Done): WayBack {
  const wasPending = item.state === 'pending';
  switch (decision) {
    case 'reject': return { decision: 'restore', publishes: wasPending };
    case 'approve': return wasPending ? { decision: 'hold', publishes: false } : 'look again';
    case 'hold': return wasPending ? 'look again' : { decision: 'approve', publishes: false };
    case 'restore': return 'look again';
  }
}

/** What is left of the last decisions, the newest last. */
export class Undoables {
  private readonly done: Done[] = [];

  push(done: Done): void {
    this.done.push(done);
    if (this.done.length > 50) this.done.shift();
  }

  get last(): Done | null {
    return this.done.at(-1) ?? null;
  }

  pop(): Done | null {
    return this.done.pop() ?? null;
  }
}
