import type { MessageKey } from '../../locales/en.js';
import { catalogues, Speech, type Catalogue } from '../../locales/speech.js';
import { en, type DeskKey, type DeskMessages } from './en.js';

export const deskCatalogues: Readonly<Record<string, DeskMessages>> = { en };

/** What the embed says, and the desk's own; of a language that the desk has no words in, those are English. */
const merged: Readonly<Record<string, Catalogue<MessageKey | DeskKey>>> = Object.fromEntries(
  Object.entries(catalogues).map(([language, texts]) => [language, { ...texts, ...(deskCatalogues[language] ?? en) }]));

/** Texts, numbers and times of the desk. */
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
