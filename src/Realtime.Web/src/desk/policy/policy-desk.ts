import { isPassing, refusalOf, type Refusal } from '../../wire/refusals.js';
import type { PolicyRule } from '../../wire/views.js';
import type { Desk } from '../desk.js';
import type { AppliedDryRun, DryRun, WordListName, WordLists } from '../wire/policy-views.js';

const pace = 1000;

/** The policy and the word lists as they are being written, and what they would change. */
export class PolicyDesk {
  rules: readonly PolicyRule[] | null = null;
  words: WordLists | null = null;
  run: DryRun | null = null;
  applied: AppliedDryRun | null = null;
  private runId: string | null = null;
  refusal: Refusal | null = null;
  isSaving = false;
  private rulesBefore = '';
  private wordsBefore = '';

  constructor(private readonly desk: Desk) {}

  get rulesChanged(): boolean {
    return JSON.stringify(this.rules) !== this.rulesBefore;
  }

  get wordsChanged(): boolean {
    return JSON.stringify(this.words) !== this.wordsBefore;
  }

  /** The lists as they are written have been tried, and whoever is here may decide about what was found. */
  get mayApply(): boolean {
    return this.run?.done === true && !this.run.failed && (this.applied === null || this.applied.left > 0) && this.desk.may('moderate');
  }

  get isTrying(): boolean {
    return this.runId !== null && !this.run?.done;
  }

  /** Reads both, unless something is being written. */
  async open(): Promise<void> {
    try {
      if (this.rules === null || !this.rulesChanged) this.takeRules((await this.desk.api.policy()).rules);
      if (this.words === null || !this.wordsChanged) this.takeWords(await this.desk.api.words());
      this.refusal = null;
    } catch (failure) {
      this.refusal = refusalOf(failure);
    }
    this.desk.changed();
  }

  /** A new rule takes the number after the last: the numbers of the others are in decisions that were made by them. */
  add(): void {
    const number = Math.max(0, ...(this.rules ?? []).map(rule => rule.number)) + 1;
    this.rules = [...this.rules ?? [], { number, title: '', text: '' }];
    this.desk.changed();
  }

  remove(number: number): void {
    this.rules = (this.rules ?? []).filter(rule => rule.number !== number);
    this.desk.changed();
  }

  write(number: number, part: Partial<PolicyRule>): void {
    this.rules = (this.rules ?? []).map(rule => rule.number === number ? { ...rule, ...part } : rule);
    this.desk.changed();
  }

  writeWords(name: WordListName, text: string): void {
    const entries = text.split('\n').map(entry => entry.trim()).filter(entry => entry !== '');
    if (this.words) this.words = { ...this.words, [name]: entries };
    // What was tried was another list.
    this.forgetRun();
    this.desk.changed();
  }

  async saveRules(): Promise<void> {
    await this.save(async () => {
      this.takeRules((await this.desk.api.setPolicy({ rules: [...this.rules ?? []] })).rules);
      this.desk.notices.say(this.desk.speech.say('policySaved'), 'good');
    });
  }

  async saveWords(): Promise<void> {
    await this.save(async () => {
      this.takeWords(await this.desk.api.setWords(this.words!));
      this.desk.notices.say(this.desk.speech.say('wordsSaved'), 'good');
    });
  }

  async tryWords(): Promise<void> {
    await this.save(async () => {
      this.forgetRun();
      await this.follow(await this.desk.api.tryWords(this.words!));
    });
  }

  /** Saves the lists that were tried, and decides about what stands as they say. */
  async apply(): Promise<void> {
    const { runId } = this;
    if (runId === null || !this.mayApply) return;
    await this.save(async () => {
      this.applied = await this.desk.api.applyWords(runId);
      this.takeWords(await this.desk.api.words());
      const { held, rejected, released } = this.applied;
      this.desk.notices.say(this.desk.speech.say('wordsApplied', { n: held + rejected + released }), 'good');
    });
  }

  /** What is on trial is given up; the lists stay as they are written. */
  async cancel(): Promise<void> {
    const { runId } = this;
    this.forgetRun();
    this.desk.changed();
    if (runId !== null) await this.desk.api.cancelDryRun(runId).catch(failure => this.desk.fail(failure));
  }

  /** Asks how far it is until it is over, or until something else is tried. */
  private async follow(id: string): Promise<void> {
    this.runId = id;
    this.desk.changed();
    for (;;) {
      const run = await this.howFar(id);
      if (this.runId !== id) return;
      this.run = run ?? this.run;
      this.desk.changed();
      if (run?.done) break;
      await new Promise(resolve => setTimeout(resolve, pace));
    }
    if (this.run?.failed) this.desk.notices.say(this.desk.speech.say('dryRunFailed'), 'bad');
  }

  /** Null when nobody answers for the moment, or nobody wants to know any more. */
  private async howFar(id: string): Promise<DryRun | null> {
    try {
      return await this.desk.api.dryRun(id);
    } catch (failure) {
      if (this.runId === id && !isPassing(refusalOf(failure))) throw failure;
      return null;
    }
  }

  private forgetRun(): void {
    [this.run, this.runId, this.applied] = [null, null, null];
  }

  private async save(work: () => Promise<void>): Promise<void> {
    this.isSaving = true;
    this.desk.changed();
    try {
      await work();
    } catch (failure) {
      // It went with the server that had it.
      if (refusalOf(failure).code === 'dry_run_unknown') this.forgetRun();
      this.desk.fail(failure);
    } finally {
      this.isSaving = false;
      this.desk.changed();
    }
  }

  private takeRules(rules: readonly PolicyRule[]): void {
    this.rules = rules;
    this.desk.rules = rules;
    this.rulesBefore = JSON.stringify(rules);
  }

  private takeWords(words: WordLists): void {
    this.words = { banned: words.banned, suspect: words.suspect, allowed: words.allowed };
    this.wordsBefore = JSON.stringify(this.words);
  }
}
