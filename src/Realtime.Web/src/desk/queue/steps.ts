import type { QueueItem } from '../wire/queue-views.js';
import type { Screen } from './screen.js';

/** Whether somebody else is at the item now. */
export const isTaken = (item: QueueItem | null | undefined, me: string | undefined, now: number): boolean =>
  item?.claim !== undefined && item.claim.by.id !== me && Date.parse(item.claim.until) > now;

/**
 * The item that a step from the present one leads to; null when there is none. What is on its way to the server or has left is stepped over, and unless `also` says
 * otherwise what another moderator is at.
 */
export function step(screen: Screen, by: 1 | -1, also: boolean, me: string | undefined, now: number): string | null {
  // Where the present item has left, the one behind it has taken its place.
  const stands = screen.at !== null && screen.list[screen.place] === screen.at;
  let place = stands || by < 0 ? screen.place + by : screen.place;
  for (; place >= 0 && place < screen.list.length; place += by) {
    const key = screen.list[place]!;
    if (screen.sent.has(key) || screen.fates.has(key) || key === screen.at) continue;
    if (also || !isTaken(screen.items.get(key), me, now)) return key;
  }
  return null;
}

/** Where to go after a decision: on, and at the end of the list back to what was passed over. */
export const onwards = (screen: Screen, me: string | undefined, now: number): string | null =>
  step(screen, 1, false, me, now) ?? step({ ...screen, at: null, place: 0 }, 1, false, me, now);
