// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { Unread } from '../../src/reading/unread.js';

beforeEach(() => localStorage.clear());

const visit = (last: number, read: number[] = [], numbers: number[] = []): void => {
  const unread = new Unread('k');
  unread.meet(last);
  read.forEach(number => unread.see(number));
  unread.keep(last, numbers);
};

test('on the first visit nothing that is there is new', () => {
  const unread = new Unread('k');
  unread.meet(10);
  expect([unread.isReturning, unread.isNew(10), unread.isNew(11)]).toEqual([false, false, true]);
});

test('on the next one what came meanwhile is new until it has been seen', () => {
  visit(10);
  const unread = new Unread('k');
  expect([unread.isReturning, unread.isNew(10), unread.isNew(11)]).toEqual([true, false, true]);
  expect([unread.see(11), unread.see(11), unread.isNew(11)]).toEqual([true, false, false]);
});

test('what was new and not reached is new still', () => {
  visit(10);
  visit(13, [12], [11, 12, 13]);
  const unread = new Unread('k');
  expect([10, 11, 12, 13, 14].filter(number => unread.isNew(number))).toEqual([11, 13, 14]);
});

test('a visit that showed nothing is none', () => {
  visit(0);
  expect(new Unread('k').isReturning).toBe(false);
});

test('what cannot be read is a first visit', () => {
  localStorage.setItem('k', '{"seen":"x"}');
  expect(new Unread('k').isReturning).toBe(false);
});
