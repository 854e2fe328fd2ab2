import type { Http } from '../../wire/http.js';
import type { AuditTrail, ThreadThen } from './audit-views.js';
import type { DecisionRequest, ModeratedInContext } from './decisions.js';
import type { Imposing, PersonView, SanctionView, Undoing } from './people-views.js';
import type { AppliedDryRun, DryRun, Policy, WordLists } from './policy-views.js';
import type { QueueFilter, QueuePage } from './queue-views.js';

interface ThreadMode {
  review: boolean;
  slowMode: number;
  locked?: boolean;
}

type Place = { article: string; number: number };

const segment = encodeURIComponent;

const query = (values: Record<string, string | number | undefined>): string => {
  const given = Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
};

/** What moderators may ask and do over HTTP, at one site. */
export class DeskApi {
  private readonly site: string;

  constructor(private readonly http: Http, site: string) {
    this.site = `/api/v1/sites/${segment(site)}`;
  }

  queue(filter: QueueFilter, cursor?: string): Promise<QueuePage> {
    return this.http.get(`${this.site}/queue${query({ ...filter, cursor, limit: 50 })}`);
  }

  async claim(item: Place): Promise<void> {
    await this.http.write('POST', this.claimOn(item));
  }

  async release(item: Place): Promise<void> {
    await this.http.write('DELETE', this.claimOn(item));
  }

  comment(item: Place): Promise<ModeratedInContext> {
    return this.http.get(`${this.thread(item.article)}/comments/${item.number}`);
  }

  async decide(item: Place, decision: DecisionRequest): Promise<void> {
    await this.http.write('POST', `${this.thread(item.article)}/comments/${item.number}/decisions`, decision);
  }

  async setMode(article: string, mode: ThreadMode): Promise<void> {
    await this.http.write('PUT', `${this.thread(article)}/mode`, mode);
  }

  person(id: string): Promise<PersonView> {
    return this.http.get(this.personAt(id));
  }

  async impose(id: string, sanction: Imposing): Promise<SanctionView> {
    return (await this.http.write<SanctionView>('POST', `${this.personAt(id)}/sanctions`, sanction)).value;
  }

  async lift(id: string, sanction: SanctionView): Promise<void> {
    await this.http.write('DELETE', `${this.personAt(id)}/sanctions/${sanction.id}${sanction.everywhere ? '?everywhere=true' : ''}`);
  }

  async undo(id: string, undoing: Undoing): Promise<{ changed: number; left: number }> {
    return (await this.http.write<{ changed: number; left: number }>('POST', `${this.personAt(id)}/undo`, undoing)).value;
  }

  policy(): Promise<Policy> {
    return this.http.get(`${this.site}/policy`);
  }

  async setPolicy(policy: Policy): Promise<Policy> {
    return (await this.http.write<Policy>('PUT', `${this.site}/policy`, policy)).value;
  }

  words(): Promise<WordLists> {
    return this.http.get(`${this.site}/policy/words`);
  }

  async setWords(words: WordLists): Promise<WordLists> {
    return (await this.http.write<WordLists>('PUT', `${this.site}/policy/words`, words)).value;
  }

  /** Answers the run's id. */
  async tryWords(words: WordLists): Promise<string> {
    return (await this.http.write<{ id: string }>('POST', `${this.site}/policy/words/dry-run`, words)).value.id;
  }

  dryRun(id: string): Promise<DryRun> {
    return this.http.get(`${this.site}/policy/words/dry-run/${segment(id)}`);
  }

  async applyWords(id: string): Promise<AppliedDryRun> {
    return (await this.http.write<AppliedDryRun>('POST', `${this.site}/policy/words/dry-run/${segment(id)}/apply`)).value;
  }

  threadAt(article: string, at: string, cursor?: string): Promise<ThreadThen> {
    return this.http.get(`${this.thread(article)}/audit${query({ at, sort: 'oldest', limit: 100, cursor })}`);
  }

  happened(article: string, from: string | undefined, to: string | undefined, cursor?: string): Promise<AuditTrail> {
    return this.http.get(`${this.thread(article)}/audit${query({ from, to, cursor })}`);
  }

  private claimOn(item: Place): string {
    return `${this.site}/queue/${segment(item.article)}/${item.number}/claim`;
  }

  private thread(article: string): string {
    return `${this.site}/articles/${segment(article)}`;
  }

  private personAt(id: string): string {
    return `${this.site}/people/${segment(id)}`;
  }
}
