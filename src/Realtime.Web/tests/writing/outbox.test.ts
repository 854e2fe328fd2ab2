import { expect, test } from 'vitest';
import { Outbox } from '../../src/writing/outbox.js';
import { Refused, type Refusal } from '../../src/wire/refusals.js';
import type { NewComment } from '../../src/wire/thread-api.js';
import { comment } from '../comments.js';

/** An outbox whose sendings end as told, one after the other. */
function sending(...ends: (Refusal | 'offline' | 'ok')[]) {
  const sent: NewComment[] = [];
  const arrived: number[] = [];
  const outbox = new Outbox(one => {
    sent.push(one);
    const end = ends.shift();
    if (end === 'ok') return Promise.resolve({ comment: comment(7) });
    return Promise.reject(end === 'offline' ? new TypeError('Failed to fetch') : new Refused(end!));
  }, () => undefined, answered => arrived.push(answered.number));
  return { outbox, sent, arrived };
}

const one: NewComment = { clientCommentId: 'c1', body: 'Hello', replyTo: 3 };

test('what has arrived is in it no more', async () => {
  const { outbox, arrived } = sending('ok');
  await outbox.post(one);
  expect([outbox.all(), arrived]).toEqual([[], [7]]);
});

test('what failed for want of a network is sent again as the same comment', async () => {
  const { outbox, sent, arrived } = sending('offline', 'ok');
  await outbox.post(one);
  expect(outbox.under(3)[0]).toMatchObject({ state: 'failed', mayRetry: true });
  await outbox.retry('c1');
  expect([sent.map(comment => comment.clientCommentId), arrived]).toEqual([['c1', 'c1'], [7]]);
});

test('what the policy refuses can only be rewritten', async () => {
  const { outbox } = sending({ code: 'comment_refused', rule: 3, spans: [{ start: 0, length: 5 }] });
  await outbox.post(one);
  expect(outbox.all()[0]).toMatchObject({ state: 'refused', mayRetry: false, refusal: { rule: 3 } });
  expect(outbox.withdraw('c1')).toEqual(one);
  expect(outbox.all()).toEqual([]);
});

test('after a warning it is submitted as it is, and says that it was warned', async () => {
  const { outbox, sent } = sending({ code: 'comment_may_break_rule', rule: 1 }, 'ok');
  await outbox.post(one);
  expect(outbox.all()[0]?.state).toBe('warned');
  await outbox.retry('c1');
  expect(sent[1]).toEqual({ ...one, warned: true });
});

test('it expects its own comment back while it is on its way', async () => {
  const { outbox } = sending('offline');
  await outbox.post(one);
  expect([outbox.expects(3), outbox.expects(undefined)]).toEqual([true, false]);
});

test('in a slow discussion it is told from when on another try is worth it', async () => {
  const { outbox } = sending({ code: 'slow_mode', retryAfterMs: 60_000 });
  await outbox.post(one);
  expect(outbox.all()[0]).toMatchObject({ state: 'failed', mayRetry: true });
  expect(outbox.all()[0]!.notBefore).toBeGreaterThan(Date.now());
});
