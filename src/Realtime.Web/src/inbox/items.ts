import type { AuthorView } from '../wire/views.js';

/** Something a person was told. Which members are there depends on the kind. */
export interface InboxItem {
  id: number;
  kind: string;
  at: string;
  article?: string;
  title?: string;
  number?: number;
  from?: AuthorView;
  reason?: string;
  rule?: number;
  note?: string;
  until?: string;
}

export interface InboxView {
  site: string;
  unread: number;
  readThrough: number;
  items: InboxItem[];
  gone?: number[];
}

const most = 50;

/** What is shown of an inbox, newest first. News replace what they tell anew, so that hearing something twice does no harm. */
export class Items {
  unread = 0;
  readThrough = 0;
  all: readonly InboxItem[] = [];

  open(view: InboxView): void {
    this.all = [];
    this.take(view);
  }

  take(view: InboxView): void {
    this.unread = view.unread;
    this.readThrough = view.readThrough;
    const told = new Set([...view.gone ?? [], ...view.items.map(item => item.id)]);
    this.all = [...view.items, ...this.all.filter(item => !told.has(item.id))].sort((a, b) => b.id - a.id).slice(0, most);
  }

  get newest(): number {
    return this.all[0]?.id ?? 0;
  }
}
