import type { ThreadChanges, WatchedThread } from '../wire/views.js';

/** What a frame of changes is to somebody who has read up to a certain place. */
export type FrameFit = 'follows' | 'repeats' | 'gap';

/**
 * A reader's place in a thread, and the whole of the resume protocol's arithmetic. A frame that overlaps what is known is taken in: all that changes tell
 * is absolute, and on a busy thread a new question would be answered with the next overlap.
 */
export class Continuity {
  private sequence = 0;

  /** Opaque: kept and handed back. Null when there is nothing to resume from. */
  position: string | null = null;

  judge(frame: ThreadChanges): FrameFit {
    if (this.position === null || frame.from > this.sequence) return 'gap';
    return frame.to <= this.sequence ? 'repeats' : 'follows';
  }

  advance(frame: ThreadChanges): void {
    this.position = frame.position;
    this.sequence = frame.to;
  }

  take(answer: WatchedThread): void {
    this.position = answer.position;
    this.sequence = answer.changes?.to ?? answer.sequence;
  }

  /** Begin at a position that a page was exact at. Its sequence is learnt from the answer of `Watch`; until then every frame is a gap. */
  resume(position: string | null): void {
    this.position = position;
    this.sequence = -1;
  }
}
