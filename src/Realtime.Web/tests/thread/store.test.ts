import { beforeEach, expect, test } from 'vitest';
import { ThreadStore } from '../../src/thread/store.js';
import { comment, frame, page, posted } from '../comments.js';

let store: ThreadStore;
beforeEach(() => {
  store = new ThreadStore();
  store.open(page([comment(1), comment(2, { replyTo: 1 }), comment(3, { quote: { number: 1, revision: 1, text: 'Words' } })]));
});

test('a new comment is told once, however often it comes', () => {
  expect(store.apply(frame(1, 2, [posted(4)])).map(one => one.number)).toEqual([4]);
  expect(store.apply(frame(1, 2, [posted(4)]))).toEqual([]);
});

test('a reply raises the count of the comment it answers', () => {
  store.apply(frame(1, 2, [{ ...posted(4, { replyTo: 1 }), parent: { number: 1, replyCount: 2 } }]));
  expect(store.get(1)?.replyCount).toBe(2);
});

test('an edit replaces the words', () => {
  store.apply(frame(1, 2, [{ type: 'edited', comment: comment(1, { revision: 2, html: '<p>Other</p>' }) }]));
  expect(store.get(1)?.html).toBe('<p>Other</p>');
});

test('a removal takes the words, and the quotes of them', () => {
  store.apply(frame(1, 2, [{ type: 'removed', comment: { number: 1, createdAt: '', revision: 1, status: 'removed', reactions: {}, replyCount: 1 }, quotedBy: [3] }]));
  expect([store.get(1)?.html, store.get(1)?.status, store.get(3)?.quote]).toEqual([undefined, 'removed', { number: 1, revision: 1 }]);
});

test('reactions are absolute', () => {
  const change = { type: 'reacted', number: 2, reactions: { like: 3 } };
  store.apply(frame(1, 2, [change]));
  store.apply(frame(1, 2, [change]));
  expect(store.get(2)?.reactions).toEqual({ like: 3 });
});

test('a page asked for before a removal does not bring the words back', () => {
  const since = store.mark();
  store.apply(frame(1, 2, [{ type: 'removed', comment: { number: 1, createdAt: '', revision: 1, status: 'removed', reactions: {}, replyCount: 1 } }]));
  store.merge(page([comment(1)]), since);
  expect(store.get(1)?.status).toBe('removed');
});

test('a page asked for after a removal may bring what has been restored', () => {
  store.apply(frame(1, 2, [{ type: 'removed', comment: { number: 1, createdAt: '', revision: 1, status: 'removed', reactions: {}, replyCount: 1 } }]));
  store.merge(page([comment(1)]), store.mark());
  expect(store.get(1)?.status).toBe('published');
});

test('an older revision does not replace a newer one', () => {
  store.answer(comment(1, { revision: 3, html: 'three' }));
  store.merge(page([comment(1, { revision: 2, html: 'two' })]), store.mark());
  expect(store.get(1)?.html).toBe('three');
});

test('views are replaced, not changed', () => {
  const before = store.get(2);
  store.apply(frame(1, 2, [{ type: 'reacted', number: 2, reactions: { like: 1 } }]));
  expect([before?.reactions, store.get(2) === before]).toEqual([{}, false]);
});

test('the head follows closing, slowing down and what it is about', () => {
  store.apply(frame(1, 5, [
    { type: 'described', article: { title: 'T', tags: [] } }, { type: 'guarded', slowMode: 60, guardedUntil: '2026-11-24T11:00:00Z' }, { type: 'closed' },
  ], { commentCount: 9 }));
  expect(store.head).toMatchObject({ article: { title: 'T' }, slowMode: 60, closed: true, commentCount: 9 });
  store.apply(frame(5, 7, [{ type: 'unguarded' }, { type: 'reopened' }]));
  expect([store.head.slowMode, store.head.closed]).toEqual([undefined, false]);
});

test('a kind of change that is not known is passed over', () => {
  expect(store.apply(frame(1, 2, [{ type: 'sung' }]))).toEqual([]);
});

test('one’s own things come with a page and go with the person', () => {
  store.merge(page([], { you: { comments: [comment(9, { status: 'pending' })], reactions: { 2: ['like'] } } }), store.mark());
  expect([store.get(9)?.status, store.mine.get(2)]).toEqual(['pending', ['like']]);
  store.forgetOwn();
  expect(store.mine.get(2)).toBeUndefined();
});

test('what only the person saw who was here is gone with them', () => {
  store.merge(page([], { you: { comments: [comment(9, { status: 'rejected' })] } }), store.mark());
  store.forgetOwn();
  expect([store.has(9), store.has(1)]).toEqual([false, true]);
});
