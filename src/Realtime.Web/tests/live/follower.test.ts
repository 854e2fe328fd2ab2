import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Follower, type Following } from '../../src/live/follower.js';
import type { LiveSession, Signal } from '../../src/live/session.js';
import type { WatchedThread } from '../../src/wire/views.js';
import { frame, page, posted } from '../comments.js';

/** A server with one connection at a time, whose answers the test gives. */
class Hub {
  readonly asked: (string | null)[] = [];
  opened = 0;
  refuses = false;
  signal: (signal: Signal) => void = () => undefined;
  private answers: { resolve(answer: WatchedThread): void; reject(error: Error): void }[] = [];

  readonly open = (signal: (signal: Signal) => void): Promise<LiveSession> => {
    this.opened++;
    this.signal = signal;
    if (this.refuses) return Promise.reject(new Error('away'));
    return Promise.resolve({ watch: position => this.watch(position), typing: () => undefined, close: () => undefined });
  };

  async answer(answer: Partial<WatchedThread> & { sequence: number }): Promise<void> {
    await vi.waitFor(() => expect(this.answers.length).toBeGreaterThan(0));
    this.answers.shift()!.resolve({ position: `e:${answer.sequence}`, reset: false, ...answer });
    await vi.advanceTimersByTimeAsync(0);
  }

  async refuse(message: string): Promise<void> {
    await vi.waitFor(() => expect(this.answers.length).toBeGreaterThan(0));
    this.answers.shift()!.reject(new Error(message));
    await vi.advanceTimersByTimeAsync(0);
  }

  private watch(position: string | null): Promise<WatchedThread> {
    this.asked.push(position);
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  }
}

let hub: Hub;
let told: string[];
let follower: Follower;

beforeEach(() => {
  vi.useFakeTimers();
  hub = new Hub();
  told = [];
  const tell: Following = {
    opened: opened => told.push(`page ${opened.position}`),
    moved: moved => told.push(`${moved.from}-${moved.to}`),
    presenceChanged: () => told.push('presence'),
    siteChanged: () => told.push('site'),
    standingChanged: standing => told.push(standing.state),
    live: isLive => told.push(isLive ? 'live' : 'lost'),
  };
  follower = new Follower(hub.open, tell);
});

afterEach(() => {
  follower.stop();
  vi.useRealTimers();
});

const liveAt = async (sequence: number): Promise<void> => {
  follower.start(`e:${sequence}`);
  await hub.answer({ sequence });
  told.length = 0;
};

test('it watches from the position of the page and tells what came since', async () => {
  follower.start('e:4');
  await hub.answer({ sequence: 6, changes: frame(4, 6) });
  expect([hub.asked, told]).toEqual([['e:4'], ['live', '4-6']]);
});

test('a frame that overtakes the answer is taken in after it', async () => {
  follower.start('e:4');
  await vi.waitFor(() => expect(hub.asked).toHaveLength(1));
  hub.signal({ kind: 'changed', frame: frame(5, 6, [posted(6)]) });
  expect(told).toEqual([]);
  await hub.answer({ sequence: 5, changes: frame(4, 5) });
  expect(told).toEqual(['live', '4-5', '5-6']);
});

test('a repetition is passed over', async () => {
  await liveAt(5);
  hub.signal({ kind: 'changed', frame: frame(4, 5) });
  expect(told).toEqual([]);
});

test('a gap is asked for, and frames that come meanwhile wait', async () => {
  await liveAt(5);
  hub.signal({ kind: 'changed', frame: frame(7, 8) });
  hub.signal({ kind: 'changed', frame: frame(8, 9) });
  await hub.answer({ sequence: 8, changes: frame(5, 8) });
  expect([hub.asked, told]).toEqual([['e:5', 'e:5'], ['live', '5-8', '8-9']]);
});

test('an answer with more to come is asked on', async () => {
  follower.start('e:1');
  await hub.answer({ sequence: 3, changes: frame(1, 3, [], { more: true }) });
  await hub.answer({ sequence: 4, changes: frame(3, 4) });
  expect([hub.asked, told]).toEqual([['e:1', 'e:3'], ['live', '1-3', 'live', '3-4']]);
});

test('a reset begins afresh', async () => {
  await liveAt(5);
  hub.signal({ kind: 'reset' });
  await hub.answer({ sequence: 2, reset: true, page: page([], { position: 'f:2' }) });
  expect([hub.asked.at(-1), told]).toEqual([null, ['live', 'page f:2']]);
});

test('a position that the server does not know is forgotten', async () => {
  follower.start('e:4');
  await hub.refuse('HubException: {"code":"position_invalid","title":"no"}');
  await hub.answer({ sequence: 1, page: page([], { position: 'e:1' }) });
  expect([hub.asked, told]).toEqual([['e:4', null], ['live', 'page e:1']]);
});

test('after a loss it comes back to the last position', async () => {
  await liveAt(5);
  hub.signal({ kind: 'changed', frame: frame(5, 6) });
  hub.signal({ kind: 'closed' });
  await vi.advanceTimersByTimeAsync(600);
  await hub.answer({ sequence: 6 });
  expect([hub.asked.at(-1), told]).toEqual(['e:6', ['5-6', 'lost', 'live']]);
});

test('it tries again, later each time, while the server is away', async () => {
  hub.refuses = true;
  follower.start(null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(hub.opened).toBeGreaterThan(4);
  expect(hub.opened).toBeLessThan(12);
});

test('a server that drains is left at the told moment', async () => {
  await liveAt(5);
  hub.signal({ kind: 'draining', afterMs: 1000 });
  await vi.advanceTimersByTimeAsync(999);
  expect(hub.opened).toBe(1);
  hub.signal({ kind: 'changed', frame: frame(5, 6) });
  await vi.advanceTimersByTimeAsync(1);
  expect([hub.opened, told]).toEqual([2, ['5-6']]);
});

test('a connection that does not answer after sleep is replaced', async () => {
  await liveAt(5);
  void follower.probe();
  await vi.advanceTimersByTimeAsync(5000);
  expect(hub.opened).toBe(2);
});

test('what a connection that has been replaced still brings is not heard', async () => {
  await liveAt(5);
  const old = hub.signal;
  follower.connect();
  await hub.answer({ sequence: 5 });
  told.length = 0;
  old({ kind: 'changed', frame: frame(5, 6) });
  old({ kind: 'closed' });
  expect(told).toEqual([]);
});
