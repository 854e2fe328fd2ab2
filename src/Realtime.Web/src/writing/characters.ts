const segmenter = typeof Intl.Segmenter === 'undefined' ? null : new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Characters as a person counts them (grapheme clusters), as the server does. */
export function countCharacters(text: string): number {
  const trimmed = text.trim();
  // Latin letters, digits and marks are one character each: most comments need no segmenter at every key.
  if (/^[\n\x20-\x7e]*$/.test(trimmed)) return trimmed.length;
  if (!segmenter) return [...trimmed].length;
  let count = 0;
  for (const _ of segmenter.segment(trimmed)) count++;
  return count;
}
