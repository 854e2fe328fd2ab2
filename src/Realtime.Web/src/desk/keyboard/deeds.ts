import type { Desk } from '../desk.js';
import { queueStates } from '../wire/queue-views.js';
import type { Doing } from './keys.js';

/** What the page itself has to do. */
export interface Page {
  focusFilter(): void;
  /** False when there was nothing to leave. */
  leave(): boolean;
}

/** Does what a key or a button stands for. */
export function perform(desk: Desk, page: Page, doing: Doing): void {
  const inQueue = queueDeeds[doing];
  if (inQueue && desk.view === 'queue') return inQueue(desk);
  switch (doing) {
    case 'goQueue': return desk.go('queue');
    case 'goPeople': return desk.go('people');
    case 'goPolicy': return desk.go('policy');
    case 'goAudit': return desk.go('audit');
    case 'legend': return desk.ask({ kind: 'legend' });
    case 'filter': return page.focusFilter();
    case 'escape': return escape(desk, page);
    default: return;
  }
}

const tab = (place: number) => (desk: Desk): void => {
  const { state: _, ...others } = desk.queue.screen.filter;
  const state = queueStates[place - 1];
  void desk.queue.filter(state ? { ...others, state } : others);
};

const sanction = (kind: 'warn' | 'suspend' | 'ban') => (desk: Desk): void => {
  const author = desk.queue.current?.author;
  if (author) desk.ask({ kind: 'sanction', sanction: kind, person: author });
};

/** They mean something where the queue is before one. */
const queueDeeds: Partial<Record<Doing, (desk: Desk) => void>> = {
  next: desk => desk.queue.step(1),
  previous: desk => desk.queue.step(-1),
  nextAlso: desk => desk.queue.step(1, true),
  previousAlso: desk => desk.queue.step(-1, true),
  arrivals: desk => desk.queue.release(),
  source: desk => { desk.queue.showsSource = !desk.queue.showsSource; desk.changed(); },
  approve: desk => void desk.queue.deciding.decide('approve'),
  hold: desk => void desk.queue.deciding.decide('hold'),
  reject: desk => {
    const obstacle = desk.queue.deciding.obstacle();
    if (obstacle === null) desk.ask({ kind: 'reject', marked: false });
    else desk.notices.say(obstacle, 'bad');
  },
  undo: desk => void desk.queue.deciding.undo(),
  mark: desk => {
    const { at, marked } = desk.queue.screen;
    if (at !== null) desk.queue.happen({ kind: 'marked', keys: [at], on: !marked.has(at) });
  },
  unmark: desk => desk.queue.happen({ kind: 'marked', keys: [...desk.queue.screen.marked], on: false }),
  approveMarked: desk => void desk.queue.deciding.decideMarked('approve'),
  rejectMarked: desk => {
    if (desk.queue.screen.marked.size > 0) desk.ask({ kind: 'reject', marked: true });
    else desk.notices.say(desk.speech.say('nothingMarked'), 'bad');
  },
  warn: sanction('warn'),
  suspend: sanction('suspend'),
  ban: sanction('ban'),
  author: desk => { if (desk.queue.current) desk.people.show(desk.queue.current.author.id); },
  onlyArticle: desk => { if (desk.queue.current) void desk.queue.filter({ ...desk.queue.screen.filter, article: desk.queue.current.article }); },
  onlyAuthor: desk => { if (desk.queue.current) void desk.queue.filter({ ...desk.queue.screen.filter, person: desk.queue.current.author.id }); },
  mode: desk => {
    const { current } = desk.queue;
    if (current) desk.ask({ kind: 'mode', article: current.article, title: current.title ?? current.article });
  },
  trail: desk => {
    const { current } = desk.queue;
    if (!current) return;
    desk.go('audit');
    void desk.audit.open(current.article);
  },
  tab1: tab(0), tab2: tab(1), tab3: tab(2), tab4: tab(3), tab5: tab(4),
};

/** First what is open, then what is narrowed. */
function escape(desk: Desk, page: Page): void {
  if (page.leave() || desk.notices.clear()) return;
  const { state, article, person } = desk.queue.screen.filter;
  if (desk.queue.words !== '') return desk.queue.search('');
  if (article !== undefined || person !== undefined) void desk.queue.filter(state ? { state } : {});
}
