import { Refused, refusalOf, type Refusal } from '../../wire/refusals.js';
import type { Desk } from '../desk.js';
import { deskSessions } from '../live/desk-hub.js';
import { QueueFollower } from '../live/queue-follower.js';
import type { ModeratedInContext } from '../wire/decisions.js';
import { keyOf, type QueueFilter, type QueueItem, type QueuePage } from '../wire/queue-views.js';
import { Claims } from './claims.js';
import { Deciding } from './deciding.js';
import { Readings, type Reading } from './readings.js';
import { after, emptyScreen, type Fate, type Happening, type Screen } from './screen.js';
import { isTaken, onwards, step } from './steps.js';

/** How long what became of an item stays in the list after somebody else has decided. */
const lingering = 6000;

/** The queue before one moderator: what is listed, where they are, and what they have claimed. */
export class QueueDesk {
  screen: Screen = emptyScreen;
  isLive = false;
  isLoading = true;
  refusal: Refusal | null = null;
  /** What is typed into the filter and is no name of an article or a person: it narrows what is listed already. */
  words = '';
  showsSource = false;
  readonly readings: Readings;
  readonly claims: Claims;
  readonly deciding: Deciding;
  readonly follower: QueueFollower;
  private isOpened = false;
  private hasBeenLive = false;

  constructor(readonly desk: Desk) {
    this.readings = new Readings(item => this.readWords(item), () => desk.changed());
    this.claims = new Claims(desk.api, (item, refusal) => this.lose(item, refusal));
    this.deciding = new Deciding(this);
    this.follower = new QueueFollower(deskSessions(desk.server, desk.site, desk.person), {
      opened: page => this.begin(page),
      moved: frame => this.happen({ kind: 'changed', frame, isAtTop: desk.host.isListAtTop, now: new Date().toISOString() }),
      live: isLive => this.turnLive(isLive),
      refused: refusal => { this.refusal = refusal; this.isLoading = false; desk.changed(); },
    });
  }

  get me(): string | undefined {
    return this.desk.person.me?.id;
  }

  /** The item that is looked at. */
  get current(): QueueItem | null {
    return this.screen.looking;
  }

  get fate(): Fate | null {
    return this.screen.at === null ? null : this.screen.fates.get(this.screen.at) ?? null;
  }

  get reading(): Reading | null {
    return this.current ? this.readings.of(this.current) : null;
  }

  /** The item that is looked at cannot be decided about yet: its words, or whether nobody else is at it, are still being asked for. */
  get isBusy(): boolean {
    const { current, reading } = this;
    if (!current || this.fate || isTaken(current, this.me, Date.now())) return false;
    return !reading || (this.waits(current) && !this.claims.isSure(current));
  }

  /** False of what was decided already and is looked at once more: nobody claims it. */
  waits(item: QueueItem): boolean {
    return this.screen.items.has(keyOf(item));
  }

  start(): void {
    this.refusal = null;
    this.isLoading = true;
    this.claims.start();
    this.follower.start();
  }

  stop(): void {
    this.claims.stop();
    this.follower.stop();
  }

  happen(happening: Happening): void {
    const before = this.screen;
    this.screen = after(before, happening);
    const { at } = this.screen;
    if (at !== null && !before.fates.has(at) && this.screen.fates.has(at)) this.linger(at);
    const { looking } = this.screen;
    if (looking && looking !== before.looking && looking.revision !== before.looking?.revision && keyOf(looking) === before.at) void this.readings.get(looking);
    // What comes back under the moderator's eyes is theirs to go on with.
    if (looking && at === before.at && this.screen.items.has(at!) && !before.items.has(at!)) void this.claim(looking);
    this.desk.changed();
  }

  /** Goes to any comment of the site, listed or not, and whether it waits or not. */
  async show(place: { article: string; number: number }): Promise<Refusal | null> {
    try {
      const item = await this.desk.api.item(place);
      this.desk.go('queue');
      this.showsSource = false;
      this.bring(item);
      this.desk.people.know(item.author.id);
      if (item.state === 'none' || isTaken(item, this.me, Date.now())) this.claims.leave();
      else await this.claim(item);
      return null;
    } catch (failure) {
      return refusalOf(failure);
    }
  }

  private bring(item: QueueItem): void {
    this.readings.take([item]);
    this.happen({ kind: 'brought', item });
  }

  /** Opens an item and claims it. In passing, one that another moderator was quicker at is passed over. */
  async open(key: string | null, inPassing = false): Promise<void> {
    const item = key === null ? null : this.screen.items.get(key) ?? null;
    this.showsSource = (item?.findings ?? []).some(finding => finding.spans.length > 0);
    this.happen({ kind: 'went', key: item ? key : null });
    if (!item) return this.claims.leave();
    void this.readings.get(item, true);
    this.desk.people.know(item.author.id);
    if (isTaken(item, this.me, Date.now())) return this.claims.leave();
    await this.claim(item, inPassing);
  }

  private async claim(item: QueueItem, inPassing = false): Promise<void> {
    const refusal = await this.claims.take(item);
    if (refusal) this.lose(item, refusal, inPassing);
    else this.desk.changed();
  }

  step(by: 1 | -1, also = false): void {
    const key = step(this.visible, by, also, this.me, Date.now());
    if (key !== null) void this.open(key, !also);
    else if (by > 0 && this.screen.next !== null) void this.more().then(() => this.step(by, also));
    else this.desk.notices.say(this.desk.speech.say(by > 0 ? 'endOfQueue' : 'startOfQueue'));
  }

  /** On from an item that has been dealt with. */
  advance(): void {
    void this.open(onwards(this.visible, this.me, Date.now()), true);
  }

  release(): void {
    this.happen({ kind: 'released' });
    if (this.screen.at === null) this.advance();
  }

  async filter(filter: QueueFilter): Promise<void> {
    this.isLoading = true;
    this.desk.changed();
    try {
      this.happen({ kind: 'opened', page: await this.read(filter), filter });
      if (this.screen.at === null || !this.screen.list.includes(this.screen.at)) this.advance();
    } catch (failure) {
      this.desk.fail(failure);
    } finally {
      this.isLoading = false;
      this.desk.changed();
    }
  }

  async more(): Promise<void> {
    const { next, filter } = this.screen;
    if (next === null || this.isLoading) return;
    this.isLoading = true;
    try {
      const page = await this.read(filter, next);
      if (this.screen.next === next) this.happen({ kind: 'more', page });
    } catch (failure) {
      this.desk.fail(failure);
    } finally {
      this.isLoading = false;
      this.desk.changed();
    }
  }

  search(words: string): void {
    this.words = words.trim().toLocaleLowerCase();
    this.desk.changed();
  }

  /** The screen as the typed words narrow it. */
  get visible(): Screen {
    const { screen, words } = this;
    if (words === '') return screen;
    const list = screen.list.filter(key => key === screen.at || this.matches(screen.items.get(key)));
    return { ...screen, list, place: Math.max(0, screen.at === null ? 0 : list.indexOf(screen.at)) };
  }

  private matches(item: QueueItem | undefined): boolean {
    if (!item) return false;
    const words = this.readings.of(item)?.found?.comment.text ?? this.readings.beginning(item) ?? '';
    return [item.author.name, item.author.id, item.title ?? '', item.article, words].some(text => text.toLocaleLowerCase().includes(this.words));
  }

  /** Those who keep the lists but not the queue read what everybody reads. */
  private async readWords(place: { article: string; number: number }): Promise<ModeratedInContext> {
    if (!this.desk.may('readQueue')) return this.desk.api.comment(place);
    const { context } = await this.desk.api.item(place);
    if (context) return context;
    throw new Refused({ code: 'comment_unknown' });
  }

  private turnLive(isLive: boolean): void {
    const isBack = isLive && !this.isLive && this.hasBeenLive;
    this.isLive = isLive;
    this.hasBeenLive ||= isLive;
    if (isBack) void this.desk.learn().then(() => this.recheck()).finally(() => this.claims.again());
    this.desk.changed();
  }

  /** After an interruption: whether what is looked at is still so, and this moderator's. The pages that came with the connection may not reach as far as there. */
  private async recheck(): Promise<void> {
    const { current } = this;
    const key = this.screen.at;
    if (!current || key === null || this.fate) return;
    const item = await this.desk.api.item(current).catch(() => null);
    if (!item || this.screen.at !== key || this.screen.sent.has(key)) return;
    const { decided } = item.context?.comment ?? {};
    if (item.state === 'none' && this.waits(current)) {
      this.readings.take([item]);
      return this.happen({ kind: 'failed', key, fate: this.deciding.fateOf({ code: 'already_decided', ...(decided ? { decided } : {}) }) });
    }
    this.bring(item);
    if (item.state !== 'none' && !isTaken(item, this.me, Date.now())) await this.claim(item);
  }

  private async read(filter: QueueFilter, cursor?: string): Promise<QueuePage> {
    const page = await this.desk.api.queue(filter, cursor);
    this.readings.take(page.items);
    return page;
  }

  /** The first page, or after an interruption a fresh one. */
  private begin(page: QueuePage): void {
    this.isLoading = false;
    const { filter } = this.screen;
    const isNarrowed = filter.state !== undefined || filter.article !== undefined || filter.person !== undefined;
    if (this.isOpened && isNarrowed) return void this.read(filter).then(own => this.happen({ kind: 'resumed', page: own }), () => this.follower.connect());
    this.happen(this.isOpened ? { kind: 'resumed', page } : { kind: 'opened', page, filter });
    this.isOpened = true;
    // The hub tells no words; a page over HTTP has the beginnings of all its items at once.
    void this.read(filter).catch(() => undefined);
    if (this.screen.at === null) this.advance();
  }

  /** Somebody else is at it, or has decided already. */
  private lose(item: QueueItem, refusal: Refusal, inPassing = false): void {
    const key = keyOf(item);
    const isHere = this.screen.at === key;
    if (refusal.code === 'claimed_by_another' && refusal.decided && refusal.until) {
      this.happen({ kind: 'claimed', key, claim: { by: refusal.decided.by, until: refusal.until } });
      if (isHere && inPassing) this.advance();
    } else if (refusal.code === 'already_decided' || refusal.code === 'comment_unknown') {
      this.happen({ kind: 'failed', key, fate: this.deciding.fateOf(refusal) });
    } else if (isHere) this.desk.refuse(refusal);
  }

  linger(key: string): void {
    setTimeout(() => this.happen({ kind: 'swept', key }), lingering);
  }
}
