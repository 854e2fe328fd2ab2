import { deepest, type Placement, type Row } from '../thread/placement.js';
import type { ThreadStore } from '../thread/store.js';
import type { ThreadApi } from '../wire/thread-api.js';
import type { AuthorView } from '../wire/views.js';
import { between } from './conversation.js';

/** What is shown in place of the whole discussion. */
export type Focus =
  | { kind: 'branch'; number: number; above: readonly number[] }
  | { kind: 'pair'; a: AuthorView; b: AuthorView };

/** The rows of a focus. */
export function focusRows(focus: Focus, store: ThreadStore, placement: Placement, collapsed: ReadonlySet<number>): Row[] {
  if (focus.kind === 'pair')
    return between(focus.a.id, focus.b.id, store.all(), number => store.get(number)).map(number => flat(number));
  const above = focus.above.map(number => flat(number));
  return [...above, ...placement.under(focus.number, collapsed)];
}

const flat = (number: number): Row => ({ number, depth: 0, hidden: 0, fold: 'none', orphan: true });

/** Loads a comment, what it answers, and what answers it. Answers the focus on it. */
export async function openBranch(number: number, store: ThreadStore, placement: Placement, api: ThreadApi): Promise<Focus> {
  const since = store.mark();
  const found = await api.comment(number);
  store.add([...found.ancestors, found.comment], since);
  const above = found.ancestors.slice(-deepest).map(comment => comment.number);
  placement.append([...found.ancestors, found.comment], one => store.get(one));
  if (found.comment.replyCount > 0) await loadReplies(number, store, placement, api);
  return { kind: 'branch', number, above };
}

/** At most ten pages: a conversation beyond a thousand comments goes on as it is scrolled and opened. */
async function loadReplies(number: number, store: ThreadStore, placement: Placement, api: ThreadApi): Promise<void> {
  let cursor: string | undefined;
  for (let page = 0; page < 10; page++) {
    const since = store.mark();
    const replies = await api.replies(number, cursor);
    store.add(replies.comments, since);
    const own = replies.comments.filter(comment => comment.replyTo !== undefined && placement.has(comment.replyTo));
    placement.append(own, one => store.get(one));
    cursor = replies.next;
    // A server that does not know the question answers with the thread's beginning.
    if (!cursor || own.length < replies.comments.length) return;
  }
}
