const atMost = 100;

/** An element that shows a count. */
export interface CountShown {
  readonly server: string;
  readonly site: string;
  readonly article: string;
  show(count: number): void;
}

/** What tells counts as they change; the browser's own connects anew by itself. */
export interface CountStream {
  close(): void;
}

/** The counts of a page: one stream for all of a site's articles, which begins with all of them and goes on with what changes. */
export class CountBatches {
  private readonly shown = new Set<CountShown>();
  private streams: CountStream[] = [];
  private isDue = false;

  constructor(private readonly open: (url: string, tell: (counts: Record<string, number>) => void) => CountStream) {}

  add(element: CountShown): void {
    this.shown.add(element);
    this.schedule();
  }

  remove(element: CountShown): void {
    this.shown.delete(element);
    this.schedule();
  }

  /** Elements come and go many at a time: what follows is done once for all of them. */
  private schedule(): void {
    if (this.isDue) return;
    this.isDue = true;
    setTimeout(() => this.connect(), 0);
  }

  private connect(): void {
    this.isDue = false;
    for (const stream of this.streams) stream.close();
    this.streams = [...this.groups()].map(group => this.watch(group));
  }

  private *groups(): Generator<CountShown[]> {
    const sites = new Map<string, CountShown[]>();
    for (const element of this.shown) {
      const key = `${element.server}|${element.site}`;
      sites.set(key, [...sites.get(key) ?? [], element]);
    }

    for (const group of sites.values()) for (let at = 0; at < group.length; at += atMost) yield group.slice(at, at + atMost);
  }

  private watch(group: CountShown[]): CountStream {
    const { server, site } = group[0]!;
    const articles = new URLSearchParams([...new Set(group.map(element => element.article))].map(article => ['article', article]));
    return this.open(`${server}/api/v1/sites/${encodeURIComponent(site)}/counts/live?${articles}`, counts => {
      for (const element of group) if (counts[element.article] !== undefined) element.show(counts[element.article]!);
    });
  }
}
