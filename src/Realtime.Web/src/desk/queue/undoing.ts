import type { DecisionName } from '../wire/decisions.js';
import type { QueueItem } from '../wire/queue-views.js';

/** A decision of this moderator, to take back. */
export interface Done {
  item: QueueItem;
  decision: DecisionName;
  revision: number;
}

/** How a decision is taken back: by the one that leads to where the comment was. Where none does, it is looked at again. */
export type WayBack = DecisionName | 'look again';

export function wayBack({ item: { state }, decision }: Done): WayBack {
  const stood = state === 'reported' || state === 'new';
  if (state === 'pending') return decision === 'approve' || decision === 'reject' ? 'hold' : 'look again';
  if (stood && decision === 'reject') return 'restore';
  return stood && decision === 'hold' ? 'approve' : 'look again';
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
