export const doings = [
  'next', 'previous', 'nextAlso', 'previousAlso', 'arrivals', 'source', 'approve', 'reject', 'hold', 'undo', 'mark', 'approveMarked', 'rejectMarked', 'unmark', 'warn', 'suspend', 'ban',
  'author', 'filter', 'onlyArticle', 'onlyAuthor', 'mode', 'trail', 'goQueue', 'goPeople', 'goPolicy', 'goAudit', 'tab1', 'tab2', 'tab3', 'tab4', 'tab5', 'legend', 'escape',
] as const;
export type Doing = (typeof doings)[number];

export interface Key {
  /** What is pressed, one after the other. */
  strokes: readonly string[];
  doing: Doing;
}

const key = (strokes: string, doing: Doing): Key => ({ strokes: strokes.split(' '), doing });

/** The legend's groups, in its order. */
export const legend: Readonly<Record<'moving' | 'deciding' | 'many' | 'people' | 'narrowing' | 'going', readonly Key[]>> = {
  moving: [key('j', 'next'), key('k', 'previous'), key('J', 'nextAlso'), key('K', 'previousAlso'), key('.', 'arrivals'), key('t', 'source')],
  deciding: [key('a', 'approve'), key('r', 'reject'), key('h', 'hold'), key('u', 'undo')],
  many: [key('x', 'mark'), key('A', 'approveMarked'), key('R', 'rejectMarked'), key('X', 'unmark')],
  people: [key('w', 'warn'), key('s', 'suspend'), key('b', 'ban'), key('p', 'author')],
  narrowing: [
    key('/', 'filter'), key('f a', 'onlyArticle'), key('f p', 'onlyAuthor'),
    key('1', 'tab1'), key('2', 'tab2'), key('3', 'tab3'), key('4', 'tab4'), key('5', 'tab5'),
  ],
  going: [
    key('g q', 'goQueue'), key('g p', 'goPeople'), key('g w', 'goPolicy'), key('g a', 'goAudit'), key('m', 'mode'), key('v', 'trail'),
    key('?', 'legend'), key('Escape', 'escape'),
  ],
};

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
  return code === 'Period' ? '.' : written;
}
