import type { Desk } from '../desk.js';
import type { Deeds } from './deeds.js';

export const auditDeeds: Deeds = {
  earlier: desk => desk.audit.step(-1),
  later: desk => desk.audit.step(1),
  mode: desk => { if (desk.audit.article !== '') void askMode(desk, desk.audit.article, desk.audit.article); },
};

/** Asks how the discussion is to be kept, beginning with how it is. */
export async function askMode(desk: Desk, article: string, title: string): Promise<void> {
  try {
    desk.ask({ kind: 'mode', article, title, now: await desk.api.mode(article) });
  } catch (failure) {
    desk.fail(failure);
  }
}
