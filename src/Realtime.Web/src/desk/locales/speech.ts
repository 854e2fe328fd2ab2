import type { MessageKey } from '../../locales/en.js';
import { catalogues, Speech } from '../../locales/speech.js';
import { ar } from './ar.js';
import { de } from './de.js';
import { en, type DeskKey } from './en.js';
import { hy } from './hy.js';
import { ru } from './ru.js';

export const deskCatalogues = { en, hy, ru, ar, de };

const merged = Object.fromEntries(Object.entries(deskCatalogues).map(([language, texts]) => [language, { ...catalogues[language]!, ...texts }]));

/** The desk says what the embed says, and its own. */
export class DeskSpeech extends Speech<MessageKey | DeskKey> {
  private readonly clock: Intl.DateTimeFormat;

  constructor(tag: string) {
    super(tag, merged);
    this.clock = new Intl.DateTimeFormat(this.language === 'hy' ? 'ru' : this.language, { hour: '2-digit', minute: '2-digit' });
  }

  /** Today the hour is enough. */
  time(iso: string): string {
    const moment = new Date(iso);
    return moment.toDateString() === new Date().toDateString() ? this.clock.format(moment) : this.moment(iso);
  }
}
