import type { AuthorView, CommentView } from '../wire/views.js';

/** The people who have written in what is loaded, the latest first, without oneself. */
export function participants(comments: Iterable<CommentView>, me: string | null): AuthorView[] {
  const latest = new Map<string, { author: AuthorView; number: number }>();
  for (const { author, number } of comments)
    if (author && author.id !== me && (latest.get(author.id)?.number ?? 0) < number) latest.set(author.id, { author, number });
  return [...latest.values()].sort((a, b) => b.number - a.number).map(entry => entry.author);
}

/** The name being typed at the caret: where its `@` stands and what follows it. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}\p{N}._'’-]*(?: [\p{L}\p{M}\p{N}._'’-]+)?)$/u.exec(text.slice(Math.max(0, caret - 64), caret));
  return match ? { start: caret - match[1]!.length - 1, query: match[1]! } : null;
}

/** The participants whose name, or a word of it, begins with the query. */
export function matching(people: readonly AuthorView[], query: string, most = 6): AuthorView[] {
  const sought = fold(query);
  return people.filter(({ name }) => {
    const folded = fold(name);
    return folded.startsWith(sought) || folded.split(' ').some(word => word.startsWith(sought));
  }).slice(0, most);
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function complete(text: string, start: number, caret: number, name: string): { text: string; caret: number } {
  const inserted = `@${name} `;
  return { text: text.slice(0, start) + inserted + text.slice(caret).replace(/^ /, ''), caret: start + inserted.length };
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
