import { css } from 'lit';

/** Buttons, fields and what else is the same everywhere. */
export const controls = css`
  * { box-sizing: border-box; }
  button, select, textarea, input { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; border: 0; background: none; padding: 0; border-radius: var(--_radius); min-block-size: 1.75rem; }
  button:disabled { cursor: default; opacity: 0.55; }
  :focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: var(--_radius); }
  a { color: var(--_accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
  .primary { background: var(--_accent); color: var(--_on-accent); padding: 0.45rem 1rem; font-weight: 600; }
  .primary:hover:not(:disabled) { filter: brightness(1.08); }
  .secondary { border: 1px solid var(--_line); background: var(--_background); padding: 0.4rem 0.9rem; }
  .secondary:hover { border-color: var(--_muted); }
  .quiet { color: var(--_muted); padding: 0.1rem 0.35rem; margin-inline: -0.35rem; }
  .quiet:hover { color: var(--_text); background: var(--_surface); }
  .link { color: var(--_accent); text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; min-block-size: 1.5rem; }
  .small { font-size: 0.875em; }
  .muted { color: var(--_muted); }
  .danger { color: var(--_danger); }
  .icon {
    inline-size: 1.1em; block-size: 1.1em; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round;
    vertical-align: -0.18em; flex: none;
  }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .field {
    inline-size: 100%; border: 1px solid var(--_muted); border-radius: var(--_radius); background: var(--_background); color: var(--_text);
    padding: 0.6rem 0.75rem; line-height: 1.5;
  }
  .field::placeholder { color: var(--_muted); opacity: 1; }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; }
  .push { margin-inline-start: auto; }
  dialog {
    border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.5); background: var(--_background); color: var(--_text); padding: 1.5rem;
    inline-size: min(32rem, calc(100vw - 2rem)); max-block-size: min(40rem, calc(100vh - 2rem)); overflow: auto; line-height: 1.5;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.45); }
  dialog h2 { margin: 0 0 0.75rem; font-size: 1.2em; line-height: 1.3; }
  dialog fieldset { border: 0; margin: 0 0 1rem; padding: 0; display: grid; gap: 0.5rem; }
  dialog legend { padding: 0; margin-block-end: 0.5rem; font-weight: 600; }
  dialog label { display: flex; gap: 0.6rem; align-items: center; min-block-size: 1.75rem; }
  dialog label.stacked { display: block; }
  dialog ol { margin: 0 0 1rem; padding-inline-start: 1.5rem; display: grid; gap: 0.75rem; }
  dialog ol p { margin: 0.15rem 0 0; }
  @media (prefers-reduced-motion: no-preference) {
    button, .field { transition: background-color 120ms, border-color 120ms, color 120ms; }
  }
`;
