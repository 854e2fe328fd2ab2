export type Unit = 'second' | 'minute' | 'hour' | 'day';

/** Dates, distances and lists in a locale, as the browser knows them. */
export class Times {
  /** Chromium is built without the dates of some languages, Armenian among them, and would tell them in English. */
  static in(tag: string): Times {
    try {
      if (Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0) return new Times(tag);
    } catch {
      return new Times('en');
    }

    return tag.startsWith('hy') ? new ArmenianTimes('ru') : new Times('en');
  }

  private readonly lists: Intl.ListFormat;
  private readonly distances: Intl.RelativeTimeFormat;

  protected constructor(private readonly tag: string) {
    this.lists = new Intl.ListFormat(tag);
    this.distances = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' });
  }

  list(names: readonly string[]): string {
    return this.lists.format(names);
  }

  distance(n: number, unit: Unit): string {
    return this.distances.format(n, unit);
  }

  length(n: number, unit: Unit): string {
    return new Intl.NumberFormat(this.tag, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
  }

  moment(date: Date): string {
    return date.toLocaleString(this.tag, { dateStyle: 'long', timeStyle: 'short' });
  }

  day(date: Date): string {
    return date.toLocaleDateString(this.tag, { day: 'numeric', month: 'short', year: 'numeric' });
  }
}

const units: Record<Unit, string> = { second: 'վայրկյան', minute: 'րոպե', hour: 'ժամ', day: 'օր' };

/** Armenian has one form after every number, and writes dates in digits as Russian does. */
class ArmenianTimes extends Times {
  override list(names: readonly string[]): string {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} և ${names.at(-1)}`;
  }

  override distance(n: number, unit: Unit): string {
    if (n === 0) return 'հիմա';
    return n < 0 ? `${-n} ${units[unit]} առաջ` : `${n} ${units[unit]} հետո`;
  }

  override length(n: number, unit: Unit): string {
    return `${n} ${units[unit]}`;
  }

  override moment(date: Date): string {
    return date.toLocaleString('ru', { dateStyle: 'short', timeStyle: 'short' });
  }

  override day(date: Date): string {
    return date.toLocaleDateString('ru');
  }
}
