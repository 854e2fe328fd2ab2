import type { Deeds } from './deeds.js';

/** What has to be tried or written first says so, rather than doing nothing. */
export const policyDeeds: Deeds = {
  addRule: desk => desk.policy.add(),
  savePolicy: desk => void (desk.policy.rulesChanged ? desk.policy.saveRules() : desk.notices.say(desk.speech.say('nothingToSave'))),
  tryWords: desk => void desk.policy.tryWords(),
  cancelTrial: desk => void desk.policy.cancel(),
  applyWords: desk => void (desk.policy.mayApply ? desk.policy.apply() : desk.notices.say(desk.speech.say('tryFirst'), 'bad')),
  saveWords: desk => void (desk.policy.wordsChanged ? desk.policy.saveWords() : desk.notices.say(desk.speech.say('nothingToSave'))),
};
