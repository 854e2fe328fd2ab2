import { css } from '../embed.js';

/** A bell that stands in any line, and a list that hangs from it. */
export const look = css`
  :host { display: inline-block; }
  :host([hidden]) { display: none; }
  .inbox { position: relative; font-family: var(--_font); font-size: var(--_size); color: var(--_text); line-height: 1.45; }
  .bell { position: relative; inline-size: 2.5rem; block-size: 2.5rem; display: grid; place-items: center; font-size: 1.25em; color: inherit; }
  .bell:hover { background: var(--_surface); }
  .count {
    position: absolute; inset-block-start: 0.1rem; inset-inline-end: 0.05rem; min-inline-size: 1.15rem; padding: 0 0.25rem; border-radius: 1rem; text-align: center;
    font-size: 0.6em; font-weight: 700; line-height: 1.15rem; background: var(--_danger); color: var(--_background); font-variant-numeric: tabular-nums;
  }
  .items {
    position: absolute; z-index: 10; inset-block-start: calc(100% + 0.3rem); inset-inline-end: 0; inline-size: min(24rem, calc(100vw - 2rem));
    max-block-size: min(30rem, 80vh); overflow: auto; background: var(--_background); border: 1px solid var(--_line); border-radius: var(--_radius);
    box-shadow: 0 0.6rem 2rem rgb(0 0 0 / 0.18);
  }
  .items[hidden] { display: none; }
  .items > p { padding: 1rem; margin: 0; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { border-inline-start: 3px solid transparent; }
  li + li { border-block-start: 1px solid var(--_line); }
  li.new { background: var(--_surface); border-inline-start-color: var(--_new); }
  li > a, li > div { display: grid; gap: 0.1rem; padding: 0.7rem 0.9rem; color: inherit; text-decoration: none; }
  li > a:hover strong { text-decoration: underline; }
  li > a:focus-visible { outline-offset: -2px; }
  strong { font-weight: 600; overflow-wrap: anywhere; }
  .title, .why { font-size: 0.9375em; overflow-wrap: anywhere; }
  .title { color: var(--_muted); }
`;
