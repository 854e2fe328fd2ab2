import { kept } from '../tabs/kept.js';
import type { Bearer } from '../wire/http.js';
import type { AuthorView } from '../wire/views.js';
import { readToken } from './token.js';

export type GetToken = (asked: { renew: boolean }) => Promise<string | null | undefined> | string | null | undefined;

/** Who reads here: by the page's token, by what its `getToken` gives, or as the guest of this browser. */
export class Person implements Bearer {
  me: AuthorView | null = null;
  /** True when a token was refused and there was no other. */
  expired = false;
  private token: string | null = null;
  private given: string | null = null;
  private getToken: GetToken | null = null;
  private asking: Promise<string | null> | null = null;

  constructor(private readonly guestKey: string, private readonly changed: () => void) {}

  get isGuest(): boolean {
    return this.me !== null && !this.given && !this.getToken;
  }

  /** Takes what the page gives. Answers once it is known who reads. */
  async use(given: string | null, getToken: GetToken | null): Promise<void> {
    this.given = given;
    this.getToken = getToken;
    this.asking = null;
    this.expired = false;
    this.hold(given ?? (getToken ? null : kept.read(this.guestKey)));
    if (!given && getToken) await this.bearer(false);
  }

  beGuest(token: string): void {
    kept.write(this.guestKey, token);
    this.hold(token);
  }

  leave(): void {
    kept.remove(this.guestKey);
    this.hold(null);
  }

  async bearer(renew: boolean): Promise<string | null> {
    if (!renew && this.token && !this.isOver()) return this.token;
    if (!this.getToken) return renew ? this.refused() : this.token;
    this.asking ??= this.ask(renew || this.token !== null).finally(() => { this.asking = null; });
    return this.asking;
  }

  private async ask(renew: boolean): Promise<string | null> {
    try {
      const token = await this.getToken?.({ renew }) ?? null;
      this.expired = renew && !token;
      this.hold(token);
    } catch {
      // The page's sign-on does not answer: whoever was signed in stays so until the server says otherwise.
    }
    return this.token;
  }

  private refused(): null {
    this.expired = this.token !== null;
    if (this.isGuest) kept.remove(this.guestKey);
    this.hold(null);
    return null;
  }

  private hold(token: string | null): void {
    const before = this.me?.id;
    this.token = token;
    this.me = token ? readToken(token)?.me ?? null : null;
    if (before !== this.me?.id || this.expired) this.changed();
  }

  private isOver(): boolean {
    const expires = this.token ? readToken(this.token)?.expires : null;
    return expires != null && expires < Date.now() + 5000;
  }
}
