// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { countCharacters } from '../../src/writing/characters.js';
import { Drafts } from '../../src/writing/drafts.js';
import { complete, matching, mentionAt, participants } from '../../src/writing/mentions.js';
import { comment } from '../comments.js';

beforeEach(() => localStorage.clear());

test('a draft is kept per thread and target', () => {
  const drafts = new Drafts('s/a');
  drafts.write('reply-5', { body: 'Hm', quote: { number: 5, revision: 1, text: 'q', name: 'N' }, clientCommentId: 'id' });
  expect(drafts.read('reply-5')).toEqual({ body: 'Hm', quote: { number: 5, revision: 1, text: 'q', name: 'N' }, clientCommentId: 'id' });
  expect([drafts.read('new').body, new Drafts('s/b').read('reply-5').body]).toEqual(['', '']);
});

test('an empty draft is none', () => {
  const drafts = new Drafts('s/a');
  drafts.write('new', { body: 'x' });
  drafts.write('new', { body: '  ' });
  expect(localStorage.length).toBe(0);
});

test('a draft that cannot be read is empty', () => {
  localStorage.setItem('realtime:draft:s/a:new', '{');
  expect(new Drafts('s/a').read('new')).toEqual({ body: '' });
});

test.each([['abc', 3], ['  abc\n', 3], ['a\nb', 3], ['👩‍👩‍👧‍👦🇦🇲', 2], ['é', 1], ['ԲարեՒ', 5]])('%j has %i characters as a person counts them', (text, count) => {
  expect(countCharacters(text)).toBe(count);
});

test('participants are those who wrote, the latest first, without oneself', () => {
  const people = participants([comment(1), comment(2), comment(3, { author: { id: 'person-1', name: 'Person 1' } })], 'person-2');
  expect(people.map(person => person.id)).toEqual(['person-1']);
});

test.each([['Hi @Ar', 6, 'Ar'], ['@', 1, ''], ['mail@example', 12, null], ['@Ada Wh', 7, 'Ada Wh'], ['no', 2, null], ['(@Լու', 5, 'Լու']])('in %j at %i the name %j is being typed', (text, caret, query) => {
  expect(mentionAt(text, caret)?.query ?? null).toBe(query);
});

test('names match by their beginnings, whatever the accents', () => {
  const people = [{ id: '1', name: 'Édith Piaf' }, { id: '2', name: 'Ada Whitmore' }, { id: '3', name: 'RRR' }];
  expect([matching(people, 'edi'), matching(people, 'whi'), matching(people, 'x')].map(found => found.map(person => person.id))).toEqual([['1'], ['2'], []]);
});

test('a completed name stands in place of what was typed', () => {
  expect(complete('Hi @Ad there', 3, 6, 'Ada Whitmore')).toEqual({ text: 'Hi @Ada Whitmore there', caret: 17 });
});
