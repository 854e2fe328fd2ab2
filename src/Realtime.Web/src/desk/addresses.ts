/** A comment in the desk's address: `#harbour-bridge/7`. Behind the `#` it is told to no server. */
interface Place {
  article: string;
  number: number;
}

export const addressOf = (place: Place | null): string => place ? `#${place.article}/${place.number}` : '';

/** Null where the address names no comment. */
export function placeIn(hash: string): Place | null {
  const named = /^#([A-Za-z0-9][\w.~:@-]*)\/([1-9]\d{0,8})$/.exec(hash);
  return named ? { article: named[1]!, number: Number(named[2]) } : null;
}
