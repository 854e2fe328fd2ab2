import type { Place, ReaderPlace } from '../thread/arrivals.js';
import type { Row } from '../thread/placement.js';
import type { RealtimeComment } from './realtime-comment.js';

export interface Rows {
  readonly list: HTMLElement | null;
  readonly rows: readonly Row[];
  /** The part of the rows that is drawn. */
  readonly window: { readonly from: number; readonly to: number };
  element(number: number): RealtimeComment | undefined;
}

/** Where the reader is, measured when it is asked. */
export class Geometry implements ReaderPlace {
  constructor(private readonly shown: Rows) {}

  get atTop(): boolean {
    const { list } = this.shown;
    if (!list) return true;
    if (isBusyIn(list)) return false;
    return list.getBoundingClientRect().top >= viewOf(list).top;
  }

  ofReply(parent: number): Place {
    const { rows } = this.shown;
    let at = rows.findIndex(row => row.number === parent);
    // Folded away or in another view: it comes in unseen.
    if (at < 0 || rows[at]!.fold !== 'none') return 'below';
    const { depth } = rows[at]!;
    while (at + 1 < rows.length && rows[at + 1]!.depth > depth) at++;
    return this.behind(at);
  }

  ofEnd(): Place {
    const last = this.shown.rows.length - 1;
    return last >= 0 ? this.behind(last) : 'inView';
  }

  private behind(at: number): Place {
    const { rows, window } = this.shown;
    if (at < window.from) return 'above';
    const element = this.shown.element(rows[at]!.number);
    if (!element) return 'below';
    const view = viewOf(element);
    const { bottom } = element.getBoundingClientRect();
    return bottom >= view.bottom ? 'below' : bottom <= view.top ? 'above' : 'inView';
  }
}

/** Somebody who writes or marks text in the list is not to have it moved. */
function isBusyIn(list: HTMLElement): boolean {
  const root = list.getRootNode() as ShadowRoot;
  const active = root.activeElement;
  if (active instanceof HTMLElement && list.contains(active) && active.matches('textarea, input')) return true;
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && root.host.contains(selection.anchorNode);
}

/** The box that an element scrolls in; null for the window. */
export function scrollerOf(element: Element): HTMLElement | null {
  for (let at: Element | null = parentOf(element); at && at !== document.documentElement && at !== document.body; at = parentOf(at)) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at as HTMLElement;
  }

  return null;
}

/** What of the page is in view, as far as the element is concerned. */
export function viewOf(element: Element): { top: number; bottom: number } {
  const scroller = scrollerOf(element);
  if (!scroller) return { top: 0, bottom: innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
