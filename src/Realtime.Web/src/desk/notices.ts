export type Tone = 'plain' | 'good' | 'bad';

export interface Notice {
  id: number;
  text: string;
  tone: Tone;
}

const shown = 8000;
const most = 4;

/** What has just been done or could not be. Failures stay until they are waved away. */
export class Notices {
  all: readonly Notice[] = [];
  private last = 0;

  constructor(private readonly changed: () => void) {}

  say(text: string, tone: Tone = 'plain'): void {
    const notice = { id: ++this.last, text, tone };
    this.all = [...this.all.filter(one => one.text !== text), notice].slice(-most);
    if (tone !== 'bad') setTimeout(() => this.drop(notice.id), shown);
    this.changed();
  }

  drop(id: number): void {
    if (!this.all.some(one => one.id === id)) return;
    this.all = this.all.filter(one => one.id !== id);
    this.changed();
  }

  clear(): boolean {
    const had = this.all.length > 0;
    this.all = [];
    if (had) this.changed();
    return had;
  }
}
