const atMost = 100;
const every = 20_000;

/** An element that shows a count. */
export interface CountShown {
  readonly server: string;
  readonly site: string;
  readonly article: string;
  show(count: number): void;
}

/** The counts of a page: one request for all of a site's articles, again from time to time while the page is looked at. */
export class CountBatches {
  private readonly shown = new Set<CountShown>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: (url: string) => Promise<Record<string, number>>) {}

  add(element: CountShown): void {
    this.shown.add(element);
    this.schedule(0);
  }

  remove(element: CountShown): void {
    this.shown.delete(element);
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.groups()].map(group => this.request(group)));
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.turn(), after);
  }

  private async turn(): Promise<void> {
    if (this.shown.size === 0) return;
    if (!document.hidden) await this.refresh();
    this.schedule(every * (0.75 + Math.random() / 2));
  }

  private *groups(): Generator<CountShown[]> {
    const sites = new Map<string, CountShown[]>();
    for (const element of this.shown) {
      const key = `${element.server}|${element.site}`;
      sites.set(key, [...sites.get(key) ?? [], element]);
    }

    for (const group of sites.values()) for (let at = 0; at < group.length; at += atMost) yield group.slice(at, at + atMost);
  }

  private async request(group: CountShown[]): Promise<void> {
    const { server, site } = group[0]!;
    const articles = new URLSearchParams([...new Set(group.map(element => element.article))].map(article => ['article', article]));
    try {
      const counts = await this.ask(`${server}/api/v1/sites/${encodeURIComponent(site)}/counts?${articles}`);
      for (const element of group) if (counts[element.article] !== undefined) element.show(counts[element.article]!);
    } catch {
      // The last count stays; the next round asks again.
    }
  }
}
