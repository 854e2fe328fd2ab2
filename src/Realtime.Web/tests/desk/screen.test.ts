import { expect, test } from 'vitest';
import { after, emptyScreen, type Happening, type Screen } from '../../src/desk/queue/screen.js';
import { onwards, step } from '../../src/desk/queue/steps.js';
import { frame, item, page } from './items.js';

const now = Date.parse('2026-11-24T12:00:00Z');
const later = new Date(now + 60_000).toISOString();
const play = (...happenings: Happening[]): Screen => happenings.reduce(after, emptyScreen);
const three: Happening = { kind: 'opened', page: page([item(1), item(2), item(3)]), filter: {} };
const changed = (items: Parameters<typeof frame>[0], left: Parameters<typeof frame>[1] = [], isAtTop = false): Happening =>
  ({ kind: 'changed', frame: frame(items, left), isAtTop, now: '2026-11-24T12:00:00Z' });
const went = (n: number | null): Happening => ({ kind: 'went', key: n === null ? null : `a ${n}` });
const anothers = { by: { id: 'm2', name: 'M' }, until: later };

test('what comes before something listed waits, and nothing moves', () => {
  const screen = play(three, went(2), changed([item(9, { order: '0' })]));
  expect([screen.list, [...screen.arrived]]).toEqual([['a 1', 'a 2', 'a 3'], ['a 9']]);
});

test('what waits is listed in its place when the moderator says so', () => {
  const screen = play(three, went(2), changed([item(9, { order: '0' })]), { kind: 'released' });
  expect([screen.list, screen.at, screen.place]).toEqual([['a 9', 'a 1', 'a 2', 'a 3'], 'a 2', 2]);
});

test('with nothing to push away it is listed at once', () => {
  expect(play(three, changed([item(9, { order: '0' })], [], true)).list[0]).toBe('a 9');
});

test('what comes behind everything is listed at once, unless more of the queue lies between', () => {
  expect(play(three, changed([item(4)])).list).toEqual(['a 1', 'a 2', 'a 3', 'a 4']);
  expect(play({ kind: 'opened', page: page([item(1)], { next: 'x' }), filter: {} }, changed([item(4)])).list).toEqual(['a 1']);
});

test('what another moderator has decided leaves the list', () => {
  const screen = play(three, went(3), changed([], [{ article: 'a', number: 1, decision: 'approved', by: 'M' }]));
  expect([screen.list, screen.place, screen.marked.size]).toEqual([['a 2', 'a 3'], 1, 0]);
});

test('under the moderator\'s eyes it says who and when before it leaves', () => {
  const gone = changed([], [{ article: 'a', number: 2, decision: 'rejected', by: 'M' }]);
  const screen = play(three, went(2), gone);
  expect([screen.list.length, screen.fates.get('a 2'), screen.looking?.number]).toEqual([3, { decision: 'rejected', by: 'M', at: '2026-11-24T12:00:00Z' }, 2]);
  expect(play(three, went(2), gone, went(3)).list).toEqual(['a 1', 'a 3']);
  const swept = play(three, went(2), gone, { kind: 'swept', key: 'a 2' });
  expect([swept.list, swept.fates.size, step(swept, 1, false, 'm1', now)]).toEqual([['a 1', 'a 3'], 1, 'a 3']);
});

test('what was decided here does not come back from a queue that has not heard of it', () => {
  const decided = play(three, went(1), { kind: 'sent', key: 'a 1', decision: 'approve' }, went(2), { kind: 'settled', key: 'a 1', leaves: true }, changed([item(1, { claim: anothers })]));
  expect([decided.list, decided.items.has('a 1')]).toEqual([['a 2', 'a 3'], false]);
  expect(after(decided, changed([item(1, { order: '39999' })])).list).toEqual(['a 2', 'a 3', 'a 1']);
});

test('a decision that comes to nothing leaves the item where it was', () => {
  const screen = play(three, { kind: 'sent', key: 'a 1', decision: 'approve' }, went(2), { kind: 'failed', key: 'a 1', fate: null });
  expect([screen.list, screen.sent.size]).toEqual([['a 1', 'a 2', 'a 3'], 0]);
});

test('a decision that came second says so in place', () => {
  const fate = { decision: 'reject', by: 'M', at: later };
  const screen = play(three, { kind: 'sent', key: 'a 1', decision: 'approve' }, went(2), { kind: 'failed', key: 'a 1', fate });
  expect([screen.list.includes('a 1'), screen.fates.get('a 1'), screen.items.has('a 1')]).toEqual([true, fate, false]);
  expect(after(screen, { kind: 'swept', key: 'a 1' }).list).toEqual(['a 2', 'a 3']);
});

test('another state takes an item out of what is narrowed to one', () => {
  const screen = play({ kind: 'opened', page: page([item(1), item(2)]), filter: { state: 'pending' } }, changed([item(5, { state: 'new', order: '0' })]));
  expect([screen.arrived.size, screen.items.has('a 5')]).toEqual([0, true]);
});

test('after an interruption the list is what the fresh page says, and what is new waits', () => {
  const screen = play(three, went(2), { kind: 'resumed', page: page([item(0), item(2), item(3)]) });
  expect([screen.list, [...screen.arrived], screen.at]).toEqual([['a 2', 'a 3'], ['a 0'], 'a 2']);
});

test('a page that follows adds what is not there yet', () => {
  const screen = play({ kind: 'opened', page: page([item(1), item(2)], { next: 'x' }), filter: {} }, { kind: 'more', page: page([item(2), item(3)]) });
  expect([screen.list, screen.next]).toEqual([['a 1', 'a 2', 'a 3'], null]);
});

test('steps pass over what another moderator is at, and what is on its way', () => {
  const screen = play(three, went(1), { kind: 'claimed', key: 'a 2', claim: anothers });
  expect([step(screen, 1, false, 'm1', now), step(screen, 1, true, 'm1', now), step(screen, 1, false, 'm2', now)]).toEqual(['a 3', 'a 2', 'a 2']);
  expect(step(after(screen, { kind: 'sent', key: 'a 3', decision: 'hold' }), 1, false, 'm1', now)).toBeNull();
});

test('a claim that has run out is none', () => {
  const screen = play(three, went(1), { kind: 'claimed', key: 'a 2', claim: anothers });
  expect(step(screen, 1, false, 'm1', now + 120_000)).toBe('a 2');
});

test('at the end one goes back to what was passed over', () => {
  const screen = play(three, { kind: 'claimed', key: 'a 1', claim: anothers }, went(3), { kind: 'sent', key: 'a 3', decision: 'approve' });
  expect(onwards(screen, 'm1', now)).toBe('a 2');
  expect(onwards(after(screen, { kind: 'claimed', key: 'a 2', claim: anothers }), 'm1', now)).toBeNull();
});

test('a decision that is taken back brings the item before the moderator again', () => {
  const settled = play(three, went(1), { kind: 'sent', key: 'a 1', decision: 'approve' }, went(2), { kind: 'settled', key: 'a 1', leaves: true });
  const screen = after(settled, { kind: 'reopened', item: item(1) });
  expect([screen.at, screen.looking?.number, screen.settled.size]).toEqual(['a 1', 1, 0]);
});

test('an item that was asked for alone is looked at, listed or not, and steps go on from where one was', () => {
  const screen = play(three, went(2), { kind: 'brought', item: item(77, { order: '9' }) });
  expect([screen.at, screen.looking?.number, screen.items.has('a 77'), screen.list]).toEqual(['a 77', 77, true, ['a 1', 'a 2', 'a 3']]);
  expect(step(screen, 1, false, 'm1', now)).toBe('a 2');
});

test('one that does not wait is looked at and waits no more', () => {
  const screen = play(three, went(2), { kind: 'brought', item: item(2, { state: 'none' }) });
  expect([screen.at, screen.looking?.state, screen.items.has('a 2')]).toEqual(['a 2', 'none', false]);
});

test('of one that did not wait it is no news that it does not', () => {
  const screen = play(three, { kind: 'brought', item: item(9, { state: 'none' }) }, changed([], [{ article: 'a', number: 9, decision: 'approved', by: 'M' }]));
  expect([screen.looking?.number, screen.fates.size]).toEqual([9, 0]);
});
