import { admits, keyOf, type QueueChanged, type QueueCounts, type QueueFilter, type QueueItem, type QueuePage } from '../wire/queue-views.js';

/** What became of an item that a moderator was looking at or had decided about. */
export interface Fate {
  decision: string | null;
  by: string | null;
  at: string;
}

/**
 * The queue as one moderator has it before them. The list stands still: what comes waits beside it, what goes leaves it, and nothing changes places before the
 * moderator says so.
 */
export interface Screen {
  /** Everything known that waits, whether listed or not. */
  readonly items: ReadonlyMap<string, QueueItem>;
  readonly counts: QueueCounts;
  readonly filter: QueueFilter;
  readonly list: readonly string[];
  /** What has come and is not listed yet. */
  readonly arrived: ReadonlySet<string>;
  readonly next: string | null;
  readonly at: string | null;
  /** Where `at` stands in the list, or stood when it left. */
  readonly place: number;
  /** The item at `at` as it was last known. */
  readonly looking: QueueItem | null;
  readonly marked: ReadonlySet<string>;
  readonly fates: ReadonlyMap<string, Fate>;
  /** Decisions on their way to the server. */
  readonly sent: ReadonlyMap<string, string>;
  /** The places of items that were decided here: until the queue has heard of it, it tells of them as if they waited still. */
  readonly settled: ReadonlyMap<string, string>;
}

export const emptyScreen: Screen = {
  items: new Map(), counts: { pending: 0, reported: 0, appealed: 0, new: 0, urgent: 0 }, filter: {}, list: [], arrived: new Set(), next: null,
  at: null, place: 0, looking: null, marked: new Set(), fates: new Map(), sent: new Map(), settled: new Map(),
};

export type Happening =
  | { kind: 'opened'; page: QueuePage; filter: QueueFilter }
  | { kind: 'resumed'; page: QueuePage }
  | { kind: 'more'; page: QueuePage }
  | { kind: 'changed'; frame: QueueChanged; isAtTop: boolean; now: string }
  | { kind: 'released' }
  | { kind: 'went'; key: string | null }
  | { kind: 'marked'; keys: readonly string[]; on: boolean }
  | { kind: 'sent'; key: string; decision: string }
  | { kind: 'settled'; key: string; leaves: boolean }
  | { kind: 'failed'; key: string; fate: Fate | null }
  | { kind: 'swept'; key: string }
  | { kind: 'reopened'; item: QueueItem }
  | { kind: 'brought'; item: QueueItem }
  | { kind: 'claimed'; key: string; claim: QueueItem['claim'] | null };

/** Pure: what the screen is after something has happened. */
export function after(screen: Screen, happening: Happening): Screen {
  switch (happening.kind) {
    case 'opened': return opened(screen, happening.page, happening.filter);
    case 'resumed': return resumed(screen, happening.page);
    case 'more': return more(screen, happening.page);
    case 'changed': return changed(screen, happening.frame, happening.isAtTop, happening.now);
    case 'released': return released(screen);
    case 'went': return went(screen, happening.key);
    case 'marked': return { ...screen, marked: withKeys(screen.marked, happening.keys, happening.on) };
    case 'sent': return { ...screen, sent: new Map(screen.sent).set(happening.key, happening.decision), fates: without(screen.fates, happening.key) };
    case 'settled': return settled(screen, happening.key, happening.leaves);
    case 'failed': return failed(screen, happening.key, happening.fate);
    case 'swept': return unlist(screen, happening.key);
    case 'reopened': return reopened(screen, happening.item);
    case 'brought': return brought(screen, happening.item);
    case 'claimed': return claimed(screen, happening.key, happening.claim);
  }
}

function opened(screen: Screen, page: QueuePage, filter: QueueFilter): Screen {
  const items = waiting(screen, page.items);
  const list = items.map(keyOf);
  return {
    ...screen, counts: page.counts, filter, list, items: put(screen.items, items), arrived: new Set(), next: page.next ?? null, marked: new Set(),
    place: Math.max(0, screen.at === null ? 0 : list.indexOf(screen.at)),
  };
}

/** After an interruption: what the page shows is so; what it would have to show and does not has left; what lies behind it is loaded anew. */
function resumed(screen: Screen, page: QueuePage): Screen {
  const fresh = waiting(screen, page.items).filter(item => admits(screen.filter, item));
  const there = new Set(fresh.map(keyOf));
  const list = screen.list.filter(key => there.has(key));
  const arrived = new Set(fresh.map(keyOf).filter(key => !list.includes(key)));
  const items = new Map(fresh.map(item => [keyOf(item), item]));
  const resumedScreen = { ...screen, items, counts: page.counts, list, arrived, next: page.next ?? null, marked: new Set([...screen.marked].filter(key => there.has(key))) };
  return list.length === 0 ? released(resumedScreen) : { ...resumedScreen, place: placeOf(resumedScreen, screen.at) };
}

function more(screen: Screen, page: QueuePage): Screen {
  const items = waiting(screen, page.items);
  const added = items.map(keyOf).filter(key => !screen.list.includes(key));
  return {
    ...screen, counts: page.counts, items: put(screen.items, items), list: [...screen.list, ...added], arrived: withKeys(screen.arrived, added, false),
    next: page.next ?? null,
  };
}

function changed(screen: Screen, frame: QueueChanged, isAtTop: boolean, now: string): Screen {
  let next: Screen = { ...screen, counts: frame.counts };
  for (const item of frame.items) next = told(next, item);
  for (const left of frame.left) next = leave(next, keyOf(left), { decision: left.decision ?? null, by: left.by ?? null, at: now });
  return isAtTop && next.arrived.size > 0 ? released(next) : next;
}

function told(screen: Screen, item: QueueItem): Screen {
  const key = keyOf(item);
  if (screen.settled.get(key) === item.order) return screen;
  const known = { ...screen, items: new Map(screen.items).set(key, item), looking: screen.at === key ? item : screen.looking };
  if (known.list.includes(key)) return known;
  if (!admits(screen.filter, item)) return { ...known, arrived: withKeys(known.arrived, [key], false) };
  const last = known.list.map(one => known.items.get(one)?.order).findLast(order => order !== undefined);
  if (last === undefined || item.order > last) return known.next === null ? { ...known, list: [...known.list, key] } : known;
  return { ...known, arrived: withKeys(known.arrived, [key], true) };
}

function leave(screen: Screen, key: string, fate: Fate): Screen {
  const gone = { ...screen, items: without(screen.items, key), settled: without(screen.settled, key), marked: withKeys(screen.marked, [key], false) };
  // Under the moderator's eyes nothing vanishes without a word. Of what did not wait before, the queue tells now and then that it does not.
  if (screen.at === key && screen.items.has(key) && !screen.sent.has(key) && !screen.settled.has(key)) return { ...gone, arrived: withKeys(gone.arrived, [key], false), fates: new Map(gone.fates).set(key, fate) };
  return screen.sent.has(key) || screen.fates.has(key) ? gone : unlist(gone, key);
}

function released(screen: Screen): Screen {
  const orderOf = (key: string): string => screen.items.get(key)?.order ?? '';
  const listed = [...new Set([...screen.list, ...screen.arrived])].filter(key => screen.items.has(key) || screen.fates.has(key));
  const list = listed.filter(key => screen.items.get(key) === undefined || admits(screen.filter, screen.items.get(key)!))
    .sort((a, b) => orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0);
  return { ...screen, list, arrived: new Set(), place: placeOf({ ...screen, list }, screen.at) };
}

/** Whoever goes on has read what became of the item before. */
function went(screen: Screen, key: string | null): Screen {
  const left = screen.at !== null && screen.at !== key && screen.fates.has(screen.at) ? unlist(screen, screen.at) : screen;
  return { ...left, at: key, place: placeOf(left, key), looking: key === null ? null : left.items.get(key) ?? null };
}

function settled(screen: Screen, key: string, leaves: boolean): Screen {
  const order = screen.items.get(key)?.order;
  const done = { ...screen, sent: without(screen.sent, key), marked: withKeys(screen.marked, [key], false) };
  if (!leaves) return done;
  const gone = { ...done, items: without(done.items, key), settled: order === undefined ? done.settled : new Map(done.settled).set(key, order) };
  return unlist(gone, key);
}

function failed(screen: Screen, key: string, fate: Fate | null): Screen {
  const back = { ...screen, sent: without(screen.sent, key) };
  if (!fate) return screen.items.has(key) ? back : unlist(back, key);
  return { ...back, items: without(back.items, key), marked: withKeys(back.marked, [key], false), fates: new Map(back.fates).set(key, fate) };
}

/** An item that was decided is looked at once more. */
function reopened(screen: Screen, item: QueueItem): Screen {
  const key = keyOf(item);
  return { ...screen, at: key, place: placeOf(screen, key), looking: item, settled: without(screen.settled, key), fates: without(screen.fates, key) };
}

/** An item that was asked for alone, as it is now; whether it is listed or not, the moderator is at it. */
function brought(screen: Screen, item: QueueItem): Screen {
  const here = reopened(screen, item);
  return item.state === 'none' ? { ...here, items: without(here.items, keyOf(item)) } : { ...here, items: put(here.items, [item]) };
}

function claimed(screen: Screen, key: string, claim: QueueItem['claim'] | null): Screen {
  const item = screen.items.get(key);
  if (!item) return screen;
  const { claim: _, ...free } = item;
  const now = claim ? { ...free, claim } : free;
  return { ...screen, items: new Map(screen.items).set(key, now), looking: screen.at === key ? now : screen.looking };
}

function unlist(screen: Screen, key: string): Screen {
  const place = screen.list.indexOf(key);
  const fates = screen.at === key ? screen.fates : without(screen.fates, key);
  if (place < 0) return { ...screen, fates, arrived: withKeys(screen.arrived, [key], false) };
  return { ...screen, fates, list: screen.list.filter(one => one !== key), place: place < screen.place ? screen.place - 1 : screen.place };
}

/** What a page tells, without what was decided here since. */
const waiting = (screen: Screen, items: readonly QueueItem[]): QueueItem[] => items.filter(item => screen.settled.get(keyOf(item)) !== item.order);

function placeOf(screen: Screen, key: string | null): number {
  const place = key === null ? 0 : screen.list.indexOf(key);
  return place < 0 ? Math.min(screen.place, Math.max(0, screen.list.length - 1)) : place;
}

const put = (map: ReadonlyMap<string, QueueItem>, items: readonly QueueItem[]): Map<string, QueueItem> =>
  new Map([...map, ...items.map((item): [string, QueueItem] => [keyOf(item), item])]);

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  if (!map.has(key)) return map;
  const less = new Map(map);
  less.delete(key);
  return less;
}

function withKeys(set: ReadonlySet<string>, keys: readonly string[], on: boolean): ReadonlySet<string> {
  const changed = new Set(set);
  for (const key of keys) if (on) changed.add(key); else changed.delete(key);
  return changed;
}
