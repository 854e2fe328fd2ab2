import { expect, test } from 'vitest';
import { Items, type InboxItem } from '../../src/inbox/items.js';

const item = (id: number, kind = 'reply'): InboxItem => ({ id, kind, at: '2026-11-24T10:00:00Z' });
const view = (unread: number, items: InboxItem[], gone?: number[]) => ({ site: 's', unread, readThrough: 0, items, ...(gone ? { gone } : {}) });

test('news come on top, and hearing them twice does no harm', () => {
  const items = new Items();
  items.open(view(1, [item(4), item(2)]));
  for (let heard = 0; heard < 2; heard++) items.take(view(2, [item(7)]));
  expect([items.all.map(one => one.id), items.unread, items.newest]).toEqual([[7, 4, 2], 2, 7]);
});

test('what is told anew stands where it stood, and what is gone is gone', () => {
  const items = new Items();
  items.open(view(2, [item(4), item(2)]));
  items.take(view(1, [item(2, 'approved')], [4]));
  expect(items.all).toEqual([item(2, 'approved')]);
});

test('opened anew, nothing of before is left', () => {
  const items = new Items();
  items.open(view(1, [item(4)]));
  items.open(view(0, []));
  expect([items.all, items.newest]).toEqual([[], 0]);
});
