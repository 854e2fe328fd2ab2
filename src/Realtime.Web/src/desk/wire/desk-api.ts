import { long, type Http } from '../../wire/http.js';
import type { AuditTrail, ThreadThen } from './audit-views.js';
import type { DecisionRequest, ModeratedInContext } from './decisions.js';
import type { Imposing, PersonView, SanctionView, Undoing } from './people-views.js';
import type { AppliedDryRun, DryRun, Policy, WordLists } from './policy-views.js';
import type { PermissionList } from './permissions.js';
import type { QueueFilter, QueueItem, QueuePage } from './queue-views.js';

export interface KeptThread {
  review: boolean;
  slowMode: number;
  locked: boolean;
}

/** A site's settings: the desk changes one of them, and gives the others back as they are. */
export type SiteSettings = Record<string, unknown> & { locked?: boolean };

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

  permissions(): Promise<PermissionList> {
    return this.http.get(`${this.site}/people/me/permissions`);
  }

  queue(filter: QueueFilter, cursor?: string): Promise<QueuePage> {
    return this.http.get(`${this.site}/queue${query({ ...filter, cursor, limit: 50 })}`);
  }

  /** One comment whole, whether it waits or not. */
  item(place: Place): Promise<QueueItem> {
    return this.http.get(`${this.site}/queue/${segment(place.article)}/${place.number}`);
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

  /** How the discussion is kept at this moment. */
  async mode(article: string): Promise<KeptThread> {
    const page = await this.http.get<{ review: boolean; slowMode?: number; closed: boolean }>(`${this.thread(article)}/comments?limit=1`);
    return { review: page.review, slowMode: page.slowMode ?? 0, locked: page.closed };
  }

  settings(): Promise<SiteSettings> {
    return this.http.get(`${this.site}/settings`);
  }

  async setSettings(settings: SiteSettings): Promise<void> {
    await this.http.write('PUT', `${this.site}/settings`, settings);
  }

  async setMode(article: string, mode: KeptThread): Promise<void> {
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
    return (await this.http.write<{ changed: number; left: number }>('POST', `${this.personAt(id)}/undo`, undoing, long)).value;
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

  async cancelDryRun(id: string): Promise<void> {
    await this.http.write('DELETE', `${this.site}/policy/words/dry-run/${segment(id)}`);
  }

  async applyWords(id: string): Promise<AppliedDryRun> {
    return (await this.http.write<AppliedDryRun>('POST', `${this.site}/policy/words/dry-run/${segment(id)}/apply`, undefined, long)).value;
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
