import { css } from 'lit';

/** The discussion as a whole. */
export const layout = css`
  :host { display: block; container-type: inline-size; }
  :host([hidden]) { display: none; }
  .discussion {
    font-family: var(--_font); font-size: var(--_size); color: var(--_text); background: var(--_background); line-height: 1.5; position: relative;
    --_step: var(--_indent);
  }
  .discussion:focus { outline: none; }
  @container (max-width: 34rem) { .discussion { --_step: 0.6rem; } }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; padding-block-end: 0.9rem; }
  .head h2 { margin: 0; font-size: 1.5em; line-height: 1.25; letter-spacing: -0.01em; font-weight: 700; }
  .head .count { color: var(--_muted); }
  .connection { display: inline-flex; align-items: center; gap: 0.45rem; font-size: 0.875em; color: var(--_muted); }
  .dot { inline-size: 0.55rem; block-size: 0.55rem; border-radius: 50%; background: var(--_positive); }
  .lost .dot { background: var(--_new); }
  .notice { margin: 0 0 0.9rem; padding: 0.6rem 0.9rem; background: var(--_surface); border-inline-start: 3px solid var(--_muted); font-size: 0.9375em; }
  .sign-in form { align-items: end; margin-block: 0.5rem; }
  .barrier p { margin: 0 0 0.5rem; max-inline-size: var(--_measure); }
  .composer { position: relative; margin-block-end: 1.25rem; }
  .composer textarea { display: block; min-block-size: 3rem; resize: none; field-sizing: content; max-block-size: 24rem; }
  .composer.open textarea { min-block-size: 6.5rem; resize: vertical; }
  .paper { display: grid; }
  .paper > * { grid-area: 1 / 1; }
  .paper .marks { color: transparent; white-space: pre-wrap; overflow-wrap: break-word; overflow: hidden; pointer-events: none; max-block-size: 24rem; }
  .paper .marks + textarea { background: none; }
  .paper .marks mark {
    background: var(--_highlight); color: inherit; text-decoration: underline wavy var(--_danger); text-decoration-skip-ink: none; text-underline-offset: 0.2em;
  }
  .composer .tabs { display: flex; gap: 1rem; margin-block-end: 0.4rem; }
  .composer .tabs button { color: var(--_muted); border-block-end: 2px solid transparent; border-radius: 0; }
  .composer .tabs button[aria-selected='true'] { color: var(--_text); border-color: var(--_accent); font-weight: 600; }
  .composer .foot { margin-block-start: 0.6rem; }
  .composer .sheet { min-block-size: 6.5rem; border: 1px solid var(--_line); border-radius: var(--_radius); padding: 0.6rem 0.75rem; background: var(--_surface); }
  .names {
    position: absolute; z-index: 4; margin: 0.2rem 0 0; padding: 0.3rem; list-style: none; min-inline-size: 14rem; background: var(--_background);
    border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: 0 0.4rem 1.2rem rgb(0 0 0 / 0.14);
  }
  .names li { padding: 0.35rem 0.6rem; border-radius: var(--_radius); cursor: pointer; }
  .names li[aria-selected='true'] { background: var(--_surface); outline: 1px solid var(--_accent); }
  .tools {
    display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.25rem; padding-block: 0.6rem; border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  .tools label { color: var(--_muted); display: inline-flex; align-items: center; gap: 0.5rem; }
  .tools select {
    border: 0; background: var(--_background); color: var(--_text); font-weight: 600; padding: 0.25rem 0.1rem; min-block-size: 1.75rem;
    cursor: pointer;
  }
  .tools select option { background: var(--_background); color: var(--_text); }
  .tools .next { color: var(--_new); font-weight: 600; }
  .crumb { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; padding-block: 0.6rem 0.9rem; border-block-start: 1px solid var(--_line); }
  .crumb strong { font-size: 1.05em; }
  .status { color: var(--_muted); text-align: center; padding: 1.5rem 0; }
  .typing { min-block-size: 1.6rem; font-size: 0.875em; color: var(--_muted); }
  .float {
    position: sticky; z-index: 5; inset-block-end: 1rem; block-size: 0; display: flex; justify-content: center; align-items: flex-end; gap: 0.6rem;
    pointer-events: none;
  }
  .float > * { pointer-events: auto; }
  .pill {
    background: var(--_accent); color: var(--_on-accent); font-weight: 600; border-radius: 2rem; padding: 0.5rem 1.1rem; min-block-size: 2.5rem;
    box-shadow: 0 0.3rem 1rem rgb(0 0 0 / 0.22);
  }
  .pill.back { background: var(--_background); color: var(--_text); border: 1px solid var(--_line); }
  .quoting { position: absolute; z-index: 6; background: var(--_text); color: var(--_background); padding: 0.35rem 0.8rem; font-size: 0.875em; font-weight: 600; }
  .foot-of-list { block-size: 1px; }
`;
