import type { CommentView } from '../wire/views.js';

/** One line of the list, top to bottom. */
export interface Row {
  number: number;
  depth: number;
  /** Comments below it that are not shown here, because the conversation goes on too deep or is collapsed. */
  hidden: number;
  /** Why they are hidden. */
  fold: 'none' | 'deep' | 'collapsed';
  /** Shown without the comment it answers above it. */
  orphan: boolean;
}

export const deepest = 4;

/**
 * Where comments stand. Each stands under the comment it answers if that was there first, otherwise on its own; a place once taken is kept while the list is
 * shown, whatever is loaded or arrives later, because a comment that moves is a page that jumps.
 */
export class Placement {
  /** Another one when anything has been placed. */
  version = 0;
  private readonly roots: number[] = [];
  private readonly children = new Map<number, number[]>();
  private readonly parent = new Map<number, number | null>();

  has(number: number): boolean {
    return this.parent.has(number);
  }

  get size(): number {
    return this.parent.size;
  }

  get isEmpty(): boolean {
    return this.parent.size === 0;
  }

  clear(): void {
    this.version++;
    this.roots.length = 0;
    this.children.clear();
    this.parent.clear();
  }

  /** The placed comment that this one would stand under. */
  parentFor(comment: CommentView): number | null {
    return comment.replyTo !== undefined && this.has(comment.replyTo) ? comment.replyTo : null;
  }

  /** Places a page in its sort order: a conversation stands where the first of its comments comes, with what is known of it above. */
  append(comments: readonly CommentView[], known: (number: number) => CommentView | undefined, root: 'start' | 'end' = 'end'): void {
    for (const comment of comments) for (const one of chain(comment, known, number => this.has(number))) this.place(one, root);
  }

  /** Places a page above all others, e.g. older comments in the order of time; given in the order they are shown. */
  prepend(comments: readonly CommentView[]): void {
    this.version++;
    const roots: number[] = [];
    for (const comment of comments) {
      if (this.has(comment.number)) continue;
      const under = this.parentFor(comment);
      if (under === null) roots.push(comment.number);
      else insertSorted(this.childrenOf(under), comment.number);
      this.parent.set(comment.number, under);
    }
    this.roots.unshift(...roots);
  }

  place(comment: CommentView, root: 'start' | 'end'): void {
    if (this.has(comment.number)) return;
    this.version++;
    const under = this.parentFor(comment);
    this.parent.set(comment.number, under);
    if (under !== null) insertSorted(this.childrenOf(under), comment.number);
    else if (root === 'start') this.roots.unshift(comment.number);
    else this.roots.push(comment.number);
  }

  /** From the comment up to the top of its conversation, as placed. */
  above(number: number): number[] {
    const path: number[] = [];
    for (let at = this.parent.get(number); at != null; at = this.parent.get(at)) path.push(at);
    return path;
  }

  descendants(number: number): number[] {
    const found: number[] = [];
    const open = [...this.children.get(number) ?? []];
    while (open.length > 0) {
      const next = open.pop()!;
      found.push(next);
      open.push(...this.children.get(next) ?? []);
    }
    return found;
  }

  /** The whole list. */
  rows(collapsed: ReadonlySet<number>, known: (number: number) => CommentView | undefined): Row[] {
    const rows: Row[] = [];
    for (const root of this.roots) this.branch(rows, root, 0, collapsed, known(root)?.replyTo !== undefined);
    return rows;
  }

  /** One comment and what is under it. */
  under(number: number, collapsed: ReadonlySet<number>): Row[] {
    const rows: Row[] = [];
    this.branch(rows, number, 0, collapsed, false);
    return rows;
  }

  private branch(rows: Row[], number: number, depth: number, collapsed: ReadonlySet<number>, orphan: boolean): void {
    const children = this.children.get(number) ?? [];
    const fold = children.length === 0 ? 'none' : collapsed.has(number) ? 'collapsed' : depth >= deepest ? 'deep' : 'none';
    rows.push({ number, depth, fold, orphan, hidden: fold === 'none' ? 0 : this.descendants(number).length });
    if (fold === 'none') for (const child of children) this.branch(rows, child, depth + 1, collapsed, false);
  }

  private childrenOf(number: number): number[] {
    let children = this.children.get(number);
    if (!children) this.children.set(number, children = []);
    return children;
  }
}

/** The comment, after those above it that are known and not yet placed, outermost first. */
function chain(comment: CommentView, known: (number: number) => CommentView | undefined, placed: (number: number) => boolean): CommentView[] {
  const path = [comment];
  for (let at = comment; at.replyTo !== undefined && !placed(at.replyTo);) {
    const above = known(at.replyTo);
    if (!above) break;
    path.unshift(at = above);
  }
  return path;
}

function insertSorted(numbers: number[], number: number): void {
  let at = numbers.length;
  while (at > 0 && numbers[at - 1]! > number) at--;
  numbers.splice(at, 0, number);
}
