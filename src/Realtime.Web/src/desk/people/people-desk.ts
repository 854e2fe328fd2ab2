import { refusalOf, type Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import type { Imposing, PersonView, SanctionView, Undoing } from '../wire/people-views.js';

interface Known {
  person: PersonView | null;
  refusal: Refusal | null;
  at: number;
}

const fresh = 30_000;

/** People as moderators know them: beside the comment that waits, and looked up by their id. */
export class PeopleDesk {
  /** Whom the view of people is about. */
  chosen: string | null = null;
  undoing = false;
  private readonly known = new Map<string, Known>();
  private readonly asked = new Set<string>();

  constructor(private readonly desk: Desk) {}

  of(id: string): Known | null {
    return this.known.get(id) ?? null;
  }

  /** Sees to it that the person is known, as they were at most half a minute ago. */
  know(id: string, anew = false): void {
    const known = this.known.get(id);
    if (this.asked.has(id) || (!anew && known && Date.now() - known.at < fresh)) return;
    this.asked.add(id);
    this.desk.api.person(id)
      .then(person => ({ person, refusal: null }), (failure: unknown) => ({ person: known?.person ?? null, refusal: refusalOf(failure) }))
      .then(told => {
        this.asked.delete(id);
        this.known.set(id, { ...told, at: Date.now() });
        this.desk.changed();
      });
  }

  show(id: string): void {
    this.chosen = id.trim() || null;
    if (this.chosen) this.know(this.chosen, true);
    this.desk.go('people');
  }

  /** Null when it is in force. */
  async impose(id: string, name: string, imposing: Imposing): Promise<Refusal | null> {
    return this.attempt(id, async () => {
      await this.desk.api.impose(id, imposing);
      this.desk.notices.say(this.desk.speech.say(`imposed.${imposing.kind}`, { name }), 'good');
    });
  }

  /** Asks which of the sanctions in force is to end; of those that this moderator may lift. */
  async askLift(person: { id: string; name: string }): Promise<void> {
    try {
      const told = await this.desk.api.person(person.id);
      this.known.set(person.id, { person: told, refusal: null, at: Date.now() });
      const sanctions = told.sanctions.filter(sanction => !sanction.everywhere || this.desk.may('sanctionEverywhere'));
      if (sanctions.length === 0) return this.desk.notices.say(this.desk.speech.say('noSanctions'));
      this.desk.ask({ kind: 'lift', person, sanctions });
    } catch (failure) {
      this.desk.fail(failure);
    }
  }

  /** Null when it is in force no more. */
  async lift(id: string, sanction: SanctionView): Promise<Refusal | null> {
    return this.attempt(id, async () => {
      await this.desk.api.lift(id, sanction);
      this.desk.notices.say(this.desk.speech.say('lifted'), 'good');
    });
  }

  async undo(id: string, undoing: Undoing): Promise<Refusal | null> {
    this.undoing = true;
    this.desk.changed();
    return this.attempt(id, async () => {
      const { changed, left } = await this.desk.api.undo(id, undoing);
      this.desk.notices.say(this.desk.speech.say(undoing.restore ? 'restoredMany' : 'rejectedMany', { n: changed }), 'good');
      if (left > 0) this.desk.notices.say(this.desk.speech.say('notReached', { n: left }), 'bad');
    }).finally(() => { this.undoing = false; this.desk.changed(); });
  }

  private async attempt(id: string, work: () => Promise<void>): Promise<Refusal | null> {
    try {
      await work();
      return null;
    } catch (failure) {
      return refusalOf(failure);
    } finally {
      this.know(id, true);
    }
  }
}
