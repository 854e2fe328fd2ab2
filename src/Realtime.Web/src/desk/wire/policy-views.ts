import type { TextSpan } from '../../wire/refusals.js';
import type { PolicyRule } from '../../wire/views.js';

export interface Policy {
  rules: PolicyRule[];
}

export const wordLists = ['banned', 'suspect', 'allowed'] as const;
export type WordListName = (typeof wordLists)[number];
export type WordLists = Record<WordListName, string[]>;

/** What a comment that is published or waits would become under other word lists, and the entries that it is for. */
export interface WouldChange {
  article: string;
  number: number;
  would: 'hold' | 'reject' | 'release';
  matches: { entry: string; spans: TextSpan[] }[];
}

/** Other word lists tried on what stands on the site already, as far as it has come. */
export interface DryRun {
  done: boolean;
  failed: boolean;
  threads: number;
  comments: number;
  seconds: number;
  totals: Record<WouldChange['would'], number>;
  /** The first thousand. */
  changes: WouldChange[];
}

/** What has become of it. */
export interface AppliedDryRun {
  held: number;
  rejected: number;
  released: number;
  skipped: number;
  left: number;
}
