import { kept } from '../tabs/kept.js';

export interface DraftQuote {
  number: number;
  revision: number;
  text: string;
  name: string;
}

export interface Draft {
  body: string;
  quote?: DraftQuote;
  /** Kept with the draft: a comment sent again after a reload is still the same comment. */
  clientCommentId?: string;
}

/** What a draft is for: `new`, `reply-5`, `edit-5`. */
export type DraftTarget = 'new' | `reply-${number}` | `edit-${number}`;

/** Unfinished writing, kept in this browser per thread and target. */
export class Drafts {
  constructor(private readonly thread: string) {}

  read(target: DraftTarget): Draft {
    try {
      const read = JSON.parse(kept.read(this.key(target)) ?? 'null') as Draft | null;
      return read && typeof read.body === 'string' ? read : { body: '' };
    } catch {
      return { body: '' };
    }
  }

  write(target: DraftTarget, draft: Draft): void {
    if (draft.body.trim() === '' && !draft.quote) kept.remove(this.key(target));
    else kept.write(this.key(target), JSON.stringify(draft));
  }

  remove(target: DraftTarget): void {
    kept.remove(this.key(target));
  }

  private key(target: DraftTarget): string {
    return `realtime:draft:${this.thread}:${target}`;
  }
}
