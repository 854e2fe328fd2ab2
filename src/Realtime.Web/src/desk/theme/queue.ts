import { css } from 'lit';

/** The queue's three columns. */
export const queueStyle = css`
  main.queue { display: grid; grid-template-columns: minmax(17rem, 23rem) minmax(0, 1fr) minmax(13rem, 17rem); overflow: hidden; }
  .column { min-block-size: 0; min-inline-size: 0; }
  .waiting { display: flex; flex-direction: column; gap: 0.5rem; padding-block-start: 0.75rem; border-inline-end: 1px solid var(--_line); }
  .waiting > :not(.rows) { margin-inline: 0.75rem; }
  .waiting .rows { flex: 1; overflow: auto; min-block-size: 0; border-block-start: 1px solid var(--_line); }
  .rows:focus-visible { outline-offset: -2px; }
  .tabs { display: flex; flex-wrap: wrap; gap: 0.25rem; }
  .tabs button { padding: 0.2rem 0.6rem; border: 1px solid var(--_line); border-radius: 1rem; font-size: 0.875rem; }
  .tabs button[aria-pressed='true'] { background: var(--_accent); color: var(--_on-accent); border-color: transparent; font-weight: 600; }
  .tabs .count { font-variant-numeric: tabular-nums; }
  .tabs .urgent { inline-size: 100%; color: var(--_danger); font-weight: 600; font-size: 0.875rem; }
  .filter { padding: 0.4rem 0.65rem; }
  .chips { margin-block-start: 0.4rem; }
  .chip { background: var(--_surface); border: 1px solid var(--_line); border-radius: 1rem; padding: 0.1rem 0.7rem; font-size: 0.875rem; max-inline-size: 100%; overflow-wrap: anywhere; }
  .over:empty { display: none; }
  .arrivals { inline-size: 100%; }
  .item { padding: 0.55rem 0.75rem; border-block-end: 1px solid var(--_line); border-inline-start: 3px solid transparent; cursor: pointer; display: grid; gap: 0.15rem; scroll-margin-block: 2rem; }
  .item:hover { background: var(--_surface); }
  .item[aria-selected='true'] { background: var(--_highlight); }
  .item.here { background: color-mix(in srgb, var(--_accent) 14%, var(--_background)); border-inline-start-color: var(--_accent); }
  .item.here .muted, .item.here .why { color: var(--_text); }
  .item.illegal, .item.suspect { border-inline-start-color: var(--_danger); }
  .item.illegal.here, .item.suspect.here { border-inline-start-width: 6px; padding-inline-start: calc(0.75rem - 3px); }
  .item.over > :not(.note) { opacity: 0.6; }
  .item .line { display: flex; gap: 0.5rem; align-items: baseline; min-inline-size: 0; }
  .item .mark { color: var(--_accent); font-weight: 700; }
  .item .mark:empty { display: none; }
  .item .words { overflow: hidden; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow-wrap: anywhere; }
  .item .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; min-inline-size: 0; }
  .item .state, .item .why { white-space: nowrap; }
  .item .why { color: var(--_new); }
  .item .note { padding: 0.15rem 0.5rem; background: var(--_background); }
  .more { padding: 0.5rem; }
  .marked-bar { padding-block: 0.5rem; border-block-start: 1px solid var(--_line); }
  .looking { overflow: auto; padding: 1.25rem 1.5rem 5rem; }
  .looking article { max-inline-size: 46rem; display: grid; gap: 1rem; }
  .looking header { display: grid; gap: 0.35rem; }
  .banner { padding: 0.7rem 1rem; border-radius: var(--_radius); font-weight: 600; background: var(--_highlight); border: 1px solid var(--_new); }
  .ancestors { list-style: none; padding: 0; display: grid; gap: 0.6rem; border-inline-start: 2px solid var(--_line); padding-inline-start: 0.9rem; color: var(--_muted); overflow-wrap: anywhere; }
  .comment { border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 1.5); padding: 1rem 1.15rem; display: grid; gap: 0.6rem; }
  .comment .author { font-weight: 700; text-decoration: none; font-size: 1.05rem; }
  .comment .words, .comment .source { font-size: 1.0625rem; line-height: 1.6; overflow-wrap: anywhere; }
  .comment .words p, .comment .words pre, .comment .words ul, .comment .words ol { margin: 0 0 0.6rem; }
  .comment .words :last-child { margin-block-end: 0; }
  .comment .source { white-space: pre-wrap; }
  .comment blockquote, .comment .words blockquote { margin: 0 0 0.6rem; padding-inline-start: 0.8rem; border-inline-start: 3px solid var(--_line); color: var(--_muted); }
  mark { background: var(--_highlight); color: inherit; box-shadow: inset 0 -2px var(--_new); padding-inline: 0.1em; font-weight: 600; }
  section.why { display: grid; gap: 0.3rem; }
  section.why h3 { font-size: 0.875rem; color: var(--_muted); }
  section.why ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 0.3rem; overflow-wrap: anywhere; }
  .doing { overflow: auto; padding: 1rem; border-inline-start: 1px solid var(--_line); display: flex; flex-direction: column; gap: 1rem; background: var(--_surface); }
  .doing .card { background: var(--_background); overflow-wrap: anywhere; }
  .doing h3 { font-size: 0.875rem; }
  .keyed { display: flex; justify-content: space-between; align-items: center; gap: 0.75rem; text-align: start; }
  .keyed.quiet { margin: 0; padding: 0.2rem 0.5rem; }
  .doing .keyed.quiet:hover { background: var(--_background); }
  .doing .foot { margin-block-start: auto; }
  .standing { font-weight: 600; }
  .tally { display: grid; gap: 0.1rem; font-size: 0.875rem; max-inline-size: 18rem; }
  .tally div { display: flex; justify-content: space-between; gap: 1rem; }
  .tally dt { color: var(--_muted); }
  .tally dd { font-variant-numeric: tabular-nums; }
  @media (max-width: 68rem) {
    main.queue { grid-template-columns: minmax(15rem, 19rem) minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) auto; }
    .waiting { grid-row: 1 / span 2; }
    .doing { border-inline-start: 0; border-block-start: 1px solid var(--_line); max-block-size: 40vh; }
  }
  @media (max-width: 44rem) {
    main.queue { display: block; overflow: auto; }
    .waiting .rows { max-block-size: 40vh; }
    .doing { max-block-size: none; }
  }
`;
