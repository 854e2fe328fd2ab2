import { expect, test } from 'vitest';
import { Admission } from '../../src/thread/admission.js';
import { Arrivals, type Place, type ReaderPlace } from '../../src/thread/arrivals.js';
import { Pages } from '../../src/thread/pages.js';
import { Placement } from '../../src/thread/placement.js';
import { ThreadStore } from '../../src/thread/store.js';
import type { ThreadApi } from '../../src/wire/thread-api.js';
import type { CommentView, Sort } from '../../src/wire/views.js';
import { comment, frame, page, posted } from '../comments.js';

/** A thread of the comments 1 to 3, shown in an order, and where its reader is. */
function reading(sort: Sort, atTop: boolean, place: Place, next?: string) {
  const store = new ThreadStore();
  const placement = new Placement();
  const arrivals = new Arrivals();
  const end = page([comment(9), comment(8)], { next: 'n0-8' });
  const pages = new Pages({ page: () => Promise.resolve(end) } as unknown as ThreadApi, store, placement, () => undefined);
  const shown = [comment(1), comment(2), comment(3)];
  pages.begin(page(sort === 'newest' ? shown.reverse() : shown, next === undefined ? {} : { next }), sort);
  const reader: ReaderPlace = { atTop, ofReply: () => place, ofEnd: () => place };
  const admission = new Admission(store, placement, arrivals, pages, reader);
  const come = (one: CommentView): boolean => {
    store.apply(frame(1, 2, [posted(one.number, one)]));
    return admission.admit(one);
  };
  const numbers = (): number[] => placement.rows(new Set(), number => store.get(number)).map(row => row.number);
  return { admission, arrivals, come, numbers };
}

test('newest first, a comment comes in while the reader is at the top', () => {
  const { come, numbers } = reading('newest', true, 'below');
  expect([come(comment(4)), numbers()]).toEqual([true, [4, 3, 2, 1]]);
});

test('newest first, it waits while the reader is further down', () => {
  const { come, arrivals, numbers } = reading('newest', false, 'below');
  expect([come(comment(4)), arrivals.count, numbers()]).toEqual([false, 1, [3, 2, 1]]);
});

test('what has waited comes in at the top, the newest first', async () => {
  const { admission, come, numbers } = reading('newest', false, 'below');
  come(comment(4));
  come(comment(5));
  await admission.release();
  expect(numbers()).toEqual([5, 4, 3, 2, 1]);
});

test('ranked, a comment waits wherever the reader is', () => {
  const { come, arrivals } = reading('top', true, 'inView');
  expect([come(comment(4)), arrivals.count]).toEqual([false, 1]);
});

test('oldest first, a comment comes in below what is in view', () => {
  const { come, numbers } = reading('oldest', false, 'below');
  expect([come(comment(4)), numbers()]).toEqual([true, [1, 2, 3, 4]]);
});

test('oldest first, it waits while the end is not loaded, and then the end is', async () => {
  const { admission, come, arrivals, numbers } = reading('oldest', true, 'below', 'o0-3');
  expect([come(comment(9)), arrivals.count]).toEqual([false, 1]);
  await admission.release();
  expect(numbers()).toEqual([8, 9]);
});

test.each([['below', false, true], ['inView', false, false], ['inView', true, true], ['above', true, false], ['above', false, false]] as const)(
  'a reply whose place is %s, with the reader at the top %s, comes in: %s', (place, atTop, comesIn) => {
    const { come, arrivals } = reading('newest', atTop, place);
    expect(come(comment(4, { replyTo: 2 }))).toBe(comesIn);
    expect(arrivals.repliesTo(2)).toBe(comesIn ? 0 : 1);
  });

test('replies are let in one conversation at a time', () => {
  const { admission, come, arrivals, numbers } = reading('newest', false, 'above');
  come(comment(4, { replyTo: 2 }));
  come(comment(5, { replyTo: 3 }));
  expect(admission.releaseReplies(2)).toEqual([4]);
  expect([numbers(), arrivals.count]).toEqual([[3, 2, 4, 1], 1]);
});

test('a reply to one that waits comes in under it', async () => {
  const { admission, come, numbers } = reading('newest', false, 'above');
  come(comment(4));
  come(comment(5, { replyTo: 4 }));
  await admission.release();
  expect(numbers()).toEqual([4, 5, 3, 2, 1]);
});

test('one’s own comment does not wait', () => {
  const { admission, numbers } = reading('newest', false, 'above');
  admission.admitOwn(comment(4));
  expect(numbers()).toEqual([4, 3, 2, 1]);
});

test('one that has been taken away waits no longer', () => {
  const { come, arrivals } = reading('newest', false, 'above');
  come(comment(4));
  come(comment(5, { replyTo: 1 }));
  arrivals.drop(4);
  arrivals.drop(5);
  expect(arrivals.count).toBe(0);
});
