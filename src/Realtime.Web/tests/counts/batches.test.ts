// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { CountBatches, type CountShown } from '../../src/counts/batches.js';

const place = (site: string, article: string, shown: Record<string, number>): CountShown =>
  ({ server: 'https://s', site, article, show: count => { shown[`${site}/${article}`] = count; } });

test('a page asks once per site for all its articles', async () => {
  const asked: string[] = [];
  const shown: Record<string, number> = {};
  const batches = new CountBatches(url => {
    asked.push(url);
    return Promise.resolve({ a: 1, b: 2 });
  });
  for (const article of ['a', 'b', 'a', 'unknown']) batches.add(place('x', article, shown));
  batches.add(place('y', 'a', shown));
  await batches.refresh();
  expect(asked.sort()).toEqual(['https://s/api/v1/sites/x/counts?article=a&article=b&article=unknown', 'https://s/api/v1/sites/y/counts?article=a']);
  expect(shown).toEqual({ 'x/a': 1, 'x/b': 2, 'y/a': 1 });
});

test('more than a hundred articles are asked for in parts', async () => {
  const asked: string[] = [];
  const batches = new CountBatches(url => {
    asked.push(url);
    return Promise.resolve({});
  });
  for (let at = 0; at < 150; at++) batches.add(place('x', `a${at}`, {}));
  await batches.refresh();
  expect(asked).toHaveLength(2);
});

test('a count that cannot be had leaves the last one', async () => {
  const shown: Record<string, number> = {};
  let fails = false;
  const batches = new CountBatches(() => fails ? Promise.reject(new Error('away')) : Promise.resolve({ a: 3 }));
  batches.add(place('x', 'a', shown));
  await batches.refresh();
  fails = true;
  await batches.refresh();
  expect(shown).toEqual({ 'x/a': 3 });
});
