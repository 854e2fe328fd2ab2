import { expect, test } from 'vitest';
import { between } from '../../src/reading/conversation.js';
import { comment } from '../comments.js';

const ada = { id: 'ada', name: 'Ada' };
const rrr = { id: 'rrr', name: 'RRR' };
const comments = [
  comment(1, { author: ada }),
  comment(2, { author: rrr, replyTo: 1 }),
  comment(3, { author: rrr }),
  comment(4, { author: ada, addressee: { ...rrr, number: 3 } }),
  comment(5, { author: { id: 'x', name: 'X' }, replyTo: 1 }),
  comment(6, { author: ada, replyTo: 5 }),
];

test('a conversation is what two people said to one another, and what they answered', () => {
  expect(between('ada', 'rrr', comments, number => comments[number - 1])).toEqual([1, 2, 3, 4]);
});
