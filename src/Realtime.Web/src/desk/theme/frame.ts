import { css } from 'lit';

/** The desk as a whole: its head, its pages, its notices and questions. */
export const frame = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr); block-size: 100vh; block-size: 100dvh; background: var(--_background); color: var(--_text); font-family: var(--_font); line-height: 1.5; }
  :host([hidden]) { display: none; }
  h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; }
  h1 { font-size: 1.05rem; }
  h2 { font-size: 1.35rem; line-height: 1.25; letter-spacing: -0.01em; }
  h3 { font-size: 1rem; }
  h4 { font-size: 0.9375rem; }
  kbd { font: 600 0.75rem/1 ui-monospace, "DejaVu Sans Mono", monospace; padding: 0.15rem 0.35rem; min-inline-size: 1.25rem; text-align: center; border: 1px solid currentColor; border-radius: 0.25rem; opacity: 0.8; display: inline-block; }
  .caps { display: inline-flex; gap: 0.15rem; direction: ltr; }
  .stack { display: flex; flex-direction: column; gap: 0.4rem; align-items: stretch; }
  .grow { flex: 1; min-inline-size: 10rem; }
  .badge { font-size: 0.75rem; font-weight: 600; padding: 0.05rem 0.5rem; border-radius: 1rem; background: var(--_surface); border: 1px solid var(--_line); white-space: nowrap; }
  .badge.illegal, .badge.suspect { color: var(--_danger); border-color: currentColor; }
  .badge.manyReports, .badge.appealed, .badge.reported { color: var(--_new); border-color: currentColor; }
  .note { padding: 0.5rem 0.75rem; background: var(--_surface); border-inline-start: 3px solid var(--_muted); }
  .note.bad { border-color: var(--_danger); color: var(--_danger); }
  .card { background: var(--_surface); border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.5); padding: 0.9rem 1rem; display: grid; gap: 0.5rem; }
  .secondary.danger { color: var(--_danger); }
  .plain { list-style: none; padding: 0; display: grid; gap: 0.6rem; }
  .empty { color: var(--_muted); padding: 2.5rem 1rem; text-align: center; }
  .top { display: flex; align-items: center; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0.45rem 1rem; border-block-end: 1px solid var(--_line); background: var(--_surface); }
  .top .site { color: var(--_muted); }
  .top nav { display: flex; flex-wrap: wrap; gap: 0.25rem; margin-inline-start: 1rem; }
  .top nav button { padding: 0.3rem 0.75rem; color: var(--_muted); display: inline-flex; gap: 0.5rem; align-items: center; }
  .top nav button:hover { color: var(--_text); background: var(--_background); }
  .top nav button[aria-current] { color: var(--_text); font-weight: 600; background: var(--_background); box-shadow: inset 0 -2px var(--_accent); }
  .connection { display: inline-flex; align-items: center; gap: 0.45rem; font-size: 0.875rem; color: var(--_muted); }
  .dot { inline-size: 0.55rem; block-size: 0.55rem; border-radius: 50%; background: var(--_positive); }
  .lost .dot { background: var(--_new); }
  .me { font-weight: 600; }
  main { min-block-size: 0; overflow: auto; }
  .page { max-inline-size: 56rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; display: grid; gap: 1.25rem; }
  .page.wide { max-inline-size: 80rem; }
  .page section, .person, .person header { display: grid; gap: 0.75rem; align-content: start; min-inline-size: 0; }
  .page label { font-weight: 600; }
  .page label .field, .page .muted { font-weight: 400; }
  .page form.row { align-items: end; }
  .person { gap: 1.5rem; }
  .plain li.row { align-items: start; flex-wrap: nowrap; }
  .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 2rem; }
  .three { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; }
  .three label { justify-content: space-between; }
  .words-list { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 0.875rem; }
  .rules { list-style: none; padding: 0; display: grid; gap: 1rem; }
  .rules li { display: flex; gap: 0.75rem; align-items: start; }
  .rules .number { font-weight: 700; color: var(--_muted); min-inline-size: 1.5rem; padding-block-start: 0.6rem; text-align: end; }
  .scroll { overflow: auto; max-block-size: 28rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
  table { border-collapse: collapse; inline-size: 100%; font-size: 0.875rem; }
  th, td { text-align: start; padding: 0.4rem 0.75rem; border-block-end: 1px solid var(--_line); vertical-align: top; overflow-wrap: anywhere; }
  th { position: sticky; inset-block-start: 0; background: var(--_surface); white-space: nowrap; }
  progress, input[type=range] { inline-size: 100%; accent-color: var(--_accent); }
  .moment { display: grid; gap: 0.25rem; }
  .trail .later { opacity: 0.55; }
  .then li { border-inline-start: 3px solid var(--_line); padding-inline-start: 0.75rem; overflow-wrap: anywhere; }
  .sign-in { display: grid; place-items: center; padding: 1rem; }
  .sign-in .card { inline-size: min(26rem, 100%); gap: 1rem; padding: 1.5rem; }
  .sign-in h1 { font-size: 1.35rem; }
  .sign-in h2 { font-size: 1rem; }
  .notices { position: fixed; z-index: 10; inset-block-end: 1rem; inset-inline: 0; margin-inline: auto; inline-size: min(36rem, calc(100vw - 2rem)); display: grid; gap: 0.4rem; pointer-events: none; }
  .notices p { pointer-events: auto; display: flex; gap: 1rem; justify-content: space-between; align-items: start; padding: 0.6rem 0.9rem; background: var(--_text); color: var(--_background); border-radius: var(--_radius); box-shadow: 0 0.4rem 1.5rem rgb(0 0 0 / 0.3); }
  .notices .bad { border-inline-start: 0.35rem solid var(--_danger); }
  .notices .good { border-inline-start: 0.35rem solid var(--_positive); }
  .notices .quiet, .notices .quiet:hover { color: inherit; background: none; margin: 0; line-height: 1; }
  dialog.legend { inline-size: min(66rem, calc(100vw - 2rem)); max-block-size: calc(100vh - 2rem); }
  .legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem 2rem; }
  dialog.legend label { display: flex; gap: 0.6rem; align-items: center; }
  dialog.legend [type=button] { justify-self: start; }
  .legend dl div { display: flex; gap: 0.75rem; padding-block: 0.2rem; }
  .legend dt { min-inline-size: 3.5rem; }
  .legend h3 { font-size: 0.875rem; color: var(--_muted); margin-block-end: 0.25rem; }
  dialog form { display: grid; gap: 0.75rem; }
  dialog .picks { grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.15rem 1rem; margin: 0; }
`;
