import type { QueueChanged, QueueItem, QueuePage } from '../../src/desk/wire/queue-views.js';

const counts = { pending: 0, reported: 0, appealed: 0, new: 0, urgent: 0 };

export const item = (number: number, more: Partial<QueueItem> = {}): QueueItem => ({
  article: 'a', number, revision: 1, state: 'pending', rank: 'pending', order: `3${String(number).padStart(4, '0')}`, since: '2026-11-24T10:00:00Z',
  author: { id: `person-${number}`, name: `Person ${number}` }, guest: false, createdAt: '2026-11-24T10:00:00Z', reporters: 0, ...more,
});

export const page = (items: QueueItem[], more: Partial<QueuePage> = {}): QueuePage => ({ position: 'e-1', counts: { ...counts, pending: items.length }, items, ...more });

export const frame = (items: QueueItem[], left: QueueChanged['left'] = []): QueueChanged =>
  ({ site: 's', from: 1, to: 2, position: 'e-2', counts: { ...counts, pending: 9 }, items, left });
