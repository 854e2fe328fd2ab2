import type { CommentView, ThreadChange, ThreadChanges, ThreadPage } from '../src/wire/views.js';

export const comment = (number: number, more: Partial<CommentView> = {}): CommentView => ({
  number, author: { id: `person-${number}`, name: `Person ${number}` }, createdAt: '2026-11-24T10:00:00Z', revision: 1, status: 'published',
  html: `<p>Words ${number}</p>`, reactions: {}, replyCount: 0, ...more,
});

export const page = (comments: CommentView[], more: Partial<ThreadPage> = {}): ThreadPage =>
  ({ position: 'e:1', closed: false, commentCount: comments.length, comments, ...more });

export const frame = (from: number, to: number, changes: ThreadChange[] = [], more: Partial<ThreadChanges> = {}): ThreadChanges =>
  ({ site: 's', article: 'a', from, to, position: `e:${to}`, commentCount: 0, changes, ...more });

export const posted = (number: number, more: Partial<CommentView> = {}): ThreadChange => ({ type: 'posted', comment: comment(number, more) });
