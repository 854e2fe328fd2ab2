import type { CommentView } from '../wire/views.js';

/** How the place where a new comment belongs lies to the reader. */
export type Place = 'below' | 'inView' | 'above';

/** What is known of where the reader is. */
export interface ReaderPlace {
  /** The top of the list is in view, and the reader is not in the middle of something there. */
  atTop: boolean;
  /** Where a new reply to a placed comment would come. */
  ofReply(parent: number): Place;
  /** Where a comment behind the last would come. */
  ofEnd(): Place;
}

/**
 * Comments that have arrived and wait until the reader asks for them. Nothing that the reader looks at is moved for them: a comment comes in by itself only below what
 * is in view, or while the reader is at the top, where new things are expected.
 */
export class Arrivals {
  private waitingRoots: number[] = [];
  private readonly waitingReplies = new Map<number, number[]>();

  get count(): number {
    let count = this.waitingRoots.length;
    for (const replies of this.waitingReplies.values()) count += replies.length;
    return count;
  }

  get roots(): readonly number[] {
    return this.waitingRoots;
  }

  repliesTo(parent: number): number {
    return this.waitingReplies.get(parent)?.length ?? 0;
  }

  has(number: number): boolean {
    if (this.waitingRoots.includes(number)) return true;
    for (const replies of this.waitingReplies.values()) if (replies.includes(number)) return true;
    return false;
  }

  clear(): void {
    this.waitingRoots = [];
    this.waitingReplies.clear();
  }

  waitAsRoot(comment: CommentView): void {
    if (!this.waitingRoots.includes(comment.number)) this.waitingRoots.push(comment.number);
  }

  waitUnder(parent: number, comment: CommentView): void {
    const replies = this.waitingReplies.get(parent) ?? [];
    if (!replies.includes(comment.number)) this.waitingReplies.set(parent, [...replies, comment.number]);
  }

  takeRoots(): number[] {
    return this.waitingRoots.splice(0).sort((a, b) => a - b);
  }

  takeReplies(parent: number): number[] {
    const replies = this.waitingReplies.get(parent) ?? [];
    this.waitingReplies.delete(parent);
    return replies;
  }

  /** Everything that waits, replies first: they need no scrolling to the top. */
  takeAll(): number[] {
    const all = [...this.waitingReplies.values()].flat().sort((a, b) => a - b);
    this.waitingReplies.clear();
    return [...all, ...this.takeRoots()];
  }

  /** One that has been taken away while it waited, or has come another way. */
  drop(number: number): void {
    this.waitingRoots = this.waitingRoots.filter(one => one !== number);
    for (const [parent, replies] of this.waitingReplies) {
      const rest = replies.filter(one => one !== number);
      if (rest.length > 0) this.waitingReplies.set(parent, rest);
      else this.waitingReplies.delete(parent);
    }
  }
}

/** Whether a new comment under a placed one may come in at once. */
export const mayReply = (reader: ReaderPlace, parent: number): boolean => {
  const place = reader.ofReply(parent);
  return place === 'below' || (place === 'inView' && reader.atTop);
};
