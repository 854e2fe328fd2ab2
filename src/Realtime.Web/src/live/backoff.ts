/** Pauses between attempts: soon at first, then longer, never all readers at the same moment. */
export class Backoff {
  private failures = 0;

  constructor(private readonly random: () => number = Math.random) {}

  next(): number {
    const longest = Math.min(30_000, 500 * 2 ** this.failures);
    this.failures++;
    return longest * (0.5 + this.random() / 2);
  }

  succeeded(): void {
    this.failures = 0;
  }
}
