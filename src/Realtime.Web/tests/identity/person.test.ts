// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { Person } from '../../src/identity/person.js';
import { readToken } from '../../src/identity/token.js';

beforeEach(() => localStorage.clear());

const token = (claims: object): string =>
  `h.${btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(claims)))).replace(/\+/g, '-').replace(/\//g, '_')}.s`;
const soon = Math.floor(Date.now() / 1000) + 600;

test('a token says whose it is, in any script', () => {
  expect(readToken(token({ sub: 'lus', name: 'Լուսինե', exp: 5 }))).toEqual({ me: { id: 'lus', name: 'Լուսինե' }, expires: 5000 });
});

test('what is no token says nothing', () => expect([readToken(''), readToken('a.b.c'), readToken(token({ name: 'x' }))]).toEqual([null, null, null]));

test('a token that has run out is renewed before it is used', async () => {
  const asked: boolean[] = [];
  const person = new Person('g', () => undefined);
  await person.use(token({ sub: 'ada', exp: 5 }), ({ renew }) => {
    asked.push(renew);
    return token({ sub: 'ada', exp: soon });
  });
  expect([await person.bearer(false), asked]).toEqual([token({ sub: 'ada', exp: soon }), [true]]);
});

test('two who need a new token at once ask for it once', async () => {
  let asked = 0;
  const person = new Person('g', () => undefined);
  await person.use(null, () => {
    asked++;
    return Promise.resolve(token({ sub: 'ada', exp: soon }));
  });
  await Promise.all([person.bearer(true), person.bearer(true)]);
  expect(asked).toBe(2);
});

test('a refused token without a way to another signs out, and says so', async () => {
  let told = 0;
  const person = new Person('g', () => told++);
  await person.use(token({ sub: 'ada', exp: soon }), null);
  expect(await person.bearer(true)).toBeNull();
  expect([person.me, person.expired, told > 0]).toEqual([null, true, true]);
});

test('a guest stays one in this browser until leaving', async () => {
  const guest = token({ sub: 'guest-1', name: 'Visitor', exp: soon });
  new Person('g', () => undefined).beGuest(guest);
  const again = new Person('g', () => undefined);
  await again.use(null, null);
  expect([again.me?.name, again.isGuest]).toEqual(['Visitor', true]);
  again.leave();
  expect(localStorage.length).toBe(0);
});
