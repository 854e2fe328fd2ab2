import type { DraftQuote } from '../writing/drafts.js';
import type { ThreadStore } from '../thread/store.js';

const longest = 2000;

type SelectingRoot = ShadowRoot & { getSelection?: () => Selection | null };
type ComposedSelection = Selection & { getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[] };

/** The passage that is marked in the words of one comment of the thread, and where it is on screen. */
export function markedPassage(root: SelectingRoot, store: ThreadStore): { quote: DraftQuote; box: DOMRect } | null {
  const range = rangeIn(root);
  const words = range && wordsAround(range.startContainer);
  if (!range || !words) return null;
  const text = textOf(range);
  // A triple click marks a paragraph and on to the beginning of whatever follows the comment.
  if (!words.contains(range.endContainer)) range.setEnd(words, words.childNodes.length);
  if (!text || text.length > longest || textOf(range) !== text) return null;
  const comment = store.get(Number(words.dataset['words']));
  if (!comment) return null;
  const quote = { number: comment.number, revision: comment.revision, text, name: comment.author?.name ?? '' };
  return { quote, box: range.getBoundingClientRect() };
}

/** Browsers differ in how they tell of a selection inside a shadow tree. */
function rangeIn(root: SelectingRoot): Range | null {
  const selection = (root.getSelection?.() ?? document.getSelection()) as ComposedSelection | null;
  if (!selection || selection.rangeCount === 0) return null;
  const composed = root.getSelection ? undefined : selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!composed) return selection.isCollapsed ? null : selection.getRangeAt(0).cloneRange();
  const range = document.createRange();
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range.collapsed ? null : range;
}

const textOf = (range: Range): string => range.toString().replace(/\s+/gu, ' ').trim();

const wordsAround = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-words]') ?? null;
