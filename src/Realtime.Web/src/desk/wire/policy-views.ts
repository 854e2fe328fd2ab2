import type { PolicyRule } from '../../wire/views.js';

export interface Policy {
  rules: PolicyRule[];
}

export const wordLists = ['banned', 'suspect', 'allowed'] as const;
export type WordListName = (typeof wordLists)[number];
export type WordLists = Record<WordListName, string[]>;

/** What a published or waiting comment would become under other word lists. */
export interface WouldChange {
  article: string;
  title?: string;
  number: number;
  revision: number;
  from: string;
  to: string;
  author?: { id: string; name: string };
  text?: string;
  words?: string[];
}

/** Other word lists tried on what stands on the site already. */
export interface DryRun {
  id: string;
  state: 'running' | 'done' | 'failed' | 'applying' | 'applied';
  seen: number;
  total: number;
  changes: WouldChange[];
  changeCount: number;
  applied?: number;
}
