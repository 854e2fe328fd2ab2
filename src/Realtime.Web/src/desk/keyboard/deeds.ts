import type { Desk } from '../desk.js';
import { auditDeeds } from './audit-deeds.js';
import type { Doing } from './keys.js';
import { personDeeds } from './person-deeds.js';
import { policyDeeds } from './policy-deeds.js';
import { queueDeeds } from './queue-deeds.js';

/** What the page itself has to do. */
export interface Page {
  focusFilter(): void;
  /** False when there was nothing to leave. */
  leave(): boolean;
}

export type Deeds = Readonly<Partial<Record<Doing, (desk: Desk) => void>>>;

/** What means something in each view alone. */
const inView: Readonly<Record<Desk['view'], Deeds>> = {
  queue: { ...personDeeds, ...queueDeeds },
  people: personDeeds,
  policy: policyDeeds,
  audit: auditDeeds,
};

/** Does what a key or a button stands for, where whoever is at the desk may do it. */
export function perform(desk: Desk, page: Page, doing: Doing): void {
  if (!desk.offers(doing)) return desk.refuse({ code: 'not_allowed' });
  const deed = inView[desk.view][doing];
  if (deed) return deed(desk);
  switch (doing) {
    case 'goQueue': return desk.go('queue');
    case 'goPeople': return desk.go('people');
    case 'goPolicy': return desk.go('policy');
    case 'goAudit': return desk.go('audit');
    case 'openComment': return desk.ask({ kind: 'open' });
    case 'brake': return void askBrake(desk);
    case 'legend': return desk.ask({ kind: 'legend' });
    case 'filter': return page.focusFilter();
    case 'escape': return escape(desk, page);
    default: return;
  }
}

async function askBrake(desk: Desk): Promise<void> {
  try {
    const { locked } = await desk.api.settings();
    desk.ask({ kind: 'brake', on: locked !== true });
  } catch (failure) {
    desk.fail(failure);
  }
}

/** First what is open, then what is narrowed. */
function escape(desk: Desk, page: Page): void {
  if (page.leave() || desk.notices.clear()) return;
  const { state, article, person } = desk.queue.screen.filter;
  if (desk.queue.words !== '') return desk.queue.search('');
  if (article !== undefined || person !== undefined) void desk.queue.filter(state ? { state } : {});
}
