/** Elements that the server's renderer makes, and the attributes that have a meaning there. All else is dropped, its text kept. */
const elements: Readonly<Record<string, readonly string[]>> = {
  p: ['dir'], br: [], em: [], strong: [], del: [], a: ['href'], ul: ['dir'], ol: ['dir', 'start'], li: ['dir'],
  blockquote: ['dir'], code: [], pre: ['dir'], mark: [],
};

/** Elements whose text is no text. */
const silent = new Set([
  'script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed', 'svg', 'math', 'title', 'textarea', 'select', 'xmp', 'noembed', 'noframes',
]);
const deepest = 64;

interface TrustedPolicy {
  createHTML(html: string): string;
}

// The parser makes an inert document: nothing in it loads or runs, and nothing of it but text is taken over.
const policy = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy } })
  .trustedTypes?.createPolicy('realtime', { createHTML: html => html });

/** The second gate: the server has sanitized the HTML, and this builds it anew out of the few elements that a comment may have. */
export function sanitize(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
  const result = document.createDocumentFragment();
  copyChildren(parsed.body, result, 0);
  return result;
}

function copyChildren(from: Node, to: Node, depth: number): void {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.textContent ?? ''));
    else if (node.nodeType === Node.ELEMENT_NODE && depth < deepest) copyElement(node as Element, to, depth);
  }
}

function copyElement(element: Element, to: Node, depth: number): void {
  const name = element.localName;
  if (silent.has(name) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
  const attributes = Object.hasOwn(elements, name) ? elements[name] : undefined;
  const kept = attributes && (name !== 'a' || isSafeLink(element.getAttribute('href')));
  if (!kept) return copyChildren(element, to, depth + 1);
  const copy = document.createElement(name);
  for (const attribute of attributes) copyAttribute(element, copy, attribute);
  if (name === 'a') markAsForeign(copy as HTMLAnchorElement);
  copyChildren(element, copy, depth + 1);
  to.appendChild(copy);
}

function copyAttribute(from: Element, to: Element, name: string): void {
  const value = from.getAttribute(name);
  if (value === null) return;
  if (name === 'dir' && value !== 'auto' && value !== 'ltr' && value !== 'rtl') return;
  if (name === 'start' && !/^-?\d{1,9}$/.test(value)) return;
  to.setAttribute(name, value);
}

function markAsForeign(link: HTMLAnchorElement): void {
  link.setAttribute('rel', 'nofollow ugc noopener noreferrer');
  link.setAttribute('target', '_blank');
}

function isSafeLink(href: string | null): boolean {
  if (!href) return false;
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}
