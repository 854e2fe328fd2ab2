import { css } from 'lit';

/** How a comment stands in the list: calm, with the words as the only thing that is large. */
export const comments = css`
  realtime-comment { display: block; position: relative; overflow-anchor: auto; }
  realtime-comment[data-depth='0'] { border-block-start: 1px solid var(--_line); padding-block: 1.1rem 0.5rem; margin-block-start: 0.6rem; }
  realtime-comment[data-depth='1'] { margin-inline-start: var(--_step); }
  realtime-comment[data-depth='2'] { margin-inline-start: calc(var(--_step) * 2); }
  realtime-comment[data-depth='3'] { margin-inline-start: calc(var(--_step) * 3); }
  realtime-comment[data-depth='4'] { margin-inline-start: calc(var(--_step) * 4); }
  realtime-comment:not([data-depth='0']) { border-inline-start: 2px solid var(--_line); padding: 0.6rem 0; padding-inline-start: 1rem; }
  article { position: relative; border-radius: var(--_radius); }
  article:focus { outline: none; }
  article:focus-visible { outline: 2px solid var(--_accent); outline-offset: 6px; }
  .lit article { background: var(--_highlight); box-shadow: 0 0 0 0.6rem var(--_highlight); }
  .fresh article { animation: come 1.6s ease-out; }
  @keyframes come { from { background: var(--_highlight); box-shadow: 0 0 0 0.6rem var(--_highlight); } }
  @media (prefers-reduced-motion: reduce) { .fresh article { animation: none; } }

  header.comment { display: flex; gap: 0.65rem; align-items: center; margin-block-end: 0.45rem; }
  .monogram {
    inline-size: 2.1rem; block-size: 2.1rem; border-radius: 50%; display: grid; place-items: center; font-size: 0.8em; font-weight: 600;
    letter-spacing: 0.02em; background: var(--_surface); color: var(--_muted); border: 1px solid var(--_line); user-select: none;
  }
  [data-depth]:not([data-depth='0']) .monogram { inline-size: 1.6rem; block-size: 1.6rem; font-size: 0.68em; }
  .who { flex: 1; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.5rem; min-inline-size: 0; line-height: 1.4; }
  .name { font-weight: 650; overflow-wrap: anywhere; }
  .mark {
    font-size: 0.75em; font-weight: 600; padding: 0.05rem 0.4rem; border-radius: 1rem; border: 1px solid currentColor; color: var(--_muted);
    white-space: nowrap;
  }
  .mark.new { color: var(--_new); }
  .mark.good { color: var(--_positive); }
  .mark.staff { color: var(--_accent); }
  .when { font-size: 0.8125em; color: var(--_muted); white-space: nowrap; }
  .to { font-size: 0.8125em; }
  .to button { min-block-size: 1.5rem; font-size: inherit; color: var(--_muted); text-align: start; }
  .to button:hover { color: var(--_accent); text-decoration: underline; }
  .address { font-size: 0.8125em; color: var(--_muted); text-decoration: none; font-variant-numeric: tabular-nums; padding: 0.2rem 0.25rem; }
  .address:hover { text-decoration: underline; }

  .words { font-family: var(--_body-font); line-height: 1.6; max-inline-size: var(--_measure); overflow-wrap: anywhere; unicode-bidi: plaintext; }
  .words > :first-child { margin-block-start: 0; }
  .words > :last-child { margin-block-end: 0; }
  .words p { margin-block: 0.7em; }
  .words ul, .words ol { padding-inline-start: 1.5em; margin-block: 0.7em; }
  .words pre { overflow-x: auto; background: var(--_surface); padding: 0.75rem; border-radius: var(--_radius); font-size: 0.9em; }
  .words code { font-size: 0.92em; }
  .words blockquote, .passage { margin: 0 0 0.7rem; padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--_line); color: var(--_muted); }
  .passage { max-inline-size: var(--_measure); font-size: 0.94em; line-height: 1.5; }
  .passage button { display: block; font-size: 0.875em; min-block-size: 1.5rem; text-align: start; }
  .passage button:hover { color: var(--_accent); text-decoration: underline; }
  .passage .text { display: block; overflow-wrap: anywhere; unicode-bidi: plaintext; }
  .gone { color: var(--_muted); font-style: italic; font-size: 0.9375em; margin: 0; }
  .note { font-size: 0.875em; color: var(--_new); margin-block: 0.4rem; max-inline-size: var(--_measure); }
  .note.bad { color: var(--_danger); }
  .outgoing { border: 1px dashed var(--_line); border-radius: var(--_radius); padding: 0.75rem 0.9rem; margin-block: 0.75rem; background: var(--_surface); }
  .outgoing .words { white-space: pre-wrap; }
  .outgoing mark { background: var(--_highlight); color: inherit; outline: 1px solid var(--_new); border-radius: 2px; }

  .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem 1rem; margin-block-start: 0.45rem; font-size: 0.875em; min-block-size: 1.75rem; }
  .reactions { display: flex; flex-wrap: wrap; gap: 0.3rem; }
  .reaction {
    display: inline-flex; gap: 0.35rem; align-items: center; border: 1px solid var(--_line); border-radius: 1rem; padding: 0 0.6rem;
    color: var(--_muted); font-variant-numeric: tabular-nums;
  }
  .reaction:hover { border-color: var(--_muted); color: var(--_text); }
  .reaction[aria-pressed='true'] { border-color: var(--_accent); color: var(--_accent); font-weight: 600; }
  .hanging { position: relative; }
  .panel {
    position: absolute; z-index: 3; inset-block-start: calc(100% + 0.3rem); inset-inline-start: 0; display: flex; gap: 0.25rem; padding: 0.35rem;
    background: var(--_background); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: 0 0.4rem 1.2rem rgb(0 0 0 / 0.14);
  }
  .panel.list { flex-direction: column; min-inline-size: 12rem; inset-inline: auto 0; }
  .panel.list.start { inset-inline: 0 auto; }
  .panel.list button { text-align: start; padding: 0.3rem 0.6rem; min-block-size: 2rem; }
  .panel button:hover { background: var(--_surface); }
  .panel .reaction { border-color: transparent; padding: 0 0.5rem; min-block-size: 2rem; }
  .waiting { color: var(--_new); font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.7rem; }
  realtime-comment realtime-composer { display: block; margin-block-start: 0.8rem; }
  .go-on { display: inline-block; margin-block-start: 0.5rem; font-size: 0.9375em; font-weight: 600; color: var(--_accent); min-block-size: 2rem; }
  .go-on:hover { text-decoration: underline; }
`;
