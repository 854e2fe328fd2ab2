import type { ThreadPage } from '../wire/views.js';

/** The server that this script came from. */
export const ownServer = (): string => new URL(import.meta.url).origin;

/** The page that the server has written into the HTML, for the component to take over. */
export function pageInHtml(element: Element): ThreadPage | null {
  const script = element.querySelector('script[type="application/json"][data-realtime-page]');
  try {
    const page = JSON.parse(script?.textContent ?? 'null') as ThreadPage | null;
    return page && Array.isArray(page.comments) && typeof page.position === 'string' ? page : null;
  } catch {
    return null;
  }
}

/** The comment that an address's fragment names: `#comment-5`. */
export function permalinkNumber(hash: string): number | null {
  const match = /^#comment-([1-9]\d{0,8})$/.exec(hash);
  return match ? Number(match[1]) : null;
}
