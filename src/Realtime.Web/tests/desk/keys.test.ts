import { expect, test } from 'vitest';
import { doings, Keyboard, keys, type Stroke } from '../../src/desk/keyboard/keys.js';

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({ key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });
const read = (...strokes: Stroke[]) => {
  const keyboard = new Keyboard();
  return strokes.map(one => keyboard.read(one));
};

test('a key does what the legend says', () => expect(read(stroke('j'), stroke('A'), stroke('?'), stroke('Escape'))).toEqual(['next', 'approveMarked', 'legend', 'escape']));

test('no two doings have the same strokes, and no stroke hides one that begins with it', () => {
  const all = keys.map(one => one.strokes.join(' '));
  expect(new Set(all).size).toBe(all.length);
  const first = keys.filter(one => one.strokes.length === 2).map(one => one.strokes[0]);
  expect(all.filter(one => first.includes(one))).toEqual([]);
});

test('two strokes belong together, and what does not belong is forgotten', () => {
  expect(read(stroke('g'), stroke('p'))).toEqual([null, 'goPeople']);
  expect(read(stroke('g'), stroke('j'), stroke('j'))).toEqual([null, null, 'next']);
});

test('who has thought for long begins anew', () => {
  let now = 0;
  const keyboard = new Keyboard(() => now);
  keyboard.read(stroke('g'));
  now = 5000;
  expect(keyboard.read(stroke('a'))).toBe('approve');
});

test('the browser\'s own shortcuts stay its own', () => expect(read(stroke('r', { ctrlKey: true }), stroke('a', { metaKey: true }))).toEqual([null, null]));

test('another alphabet on the keyboard does not matter', () => {
  expect(read(stroke('о', { code: 'KeyJ' }), stroke('Ф', { code: 'KeyA', shiftKey: true }), stroke('ջ', { code: 'KeyK' }), stroke('؟', { code: 'Slash', shiftKey: true })))
    .toEqual(['next', 'approveMarked', 'previous', 'legend']);
});

test('every doing has a key, and every key a doing', () => expect([...keys.map(one => one.doing)].sort()).toEqual([...doings].sort()));
