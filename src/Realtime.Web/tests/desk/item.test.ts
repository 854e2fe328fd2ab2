import { expect, test } from 'vitest';
import { addressOf, placeIn } from '../../src/desk/addresses.js';
import { pieces } from '../../src/desk/queue/highlights.js';
import { wayBack } from '../../src/desk/queue/undoing.js';
import { item } from './items.js';

const cut = (text: string, ...spans: [number, number][]) => pieces(text, spans.map(([start, length]) => ({ start, length }))).map(piece => piece.isHit ? `[${piece.text}]` : piece.text).join('|');

test('a text is cut where findings begin and end', () => expect(cut('a bad word', [2, 3])).toBe('a |[bad]| word'));
test('findings that overlap or touch are one', () => expect(cut('abcdef', [3, 2], [1, 3], [5, 1])).toBe('a|[bcdef]'));
test('what lies outside the text is no finding', () => expect([cut('abc', [-2, 3], [9, 2]), cut('', [0, 4])]).toEqual(['[a]|bc', '']));
test('letters of two code units are counted as two', () => expect(cut('😀 bad', [3, 3])).toBe('😀 |[bad]'));

test.each([
  ['pending', 'approve', 'hold'],
  ['pending', 'reject', 'hold'],
  ['reported', 'reject', 'restore'],
  ['new', 'hold', 'approve'],
  ['reported', 'approve', 'look again'],
  ['pending', 'hold', 'look again'],
  ['appealed', 'reject', 'look again'],
  ['appealed', 'restore', 'look again'],
] as const)('of a %s comment, %s is taken back by: %s', (state, decision, back) => {
  expect(wayBack({ item: item(1, { state }), decision, revision: 1 })).toEqual(back);
});

test.each([
  ['#harbour-bridge/7', { article: 'harbour-bridge', number: 7 }],
  ['#a:b@c~d_e.f/12', { article: 'a:b@c~d_e.f', number: 12 }],
  ['#harbour-bridge', null],
  ['#harbour-bridge/0', null],
  ['#comment-7', null],
  ['#<b>/7', null],
])('the address %s names %o', (hash, place) => {
  expect(placeIn(hash)).toEqual(place);
  if (place) expect(addressOf(place)).toBe(hash);
});
