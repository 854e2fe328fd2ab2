import type { CommentView } from '../wire/views.js';

/** Whom a comment speaks to: by name, or by answering. */
export function spokenTo(comment: CommentView, known: (number: number) => CommentView | undefined): string | null {
  return comment.addressee?.id ?? (comment.replyTo === undefined ? null : known(comment.replyTo)?.author?.id ?? null);
}

/** What two people have said to one another in what is loaded, with the comments that each of them answers; by number. */
export function between(a: string, b: string, comments: Iterable<CommentView>, known: (number: number) => CommentView | undefined): number[] {
  const found = new Set<number>();
  for (const comment of comments) {
    const other = comment.author?.id === a ? b : comment.author?.id === b ? a : null;
    if (other === null || spokenTo(comment, known) !== other) continue;
    found.add(comment.number);
    const answered = comment.addressee?.number ?? comment.replyTo;
    if (answered !== undefined && known(answered)) found.add(answered);
  }
  return [...found].sort((x, y) => x - y);
}
