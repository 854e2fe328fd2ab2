// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { pageInHtml, permalinkNumber } from '../../src/thread/embedding.js';
import { comment, page } from '../comments.js';

const element = (html: string): Element => new DOMParser().parseFromString(`<div>${html}</div>`, 'text/html').body.firstElementChild!;

test('the page that the server wrote into the HTML is taken over', () => {
  const json = JSON.stringify(page([comment(1)])).replace(/</g, '\\u003c');
  const read = pageInHtml(element(`<ol><li>x</li></ol><script type="application/json" data-realtime-page>${json}</script>`));
  expect(read?.comments[0]?.html).toBe('<p>Words 1</p>');
});

test.each(['', '<script type="application/json" data-realtime-page>{"position":</script>', '<script type="application/json" data-realtime-page>[]</script>'])(
  'a page that is missing or broken is loaded instead: %s', html => expect(pageInHtml(element(html))).toBeNull());

test.each([['#comment-5', 5], ['#comment-0', null], ['#comment-5x', null], ['#other', null], ['', null]])('the address %s names %s', (hash, number) => {
  expect(permalinkNumber(hash)).toBe(number);
});
