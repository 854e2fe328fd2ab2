import type { MessageKey } from '../../locales/en.js';
import { catalogues, Speech, type Catalogue } from '../../locales/speech.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type DeskKey, type DeskMessages } from './en.js';
import { hy } from './hy.js';
import { ru } from './ru.js';

export const deskCatalogues: Readonly<Record<string, DeskMessages>> = { en, hy, ru, ar, de };

/** What the embed says, and the desk's own. */
const merged: Readonly<Record<string, Catalogue<MessageKey | DeskKey>>> = Object.fromEntries(
  Object.entries(catalogues).map(([language, texts]) => [language, { ...texts, ...deskCatalogues[language]! }]));

/** Texts, numbers and times of the desk. */
export class DeskSpeech extends Speech<MessageKey | DeskKey> {
  private readonly clock: Intl.DateTimeFormat;
  private readonly seconds: Intl.DateTimeFormat;

  constructor(tag: string) {
    super(tag, merged);
    const locale = this.language === 'hy' ? 'ru' : this.language;
    this.clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
    this.seconds = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  }

  /** To the second: between two events there may be no minute. */
  exactly(iso: string): string {
    return this.seconds.format(new Date(iso));
  }

  /** Today the hour is enough. */
  time(iso: string): string {
    const moment = new Date(iso);
    return moment.toDateString() === new Date().toDateString() ? this.clock.format(moment) : this.moment(iso);
  }
}
