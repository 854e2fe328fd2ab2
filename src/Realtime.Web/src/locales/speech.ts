import { ar } from './ar.js';
import { de } from './de.js';
import { en, type MessageKey, type Messages, type Plural } from './en.js';
import { hy } from './hy.js';
import { ru } from './ru.js';
import { Times } from './times.js';

export const catalogues: Readonly<Record<string, Messages>> = { en, hy, ru, ar, de };

type Values = Readonly<Record<string, string | number>>;

/** All texts of one language. */
export type Catalogue<Key extends string> = Readonly<Record<Key, string | Plural>>;

/** Texts, numbers and times in one language. */
export class Speech<Key extends string = MessageKey> {
  private static readonly known = new Map<string, Speech>();

  /** For a language tag like `hy-AM`; of a language that there is no catalogue for, English with the tag's own dates. */
  static of(tag: string): Speech {
    let speech = Speech.known.get(tag);
    if (!speech) Speech.known.set(tag, speech = new Speech(tag, catalogues));
    return speech;
  }

  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  private readonly messages: Catalogue<Key>;
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly times: Times;

  constructor(tag: string, catalogues: Readonly<Record<string, Catalogue<Key>>>) {
    const language = tag.toLowerCase().split('-')[0]!;
    this.language = Object.hasOwn(catalogues, language) ? language : 'en';
    this.messages = catalogues[this.language]!;
    this.direction = this.language === 'ar' ? 'rtl' : 'ltr';
    const locale = this.language === language ? tag : this.language;
    this.plurals = new Intl.PluralRules(this.language);
    this.numbers = new Intl.NumberFormat(locale);
    this.times = Times.in(locale);
  }

  say(key: Key, values: Values = {}): string {
    return this.fill(this.messages[key], values);
  }

  /** A text of another catalogue than the discussion's. */
  fill(message: string | Plural, values: Values = {}): string {
    const text = typeof message === 'string' ? message : this.form(message, Number(values['n'] ?? 0));
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? this.numbers.format(value) : value;
    });
  }

  /** The text of a key that is made of a server's word; null when there is none. */
  trySay(key: string, values?: Values): string | null {
    return Object.hasOwn(this.messages, key) ? this.say(key as Key, values) : null;
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  list(names: readonly string[]): string {
    return this.times.list(names);
  }

  moment(iso: string): string {
    return this.times.moment(new Date(iso));
  }

  /** How far away a moment is; of one more than a week ago, its day. */
  ago(iso: string, now: number): string {
    const seconds = Math.round((Date.parse(iso) - now) / 1000);
    const distance = Math.abs(seconds);
    if (distance < 45) return this.times.distance(0, 'second');
    if (distance < 3600) return this.times.distance(Math.trunc(seconds / 60) || Math.sign(seconds), 'minute');
    if (distance < 86_400) return this.times.distance(Math.trunc(seconds / 3600), 'hour');
    if (distance < 7 * 86_400) return this.times.distance(Math.trunc(seconds / 86_400), 'day');
    return this.times.day(new Date(iso));
  }

  /** A length of time in its largest fitting unit. */
  span(seconds: number): string {
    if (seconds >= 5400) return this.times.length(Math.round(seconds / 3600), 'hour');
    return seconds >= 60 ? this.times.length(Math.round(seconds / 60), 'minute') : this.times.length(Math.ceil(seconds), 'second');
  }

  private form(plural: Plural, n: number): string {
    return plural[this.plurals.select(n)] ?? plural.other;
  }
}
