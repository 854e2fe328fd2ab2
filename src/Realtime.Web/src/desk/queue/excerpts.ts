import { sanitize } from '../../reading/sanitizer.js';
import type { CommentView } from '../../wire/views.js';

const longest = 160;
const known = new WeakMap<CommentView, string>();

/** The beginning of what a comment says, in one line. */
export function plainWords(comment: CommentView): string {
  let words = known.get(comment);
  if (words === undefined) {
    const text = (comment.html === undefined ? comment.text ?? '' : sanitize(comment.html).textContent ?? '').replace(/\s+/g, ' ').trim();
    known.set(comment, words = text.length > longest ? `${text.slice(0, longest)}…` : text);
  }
  return words;
}
