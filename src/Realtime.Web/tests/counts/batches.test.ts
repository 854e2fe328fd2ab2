// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { CountBatches, type CountShown } from '../../src/counts/batches.js';

const place = (site: string, article: string, shown: Record<string, number> = {}): CountShown =>
  ({ server: 'https://s', site, article, show: count => { shown[`${site}/${article}`] = count; } });

/** Batches whose streams the test speaks for. */
function watching() {
  const open = new Map<string, (counts: Record<string, number>) => void>();
  const batches = new CountBatches((url, tell) => {
    open.set(url, tell);
    return { close: () => open.delete(url) };
  });
  return { batches, open, urls: () => [...open.keys()].sort() };
}

test('a page opens one stream per site for all its articles', async () => {
  const { batches, urls } = watching();
  for (const article of ['a', 'b', 'a']) batches.add(place('x', article));
  batches.add(place('y', 'a'));
  await vi.waitFor(() => expect(urls()).toEqual(['https://s/api/v1/sites/x/counts/live?article=a&article=b', 'https://s/api/v1/sites/y/counts/live?article=a']));
});

test('what a stream tells is shown wherever the article is named, and what it does not tell stays', async () => {
  const { batches, open } = watching();
  const shown: Record<string, number> = {};
  for (const article of ['a', 'b', 'unknown']) batches.add(place('x', article, shown));
  await vi.waitFor(() => expect(open.size).toBe(1));
  const tell = [...open.values()][0]!;
  tell({ a: 1, b: 2 });
  tell({ b: 3 });
  expect(shown).toEqual({ 'x/a': 1, 'x/b': 3 });
});

test('more than a hundred articles are watched in parts', async () => {
  const { batches, urls } = watching();
  for (let at = 0; at < 150; at++) batches.add(place('x', `a${at}`));
  await vi.waitFor(() => expect(urls()).toHaveLength(2));
});

test('when elements come and go the streams are of those that are left', async () => {
  const { batches, urls } = watching();
  const [first, second] = [place('x', 'a'), place('x', 'b')];
  batches.add(first);
  batches.add(second);
  await vi.waitFor(() => expect(urls()).toHaveLength(1));
  batches.remove(first);
  await vi.waitFor(() => expect(urls()).toEqual(['https://s/api/v1/sites/x/counts/live?article=b']));
  batches.remove(second);
  await vi.waitFor(() => expect(urls()).toEqual([]));
});
