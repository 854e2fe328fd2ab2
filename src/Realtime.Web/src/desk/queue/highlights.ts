import type { TextSpan } from '../../wire/refusals.js';

export interface Piece {
  text: string;
  isHit: boolean;
}

/** A text cut where findings begin and end. Spans that overlap are one; what lies outside the text is no span of it. */
export function pieces(text: string, spans: readonly TextSpan[]): Piece[] {
  const sorted = spans.map(({ start, length }) => [Math.max(0, start), Math.min(text.length, start + length)] as const)
    .filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  const cut: Piece[] = [];
  let at = 0;
  for (let i = 0; i < sorted.length;) {
    const from = sorted[i]![0];
    let to = sorted[i]![1];
    for (i++; i < sorted.length && sorted[i]![0] <= to; i++) to = Math.max(to, sorted[i]![1]);
    if (from > at) cut.push({ text: text.slice(at, from), isHit: false });
    cut.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (at < text.length) cut.push({ text: text.slice(at), isHit: false });
  return cut;
}
