/** The keys that pick one of several answers, in their order. */
export const numberKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'] as const;

/** The answer that a key picks; null where the key is a letter of what is being written. */
export function picked(dialog: HTMLDialogElement | null, event: KeyboardEvent): HTMLInputElement | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const target = event.target;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const place = numberKeys.findIndex(key => key === event.key || key === digit);
  return place < 0 ? null : dialog?.querySelectorAll<HTMLInputElement>('input[type=radio]')[place] ?? null;
}
