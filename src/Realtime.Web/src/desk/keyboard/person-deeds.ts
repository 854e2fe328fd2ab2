import type { Desk } from '../desk.js';
import type { SanctionKind } from '../wire/people-views.js';
import type { Deeds } from './deeds.js';

/** Whom a deed is about: the author of the comment that is open, or whoever was looked up. */
function personBefore(desk: Desk): { id: string; name: string } | null {
  if (desk.view === 'queue') return desk.queue.current?.author ?? null;
  const id = desk.people.chosen;
  return id === null ? null : { id, name: desk.people.of(id)?.person?.name ?? id };
}

const about = (ask: (desk: Desk, person: { id: string; name: string }) => void) => (desk: Desk): void => {
  const person = personBefore(desk);
  if (person) ask(desk, person);
  else desk.notices.say(desk.speech.say('nobodyChosen'), 'bad');
};

const sanction = (kind: SanctionKind) => about((desk, person) => desk.ask({ kind: 'sanction', sanction: kind, person }));

export const personDeeds: Deeds = {
  warn: sanction('warn'),
  suspend: sanction('suspend'),
  ban: sanction('ban'),
  shadow: sanction('shadow'),
  review: sanction('review'),
  lift: about((desk, person) => void desk.people.askLift(person)),
  rejectEverything: about((desk, person) => desk.ask({ kind: 'undo', person, restore: false })),
  restoreEverything: about((desk, person) => desk.ask({ kind: 'undo', person, restore: true })),
  author: about((desk, person) => desk.people.show(person.id)),
};
