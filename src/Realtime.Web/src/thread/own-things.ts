import { isPublished } from '../wire/views.js';
import type { Discussion } from './discussion.js';

/** What only its author sees: own reactions, and own comments in review or refused there. They are on no page that is the same for everybody. */
export class OwnThings {
  constructor(private readonly discussion: Discussion) {}

  async load(): Promise<void> {
    const { store, api, host } = this.discussion;
    const since = store.mark();
    try {
      store.own((await api.page('newest', undefined, 1)).you ?? {}, since);
    } catch {
      return; // They come with the next page.
    }

    this.place();
    host.changed();
  }

  /** Own comments that others do not see are shown at the top. */
  place(): void {
    const { store, me, admission } = this.discussion;
    for (const comment of store.all())
      if (!isPublished(comment) && comment.author?.id === me?.id && comment.html !== undefined) admission.admitOwn(comment);
  }
}
