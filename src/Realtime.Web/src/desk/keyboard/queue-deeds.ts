import type { Desk } from '../desk.js';
import { queueStates } from '../wire/queue-views.js';
import { askMode } from './audit-deeds.js';
import type { Deeds } from './deeds.js';

const tab = (place: number) => (desk: Desk): void => {
  const { state: _, ...others } = desk.queue.screen.filter;
  const state = queueStates[place - 1];
  void desk.queue.filter(state ? { ...others, state } : others);
};

/** Asks, unless something stands against deciding about the comment at all. */
const unlessHindered = (ask: (desk: Desk) => void) => (desk: Desk): void => {
  const obstacle = desk.queue.deciding.obstacle();
  if (obstacle === null) ask(desk);
  else desk.notices.say(obstacle, 'bad');
};

export const queueDeeds: Deeds = {
  next: desk => desk.queue.step(1),
  previous: desk => desk.queue.step(-1),
  nextAlso: desk => desk.queue.step(1, true),
  previousAlso: desk => desk.queue.step(-1, true),
  arrivals: desk => desk.queue.release(),
  source: desk => { desk.queue.showsSource = !desk.queue.showsSource; desk.changed(); },
  approve: desk => void desk.queue.deciding.decide('approve'),
  hold: desk => void desk.queue.deciding.decide('hold'),
  restore: desk => void desk.queue.deciding.decide('restore'),
  reject: unlessHindered(desk => desk.ask({ kind: 'reject', marked: false })),
  move: unlessHindered(desk => desk.ask({ kind: 'move', item: desk.queue.current! })),
  feature: desk => void desk.queue.deciding.mark('feature'),
  pin: desk => void desk.queue.deciding.mark('pin'),
  undo: desk => void desk.queue.deciding.undo(),
  mark: desk => {
    const { at, marked } = desk.queue.screen;
    if (at !== null) desk.queue.happen({ kind: 'marked', keys: [at], on: !marked.has(at) });
  },
  markAll: desk => desk.queue.happen({ kind: 'marked', keys: desk.queue.visible.list.filter(key => desk.queue.screen.items.has(key)), on: true }),
  unmark: desk => desk.queue.happen({ kind: 'marked', keys: [...desk.queue.screen.marked], on: false }),
  approveMarked: desk => void desk.queue.deciding.decideMarked('approve'),
  holdMarked: desk => void desk.queue.deciding.decideMarked('hold'),
  rejectMarked: desk => {
    if (desk.queue.screen.marked.size > 0) desk.ask({ kind: 'reject', marked: true });
    else desk.notices.say(desk.speech.say('nothingMarked'), 'bad');
  },
  onlyArticle: desk => { if (desk.queue.current) void desk.queue.filter({ ...desk.queue.screen.filter, article: desk.queue.current.article }); },
  onlyAuthor: desk => { if (desk.queue.current) void desk.queue.filter({ ...desk.queue.screen.filter, person: desk.queue.current.author.id }); },
  mode: desk => {
    const { current } = desk.queue;
    if (current) void askMode(desk, current.article, current.title ?? current.article);
  },
  trail: desk => {
    const { current } = desk.queue;
    if (!current) return;
    desk.go('audit');
    void desk.audit.open(current.article);
  },
  tab1: tab(0), tab2: tab(1), tab3: tab(2), tab4: tab(3), tab5: tab(4),
};
