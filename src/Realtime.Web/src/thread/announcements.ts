const together = 3000;

/** What is said to screen readers: one thing at a time, and arrivals together, so that a busy thread does not talk without end. */
export class Announcements {
  private arrivals = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly set: (text: string) => void) {}

  say(text: string): void {
    this.set(text);
  }

  arrived(count: number, sentence: (count: number) => string): void {
    this.arrivals += count;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.set(sentence(this.arrivals));
      this.arrivals = 0;
    }, together);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
