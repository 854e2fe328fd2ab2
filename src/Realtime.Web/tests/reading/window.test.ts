import { expect, test } from 'vitest';
import { Window } from '../../src/reading/window.js';
import type { Row } from '../../src/thread/placement.js';

const rows = (count: number): Row[] => Array.from({ length: count }, (_, at) => ({ number: at + 1, depth: 0, hidden: 0, fold: 'none', orphan: false }));
const view = { top: 0, bottom: 900 };
const warm = (list: Row[], start: number): Window => {
  const window = new Window(() => undefined);
  window.choose(list, start, view);
  window.warm();
  window.choose(list, start, view);
  return window;
};

test('the first page is drawn in two goes', () => {
  const window = new Window(() => undefined);
  window.choose(rows(50), 100, view);
  expect([window.from, window.to]).toEqual([0, 5]);
  expect([window.warm(), window.warm()]).toEqual([true, false]);
  window.choose(rows(50), 100, view);
  expect(window.to).toBe(50);
});

test('a list below the view draws something all the same', () => {
  const window = new Window(() => undefined);
  window.choose(rows(50), 5000, view);
  expect([window.to, window.warm()]).toEqual([1, true]);
});

test('of a long list only what is around the view is drawn, the rest is height', () => {
  const window = warm(rows(10_000), -160 * 5000);
  expect(window.to - window.from).toBeLessThan(40);
  expect(window.from).toBeLessThan(5000);
  expect(window.to).toBeGreaterThan(5005);
  expect(window.above + window.below + (window.to - window.from) * 160).toBe(1_600_000);
});

test('it knows when the reader comes near the edge', () => {
  const list = rows(10_000);
  const window = warm(list, -160 * 5000);
  expect(window.isNearEdge(list, -160 * 5000, view)).toBe(false);
  expect(window.isNearEdge(list, -160 * 5008, view)).toBe(true);
});

test('a row far away is gone to by drawing around it', () => {
  const window = warm(rows(10_000), 0);
  window.centreOn(7000);
  window.choose(rows(10_000), 0, view);
  expect(window.from < 6999 && window.to > 7000).toBe(true);
});

test('what comes above does not move what is drawn away from the reader', () => {
  const window = warm(rows(400), -160 * 100);
  const more = [...rows(50).map(row => ({ ...row, number: row.number + 1000 })), ...rows(400)];
  const start = window.startFor(more, 101, 0);
  expect(start).toBe(-160 * 150);
  window.choose(more, start!, view);
  expect(window.from < 150 && window.to > 150).toBe(true);
});
