import { ar } from './ar.js';
import { de } from './de.js';
import { en, type MessageKey, type Messages, type Plural } from './en.js';
import { hy } from './hy.js';
import { ru } from './ru.js';

export const catalogues: Readonly<Record<string, Messages>> = { en, hy, ru, ar, de };

type Values = Readonly<Record<string, string | number>>;

/** Texts, numbers and times in one language. */
export class Speech {
  private static readonly known = new Map<string, Speech>();

  /** For a language tag like `hy-AM`; of a language that there is no catalogue for, English with the tag's own dates. */
  static of(tag: string): Speech {
    let speech = Speech.known.get(tag);
    if (!speech) Speech.known.set(tag, speech = new Speech(tag));
    return speech;
  }

  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  private readonly messages: Messages;
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly moments: Intl.DateTimeFormat;
  private readonly days: Intl.DateTimeFormat;
  private readonly distances: Intl.RelativeTimeFormat;
  private readonly lists: Intl.ListFormat;

  private constructor(tag: string) {
    const language = tag.toLowerCase().split('-')[0]!;
    this.language = Object.hasOwn(catalogues, language) ? language : 'en';
    this.messages = catalogues[this.language]!;
    this.direction = this.language === 'ar' ? 'rtl' : 'ltr';
    const locale = this.language === language ? supported(tag, language) : 'en';
    this.plurals = new Intl.PluralRules(this.language);
    this.numbers = new Intl.NumberFormat(locale);
    this.moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    this.days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    this.distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
    this.lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  say(key: MessageKey, values: Values = {}): string {
    const message: string | Plural = this.messages[key];
    const text = typeof message === 'string' ? message : this.form(message, Number(values['n'] ?? 0));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? this.numbers.format(value) : value;
    });
  }

  /** The text of a key that is made of a server's word; null when there is none. */
  trySay(key: string, values?: Values): string | null {
    return Object.hasOwn(this.messages, key) ? this.say(key as MessageKey, values) : null;
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  list(names: readonly string[]): string {
    return this.lists.format(names);
  }

  moment(iso: string): string {
    return this.moments.format(new Date(iso));
  }

  /** How far away a moment is; of one more than a week ago, its day. */
  ago(iso: string, now: number): string {
    const seconds = Math.round((Date.parse(iso) - now) / 1000);
    const distance = Math.abs(seconds);
    if (distance < 45) return this.distances.format(0, 'second');
    if (distance < 3600) return this.distances.format(Math.trunc(seconds / 60) || Math.sign(seconds), 'minute');
    if (distance < 86_400) return this.distances.format(Math.trunc(seconds / 3600), 'hour');
    if (distance < 7 * 86_400) return this.distances.format(Math.trunc(seconds / 86_400), 'day');
    return this.days.format(new Date(iso));
  }

 XX
  span(seconds: number): string {
    const unit = seconds >= 5400 ? { n: Math.round(seconds / 3600), unit: 'hour' } : seconds >= 60 ? { n: Math.ceil(seconds / 60), unit: 'minute' } : { n: Math.ceil(seconds), unit: 'second' };
    return new Intl.NumberFormat(this.language, { style: 'unit', unit: unit.unit, unitDisplay: 'long' }).format(unit.n);
  }

  private form(plural: Plural, n: number): string {
    return plural[this.plurals.select(n)] ?? plural.other;
  }
}

function supported(tag: string, language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? language;
  } catch {
    return language;
  }
}
