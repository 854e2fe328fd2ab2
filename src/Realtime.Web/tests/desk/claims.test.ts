import { expect, test } from 'vitest';
import { Claims } from '../../src/desk/queue/claims.js';
import { Readings } from '../../src/desk/queue/readings.js';
import type { ModeratedInContext } from '../../src/desk/wire/decisions.js';
import { Refused } from '../../src/wire/refusals.js';
import { comment } from '../comments.js';
import { item } from './items.js';

const calls = (refuses: readonly number[] = []) => {
  const log: string[] = [];
  const claims = new Claims({
    claim: async ({ number }) => { log.push(`claim ${number}`); if (refuses.includes(number)) throw new Refused({ code: 'claimed_by_another' }); },
    release: async ({ number }) => { log.push(`release ${number}`); },
  }, () => undefined);
  return { claims, log };
};

test('whoever goes on gives back what they were at', async () => {
  const { claims, log } = calls();
  await claims.take(item(1));
  expect([claims.isSure(item(1)), claims.isSure(item(2))]).toEqual([true, false]);
  await claims.take(item(2));
  await Promise.resolve();
  expect(log).toEqual(['claim 1', 'claim 2', 'release 1']);
});

test('what was decided is not given back', async () => {
  const { claims, log } = calls();
  await claims.take(item(1));
  claims.decided(item(1));
  await claims.take(item(2));
  expect(log).toEqual(['claim 1', 'claim 2']);
});

test('what belongs to another is not given back either', async () => {
  const { claims, log } = calls([1]);
  expect((await claims.take(item(1)))?.code).toBe('claimed_by_another');
  await claims.take(item(2));
  expect(log).toEqual(['claim 1', 'claim 2']);
});

test('a decision waits for the claim that is being asked for', async () => {
  const { claims, log } = calls([1]);
  void claims.take(item(1));
  expect([(await claims.hold(item(1)))?.code, log]).toEqual(['claimed_by_another', ['claim 1']]);
});

test('words are read once for a revision, and anew for the next', async () => {
  let reads = 0;
  const readings = new Readings(async ({ number, revision }) => {
    reads++;
    return { comment: comment(number, { revision }), ancestors: [], moreAncestors: false } satisfies ModeratedInContext;
  }, () => undefined);
  await Promise.all([readings.get(item(1)), readings.get(item(1))]);
  await readings.get(item(1));
  expect([reads, readings.of(item(1))?.found?.comment.number, readings.of(item(1, { revision: 2 }))]).toEqual([1, 1, null]);
  await readings.get(item(1, { revision: 2 }));
  expect(reads).toBe(2);
});

test('what cannot be read says why, and is tried again', async () => {
  let isDown = true;
  const readings = new Readings(async () => {
    if (isDown) throw new Refused({ code: 'store_unavailable' });
    return { comment: comment(1), ancestors: [], moreAncestors: false };
  }, () => undefined);
  expect((await readings.get(item(1))).refusal?.code).toBe('store_unavailable');
  isDown = false;
  expect((await readings.get(item(1))).found?.comment.number).toBe(1);
});

test('a page brings beginnings, and the whole is read when it is looked at', async () => {
  let reads = 0;
  const readings = new Readings(async ({ number, revision }) => {
    reads++;
    return { comment: comment(number, { revision, html: '<p>All of it</p>' }), ancestors: [], moreAncestors: false } satisfies ModeratedInContext;
  }, () => undefined);
  readings.take([item(1, { excerpt: 'All…' })]);
  expect([readings.beginning(item(1)), readings.of(item(1)), readings.beginning(item(1, { revision: 2 }))]).toEqual(['All…', null, null]);
  await readings.get(item(1, { revision: 2 }));
  expect(reads).toBe(1);
});
