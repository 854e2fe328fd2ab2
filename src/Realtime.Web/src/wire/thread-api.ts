import type { Http } from './http.js';
import type { CommentInContext, CommentView, PolicyRule, Sort, ThreadPage } from './views.js';

export interface NewComment {
  clientCommentId: string;
  body: string;
  replyTo?: number;
  quote?: { number: number; revision: number; text: string };
  warned?: boolean;
}

interface Posted {
  comment: CommentView;
  position: string;
}

/** One thread over HTTP, under `/api/v1/sites/{site}/articles/{article}`. */
export class ThreadApi {
  private readonly site: string;
  private readonly thread: string;

  constructor(private readonly http: Http, site: string, article: string) {
    this.site = `/api/v1/sites/${encodeURIComponent(site)}`;
    this.thread = `${this.site}/articles/${encodeURIComponent(article)}`;
  }

  page(sort: Sort, cursor?: string, limit = 50): Promise<ThreadPage> {
    const query = new URLSearchParams({ sort, limit: String(limit), context: 'true' });
    if (cursor) query.set('cursor', cursor);
    return this.http.get(`${this.thread}/comments?${query}`);
  }

  /** What answers a comment, and what answers that, oldest first. */
  replies(number: number, cursor?: string): Promise<ThreadPage> {
    const query = new URLSearchParams({ sort: 'oldest', under: String(number), limit: '100' });
    if (cursor) query.set('cursor', cursor);
    return this.http.get(`${this.thread}/comments?${query}`);
  }

  comment(number: number): Promise<CommentInContext> {
    return this.http.get(`${this.thread}/comments/${number}`);
  }

  async post(comment: NewComment): Promise<Posted> {
    return (await this.http.write<Posted>('POST', `${this.thread}/comments`, comment)).value;
  }

  async edit(number: number, edit: { revision: number; body: string; clientEditId: string; warned?: boolean }): Promise<Posted> {
    return (await this.http.write<Posted>('PUT', `${this.thread}/comments/${number}`, edit)).value;
  }

  async remove(number: number): Promise<void> {
    await this.http.write('DELETE', `${this.thread}/comments/${number}`);
  }

  async react(number: number, kind: string, on: boolean): Promise<void> {
    await this.http.write(on ? 'PUT' : 'DELETE', `${this.thread}/comments/${number}/reactions/${encodeURIComponent(kind)}`);
  }

  async report(number: number, reason: string, detail: string): Promise<void> {
    await this.http.write('POST', `${this.thread}/comments/${number}/reports`, detail ? { reason, detail } : { reason });
  }

  async appeal(number: number, detail: string): Promise<void> {
    await this.http.write('POST', `${this.thread}/comments/${number}/appeal`, detail ? { detail } : {});
  }

  async preview(body: string): Promise<string> {
    return (await this.http.write<{ html: string }>('POST', `${this.thread}/preview`, { body })).value.html;
  }

  policy(): Promise<{ rules: PolicyRule[] }> {
    return this.http.get(`${this.site}/policy`, true);
  }

  async acknowledge(warning: number): Promise<void> {
    await this.http.write('POST', `${this.site}/people/me/warnings/${warning}/acknowledge`);
  }

  async ignored(): Promise<string[]> {
    return (await this.http.get<{ ignored: string[] }>(`${this.site}/people/me/ignored`)).ignored;
  }

  async ignore(userId: string, on: boolean): Promise<void> {
    await this.http.write(on ? 'PUT' : 'DELETE', `${this.site}/people/me/ignored/${encodeURIComponent(userId)}`);
  }

  async guest(name: string): Promise<string> {
    return (await this.http.write<{ token: string }>('POST', `${this.site}/guests`, { name })).value.token;
  }
}
