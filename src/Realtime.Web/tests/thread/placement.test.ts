import { expect, test } from 'vitest';
import { Placement } from '../../src/thread/placement.js';
import type { CommentView } from '../../src/wire/views.js';
import { comment } from '../comments.js';

const nobody = new Set<number>();
const shape = (placement: Placement, known: ReadonlyMap<number, CommentView> = new Map()): string =>
  placement.rows(nobody, number => known.get(number)).map(row => `${'.'.repeat(row.depth)}${row.number}${row.orphan ? '?' : ''}`).join(' ');

const placed = (...comments: CommentView[]): Placement => {
  const placement = new Placement();
  placement.append(comments, number => comments.find(one => one.number === number));
  return placement;
};

test('replies stand under what they answer, the older first', () => {
  expect(shape(placed(comment(1), comment(2), comment(4, { replyTo: 1 }), comment(3, { replyTo: 1 })))).toBe('1 .3 .4 2');
});

test('newest first, a conversation stands where its newest comment comes', () => {
  expect(shape(placed(comment(5, { replyTo: 1 }), comment(4), comment(1)))).toBe('1 .5 4');
});

test('a reply whose parent is not there stands alone, and stays so when the parent comes', () => {
  const reply = comment(5, { replyTo: 1 });
  const placement = placed(reply);
  placement.append([comment(1)], () => undefined);
  expect(shape(placement, new Map([[5, reply]]))).toBe('5? 1');
});

test('a comment takes its place once', () => {
  const placement = placed(comment(1), comment(2));
  placement.place(comment(1), 'start');
  expect(shape(placement)).toBe('1 2');
});

test('new comments come at the start or the end', () => {
  const placement = placed(comment(2));
  placement.place(comment(3), 'start');
  placement.place(comment(4), 'end');
  expect(shape(placement)).toBe('3 2 4');
});

test('an earlier page comes above', () => {
  const placement = placed(comment(3), comment(4));
  placement.prepend([comment(1), comment(2, { replyTo: 1 })]);
  expect(shape(placement)).toBe('1 .2 3 4');
});

test('below the deepest level the conversation goes on elsewhere', () => {
  const chain = Array.from({ length: 8 }, (_, at) => comment(at + 1, at > 0 ? { replyTo: at } : {}));
  const rows = placed(...chain).rows(nobody, () => undefined);
  expect(rows.map(row => row.number)).toEqual([1, 2, 3, 4, 5]);
  expect(rows.at(-1)).toMatchObject({ fold: 'deep', hidden: 3 });
});

test('a collapsed conversation says how much it hides', () => {
  const rows = placed(comment(1), comment(2, { replyTo: 1 }), comment(3, { replyTo: 2 }), comment(4)).rows(new Set([1]), () => undefined);
  expect(rows.map(row => [row.number, row.fold, row.hidden])).toEqual([[1, 'collapsed', 2], [4, 'none', 0]]);
});

test('a chain of ten thousand replies is no trouble', () => {
  const placement = placed(...Array.from({ length: 10_000 }, (_, at) => comment(at + 1, at > 0 ? { replyTo: at } : {})));
  expect(placement.descendants(1)).toHaveLength(9999);
  expect(placement.above(10_000)).toHaveLength(9999);
});
