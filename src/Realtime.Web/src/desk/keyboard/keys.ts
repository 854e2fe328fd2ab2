import type { Permission } from '../wire/permissions.js';

export const doings = [
  'next', 'previous', 'nextAlso', 'previousAlso', 'arrivals', 'source', 'openComment', 'approve', 'reject', 'hold', 'restore', 'undo', 'feature', 'pin', 'move',
  'mark', 'markAll', 'approveMarked', 'rejectMarked', 'holdMarked', 'unmark', 'warn', 'suspend', 'ban', 'shadow', 'review', 'lift', 'rejectEverything', 'restoreEverything', 'author',
  'filter', 'onlyArticle', 'onlyAuthor', 'tab1', 'tab2', 'tab3', 'tab4', 'tab5', 'mode', 'brake', 'trail', 'earlier', 'later',
  'addRule', 'savePolicy', 'tryWords', 'cancelTrial', 'applyWords', 'saveWords', 'goQueue', 'goPeople', 'goPolicy', 'goAudit', 'legend', 'escape',
] as const;
export type Doing = (typeof doings)[number];

export interface Key {
  /** What is pressed, one after the other. */
  strokes: readonly string[];
  doing: Doing;
}

const key = (strokes: string, doing: Doing): Key => ({ strokes: strokes.split(' '), doing });

/** The legend's groups, in its order. */
export const legend: Readonly<Record<'moving' | 'deciding' | 'many' | 'people' | 'narrowing' | 'discussion' | 'policy' | 'going', readonly Key[]>> = {
  moving: [key('j', 'next'), key('k', 'previous'), key('J', 'nextAlso'), key('K', 'previousAlso'), key('.', 'arrivals'), key('t', 'source'), key('o', 'openComment')],
  deciding: [key('a', 'approve'), key('r', 'reject'), key('h', 'hold'), key('e', 'restore'), key('u', 'undo'), key('i', 'feature'), key('n', 'pin'), key('y', 'move')],
  many: [key('x', 'mark'), key('*', 'markAll'), key('A', 'approveMarked'), key('R', 'rejectMarked'), key('H', 'holdMarked'), key('X', 'unmark')],
  people: [
    key('w', 'warn'), key('s', 'suspend'), key('b', 'ban'), key('d', 'shadow'), key('q', 'review'), key('l', 'lift'), key('z', 'rejectEverything'), key('Z', 'restoreEverything'),
    key('p', 'author'),
  ],
  narrowing: [
    key('/', 'filter'), key('f a', 'onlyArticle'), key('f p', 'onlyAuthor'),
    key('1', 'tab1'), key('2', 'tab2'), key('3', 'tab3'), key('4', 'tab4'), key('5', 'tab5'),
  ],
  discussion: [key('m', 'mode'), key('B', 'brake'), key('v', 'trail'), key('[', 'earlier'), key(']', 'later')],
  policy: [key('c n', 'addRule'), key('c p', 'savePolicy'), key('c t', 'tryWords'), key('c x', 'cancelTrial'), key('c a', 'applyWords'), key('c w', 'saveWords')],
  going: [key('g q', 'goQueue'), key('g p', 'goPeople'), key('g w', 'goPolicy'), key('g a', 'goAudit'), key('?', 'legend'), key('Escape', 'escape')],
};

/** What one must be allowed to, for this to be offered. What is not listed is offered to everybody at the desk. */
const needs: Readonly<Partial<Record<Doing, Permission>>> = {
  openComment: 'readQueue', approve: 'moderate', reject: 'moderate', hold: 'moderate', restore: 'moderate', undo: 'moderate', feature: 'moderate', pin: 'moderate', move: 'moderate',
  mark: 'moderate', markAll: 'moderate', approveMarked: 'moderate', rejectMarked: 'moderate', holdMarked: 'moderate', unmark: 'moderate',
  warn: 'sanction', suspend: 'sanction', ban: 'sanction', shadow: 'sanction', review: 'sanction', lift: 'sanction', rejectEverything: 'moderate', restoreEverything: 'moderate',
  author: 'readPeople', mode: 'moderate', brake: 'changeSettings', trail: 'readAudit', earlier: 'readAudit', later: 'readAudit',
  addRule: 'changePolicy', savePolicy: 'changePolicy', tryWords: 'changeWords', cancelTrial: 'changeWords', applyWords: 'moderate', saveWords: 'changeWords',
  goQueue: 'readQueue', goPeople: 'readPeople', goPolicy: 'readSettings', goAudit: 'readAudit',
};

export const needOf = (doing: Doing): Permission | null => needs[doing] ?? null;

export const keys: readonly Key[] = Object.values(legend).flat();

export const strokesOf = (doing: Doing): readonly string[] => keys.find(one => one.doing === doing)!.strokes;

export interface Stroke {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const patience = 1500;

/** Reads strokes, some of which mean something only together. */
export class Keyboard {
  private held: string | null = null;
  private heldAt = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** The stroke that the next one is to complete; null when there is none. */
  get pending(): string | null {
    return this.held !== null && this.now() - this.heldAt < patience ? this.held : null;
  }

  read(stroke: Stroke): Doing | null {
    if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
    const name = nameOf(stroke);
    const { pending } = this;
    this.held = null;
    if (pending !== null) return keys.find(one => one.strokes.length === 2 && one.strokes[0] === pending && one.strokes[1] === name)?.doing ?? null;
    if (keys.some(one => one.strokes.length === 2 && one.strokes[0] === name)) {
      [this.held, this.heldAt] = [name, this.now()];
      return null;
    }
    return keys.find(one => one.strokes.length === 1 && one.strokes[0] === name)?.doing ?? null;
  }
}

/** The letter of a Latin keyboard also where another alphabet is switched on: `j` is the key that has it, whatever it writes now. */
export function nameOf({ key: written, code, shiftKey }: Stroke): string {
  if (written.length !== 1 || written.charCodeAt(0) < 128) return written;
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit(\d)$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  if (code === 'BracketLeft') return '[';
  if (code === 'BracketRight') return ']';
  return code === 'Period' ? '.' : written;
}
