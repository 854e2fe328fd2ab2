import { expect, test } from 'vitest';
import { textsIn } from '../../src/inbox/texts.js';

test.each(['hy', 'ru', 'ar', 'de'])('%s has the inbox’s plural forms and no other', language => {
  const { unread } = textsIn(language);
  const forms = Object.keys(unread as object).sort();
  expect(forms).toEqual(new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort());
});

test('a language without texts of its own has the English ones', () => expect(textsIn('fi')).toBe(textsIn('en')));
