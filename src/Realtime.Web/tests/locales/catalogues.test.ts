import { describe, expect, test } from 'vitest';
import { deskCatalogues } from '../../src/desk/locales/speech.js';
import { catalogues, Speech } from '../../src/locales/speech.js';
import { en, type Plural } from '../../src/locales/en.js';

const values = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]!).sort();

type Texts = Readonly<Record<string, string | Plural>>;
const all: [string, Texts, Texts][] = [
  ...Object.entries(catalogues).map(([language, texts]): [string, Texts, Texts] => [language, texts, en]),
  ...Object.entries(deskCatalogues).map(([language, texts]): [string, Texts, Texts] => [`${language} (desk)`, texts, deskCatalogues["en"]!]),
];

describe.each(all)('%s', (name, texts, english) => {
  test('has every text, in the order of the English ones', () => expect(Object.keys(texts)).toEqual(Object.keys(english)));

  test('has every plural form of its language, and no other', () => {
    const forms = new Intl.PluralRules(name.slice(0, 2)).resolvedOptions().pluralCategories.sort();
    for (const [key, text] of Object.entries(texts)) if (typeof text !== 'string') expect(Object.keys(text).sort(), key).toEqual(forms);
  });

  test('leaves out no value that the English text shows, save a number that a word says', () => {
    for (const [key, wanted] of Object.entries(english)) {
      const text = texts[key]!;
      expect(values(typeof text === 'string' ? text : text.other), key).toEqual(values(typeof wanted === 'string' ? wanted : wanted.other));
    }
  });
});

test.each([[1, '1 комментарий'], [3, '3 комментария'], [5, '5 комментариев'], [21, '21 комментарий']])('in Russian %i is %s', (n, text) => {
  expect(Speech.of('ru').say('comments', { n })).toBe(text);
});

test.each([[2, 'تعليقان'], [3, '3 تعليقات'], [11, '11 تعليقًا']])('in Arabic %i is %s', (n, text) => {
  expect(Speech.of('ar-EG').say('comments', { n }).replace(/[٠-٩]+/g, digits => String([...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 0x660, 0)))).toBe(text);
});

test('Arabic is read from the right', () => expect([Speech.of('ar').direction, Speech.of('hy').direction]).toEqual(['rtl', 'ltr']));
test('a language without a catalogue is English', () => expect(Speech.of('fi').say('reply')).toBe('Reply'));
test('a tag that is no tag is English', () => expect(Speech.of('???').say('reply')).toBe('Reply'));

test('times are told by their distance, and by their day when it is long ago', () => {
  const speech = Speech.of('en');
  const now = Date.parse('2026-11-24T12:00:00Z');
  expect(['2026-11-24T11:59:50Z', '2026-11-24T11:50:00Z', '2026-11-24T09:00:00Z', '2026-11-23T09:00:00Z', '2025-01-02T12:00:00Z'].map(at => speech.ago(at, now)))
    .toEqual(['now', '10 min. ago', '3 hr. ago', 'yesterday', 'Jan 2, 2025']);
});
