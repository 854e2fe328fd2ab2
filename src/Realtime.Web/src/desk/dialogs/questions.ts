import type { KeptThread } from '../wire/desk-api.js';
import type { SanctionKind, SanctionView } from '../wire/people-views.js';
import type { QueueItem } from '../wire/queue-views.js';

interface Whom {
  id: string;
  name: string;
}

/** What is asked before something is done. */
export type Question =
  | { kind: 'reject'; marked: boolean }
  | { kind: 'move'; item: QueueItem }
  | { kind: 'open' }
  | { kind: 'sanction'; sanction: SanctionKind; person: Whom }
  | { kind: 'lift'; person: Whom; sanctions: readonly SanctionView[] }
  | { kind: 'undo'; person: Whom; restore: boolean }
  | { kind: 'mode'; article: string; title: string; now: KeptThread }
  | { kind: 'brake'; on: boolean }
  | { kind: 'legend' };
