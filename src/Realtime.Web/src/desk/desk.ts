import { Person } from '../identity/person.js';
import { Http } from '../wire/http.js';
import { refusalOf, type Refusal } from '../wire/refusals.js';
import type { PolicyRule } from '../wire/views.js';
import { AuditDesk } from './audit/audit-desk.js';
import type { Question } from './dialogs/questions.js';
import { needOf, type Doing } from './keyboard/keys.js';
import type { DeskSpeech } from './locales/speech.js';
import { Notices } from './notices.js';
import { PeopleDesk } from './people/people-desk.js';
import { PolicyDesk } from './policy/policy-desk.js';
import { QueueDesk } from './queue/queue-desk.js';
import type { Fate } from './queue/screen.js';
import { DeskApi } from './wire/desk-api.js';
import type { Permission } from './wire/permissions.js';

export const views = ['queue', 'people', 'policy', 'audit'] as const;
export type View = (typeof views)[number];

const needsOf: Readonly<Record<View, Permission>> = { queue: 'readQueue', people: 'readPeople', policy: 'readSettings', audit: 'readAudit' };

/** What a desk needs of the page that it stands on. */
export interface DeskHost {
  readonly speech: DeskSpeech;
  readonly isListAtTop: boolean;
  changed(): void;
  signedOut(): void;
}

/** One moderator's desk at one site: what there is to do, and everything that it takes. */
export class Desk {
  readonly person: Person;
  readonly api: DeskApi;
  readonly notices: Notices;
  readonly queue: QueueDesk;
  readonly people: PeopleDesk;
  readonly policy: PolicyDesk;
  readonly audit: AuditDesk;
  view: View = 'queue';
  question: Question | null = null;
  rules: readonly PolicyRule[] = [];
  /** Null while it is not known. */
  private permissions: ReadonlySet<string> | null = null;
  private isStarted = false;

  constructor(readonly host: DeskHost, readonly server: string, readonly site: string) {
    this.person = new Person('', () => this.personChanged());
    this.api = new DeskApi(new Http(server, this.person), site);
    this.notices = new Notices(() => this.changed());
    this.people = new PeopleDesk(this);
    this.policy = new PolicyDesk(this);
    this.audit = new AuditDesk(this);
    this.queue = new QueueDesk(this);
  }

  get speech(): DeskSpeech {
    return this.host.speech;
  }

  changed(): void {
    this.host.changed();
  }

  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    void this.learn().then(() => { if (this.isStarted && this.may('readQueue')) this.queue.start(); });
    this.api.policy().then(policy => { this.rules = policy.rules; this.changed(); }, () => undefined);
  }

  stop(): void {
    this.isStarted = false;
    this.queue.stop();
  }

  /** Before it is known the server is left to say no. */
  may(permission: Permission): boolean {
    return this.permissions?.has(permission) ?? true;
  }

  /** Whether a key or a button is offered to whoever is at the desk. */
  offers(doing: Doing): boolean {
    const need = needOf(doing);
    return need === null || this.may(need);
  }

  /** The views that somebody with these permissions has anything to see in. */
  get views(): readonly View[] {
    return views.filter(view => this.may(needsOf[view]));
  }

  /** Asks what may be done here: roles are given and taken away while somebody works. */
  async learn(): Promise<void> {
    const told = await this.api.permissions().catch(() => null);
    if (told) this.permissions = new Set(told.permissions);
    const [first] = this.views;
    if (first && !this.views.includes(this.view)) this.go(first);
    this.changed();
  }

  go(view: View): void {
    if (!this.views.includes(view)) return this.refuse({ code: 'not_allowed' });
    this.view = view;
    if (view === 'policy') void this.policy.open();
    this.changed();
  }

  /** Goes to a comment, wherever one comes from. */
  async show(place: { article: string; number: number }): Promise<void> {
    const refusal = await this.queue.show(place);
    if (refusal) this.refuse(refusal);
  }

  ask(question: Question | null): void {
    this.question = question;
    this.changed();
  }

  fail(failure: unknown): void {
    this.refuse(refusalOf(failure));
  }

  refuse(refusal: Refusal): void {
    if (refusal.code === 'not_allowed' && this.permissions) void this.learn();
    this.notices.say(this.refusalText(refusal), 'bad');
  }

  /** Why something was not done, in plain words. */
  refusalText(refusal: Refusal): string {
    const { speech } = this;
    if (refusal.code === 'claimed_by_another' && refusal.decided) return speech.say('isAt', { name: refusal.decided.by.name });
    if (refusal.decided) return this.tell(this.queue.deciding.fateOf(refusal));
    const why = speech.trySay(`deskRefusal.${refusal.code}`) ?? speech.trySay(`refusal.${refusal.code}`) ?? speech.say('refusal.other', { title: refusal.title ?? refusal.code });
    return refusal.detail ? `${why} ${refusal.detail}` : why;
  }

  /** Who decided what, when. */
  tell(fate: Fate): string {
    const { speech } = this;
    if (fate.decision === null || fate.by === null) return speech.say('waitsNoLonger');
    const what = speech.trySay(`already.${fate.decision}`, { name: fate.by, time: speech.time(fate.at) });
    return what ?? speech.say('already.other', { name: fate.by, time: speech.time(fate.at), decision: fate.decision });
  }

  ruleTitle(number: number): string {
    return this.speech.say('rule', { n: number, title: this.rules.find(rule => rule.number === number)?.title ?? '' }).replace(/[:.]\s*$/, '');
  }

  private personChanged(): void {
    if (this.person.me === null && this.isStarted) {
      this.stop();
      this.host.signedOut();
    }
    this.changed();
  }
}
