import type { LitElement } from 'lit';
import type { Speech } from '../locales/speech.js';
import type { Discussion } from '../thread/discussion.js';
import type { Refusal } from '../wire/refusals.js';
import type { DraftQuote, DraftTarget } from '../writing/drafts.js';

export type Question = { kind: 'report' | 'remove' | 'appeal'; number: number } | { kind: 'policy' | 'ignored' };

/** What the parts of the page may ask of the whole. */
export interface Stage {
  readonly discussion: Discussion;
  readonly speech: Speech;
  /** Opens the place to write in; whoever is not signed in is asked to. */
  compose(target: DraftTarget, quote?: DraftQuote, refusal?: Refusal): void;
  stopComposing(target: DraftTarget): void;
  /** Goes to a comment wherever it is; `from` is offered as the way back. */
  jump(to: number, from?: number): void;
  ask(question: Question | null): void;
  /** Says it to screen readers, when they have finished what they are saying. */
  say(text: string): void;
  seeRow(row: LitElement & { number: number }, isThere: boolean): void;
}

/** Parts of the page draw into the page's one shadow tree: one style sheet, one set of ids, and parts that a publisher can style. */
export const inPlace = (element: LitElement): HTMLElement => element;
