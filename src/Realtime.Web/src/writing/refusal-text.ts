import type { Speech } from '../locales/speech.js';
import type { Refusal } from '../wire/refusals.js';
import type { PolicyRule } from '../wire/views.js';

const sameWords: Readonly<Record<string, string>> = { site_locked: 'locked', token_invalid: 'refusal.sign_in_required' };

/** Why something was not done, in plain words: the rule that it is about, and until when, where the server says so. */
export function refusalText(refusal: Refusal, speech: Speech, rules: readonly PolicyRule[] = []): string {
  const why = speech.trySay(sameWords[refusal.code] ?? `refusal.${refusal.code}`) ?? speech.say('refusal.other', { title: refusal.title ?? refusal.code });
  const rule = rules.find(one => one.number === refusal.rule);
  const title = rule?.title ?? (refusal.rule === undefined ? undefined : refusal.detail);
  const parts = [why];
  if (refusal.rule !== undefined) parts.push(`${speech.say('rule', { n: refusal.rule, title: title ?? '' }).replace(/[:.]\s*$/, '')}.`);
  else if (refusal.detail) parts.push(refusal.detail);
  if (refusal.until && refusal.code !== 'slow_mode') parts.push(speech.say('until', { time: speech.moment(refusal.until) }));
  return parts.join(' ');
}
