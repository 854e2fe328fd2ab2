import { refusalOf, type Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import type { Grounds } from '../wire/decisions.js';
import type { Question } from './questions.js';
import { sanctionOf } from './sanctioning.js';

/** Does what was answered. Null when it is done, or on its way where the desk itself shows what comes of it. */
export async function answer(desk: Desk, question: Question, form: FormData): Promise<Refusal | null> {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  switch (question.kind) {
    case 'reject':
      void (question.marked ? desk.queue.deciding.decideMarked('reject', groundsIn(form)) : desk.queue.deciding.decide('reject', groundsIn(form)));
      return null;
    case 'move': return desk.queue.deciding.move(question.item, text('to'));
    case 'open': return desk.queue.show({ article: text('article'), number: Number(text('number')) });
    case 'sanction': return desk.people.impose(question.person.id, question.person.name, sanctionOf(question.sanction, form));
    case 'lift': return desk.people.lift(question.person.id, question.sanctions[Number(text('which'))]!);
    case 'undo': return desk.people.undo(question.person.id, { ...groundsIn(form), ...(question.restore ? { restore: true } : {}) });
    case 'mode': return attempt(async () => {
      await desk.api.setMode(question.article, { review: form.has('review'), slowMode: Number(text('slow')), locked: form.has('locked') });
      desk.notices.say(desk.speech.say('modeSet', { title: question.title }), 'good');
    });
    case 'brake': return attempt(async () => {
      await desk.api.setSettings({ ...await desk.api.settings(), locked: question.on });
      desk.notices.say(desk.speech.say(question.on ? 'brakeIsOn' : 'brakeIsOff'), 'good');
    });
    case 'legend': return null;
  }
}

async function attempt(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (failure) {
    return refusalOf(failure);
  }
}

function groundsIn(form: FormData): Grounds {
  const rule = Number(form.get('rule') ?? 0);
  const note = String(form.get('note') ?? '').trim();
  return { reason: String(form.get('reason')), ...(rule > 0 ? { rule } : {}), ...(note ? { note } : {}) };
}
