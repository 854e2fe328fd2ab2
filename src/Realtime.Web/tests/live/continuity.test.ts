import { expect, test } from 'vitest';
import { Continuity } from '../../src/live/continuity.js';
import { frame } from '../comments.js';

const at = (sequence: number): Continuity => {
  const continuity = new Continuity();
  continuity.take({ position: `e:${sequence}`, sequence, reset: false });
  return continuity;
};

test('a frame that begins where the reader is follows', () => expect(at(5).judge(frame(5, 7))).toBe('follows'));
test('a frame that ends where the reader is repeats', () => expect(at(5).judge(frame(3, 5))).toBe('repeats'));
test('a frame that overlaps what is known follows', () => expect(at(5).judge(frame(3, 6))).toBe('follows'));
test('a frame that begins later is a gap', () => expect(at(5).judge(frame(6, 7))).toBe('gap'));
test('without a position every frame is a gap', () => expect(new Continuity().judge(frame(0, 1))).toBe('gap'));

test('behind a page whose sequence is not known every frame is a gap', () => {
  const continuity = new Continuity();
  continuity.resume('e:9');
  expect(continuity.judge(frame(0, 10))).toBe('gap');
});

test('an answer with more to come is taken up to where its changes reach', () => {
  const continuity = new Continuity();
  continuity.take({ position: 'e:3', sequence: 9, reset: false, changes: frame(1, 3, [], { more: true }) });
  expect([continuity.position, continuity.judge(frame(3, 4))]).toEqual(['e:3', 'follows']);
});
