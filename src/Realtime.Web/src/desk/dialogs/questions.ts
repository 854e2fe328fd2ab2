import type { SanctionKind } from '../wire/people-views.js';
import type { QueueItem } from '../wire/queue-views.js';

/** What is asked before something is done. */
export type Question =
  | { kind: 'reject'; marked: boolean }
  | { kind: 'restore'; item: QueueItem }
  | { kind: 'sanction'; sanction: SanctionKind; person: { id: string; name: string } }
  | { kind: 'undo'; person: { id: string; name: string }; restore: boolean }
  | { kind: 'mode'; article: string; title: string }
  | { kind: 'legend' };
