import { css } from 'lit';

const dark = css`
  --_text: var(--realtime-text, #ebe8e3);
  --_muted: var(--realtime-muted, #aaa59c);
  --_line: var(--realtime-line, #3a3835);
  --_surface: var(--realtime-surface, #262422);
  --_background: var(--realtime-background, #1b1a18);
  --_accent: var(--realtime-accent, #8db4e8);
  --_on-accent: var(--realtime-on-accent, #10202f);
  --_new: var(--realtime-new, #e6b450);
  --_danger: var(--realtime-danger, #f19a8e);
  --_positive: var(--realtime-positive, #86c295);
  --_highlight: var(--realtime-highlight, #3b3520);
  color-scheme: dark;
`;

/** Colours hold 4.5:1 for text and 3:1 for lines that mean something, on background and surface, in both schemes. */
export const tokens = css`
  :host {
    --_text: var(--realtime-text, #1f1d1a);
    --_muted: var(--realtime-muted, #645f57);
    --_line: var(--realtime-line, #e3dfd8);
    --_surface: var(--realtime-surface, #f7f5f1);
    --_background: var(--realtime-background, #ffffff);
    --_accent: var(--realtime-accent, #1f5a96);
    --_on-accent: var(--realtime-on-accent, #ffffff);
    --_new: var(--realtime-new, #8a5a00);
    --_danger: var(--realtime-danger, #a8291a);
    --_positive: var(--realtime-positive, #2a6b3c);
    --_highlight: var(--realtime-highlight, #fdf3d3);
    --_font: var(--realtime-font, inherit);
    --_body-font: var(--realtime-body-font, var(--_font));
    --_size: var(--realtime-font-size, 1rem);
    --_radius: var(--realtime-radius, 0.375rem);
    --_measure: var(--realtime-measure, 42rem);
    --_indent: var(--realtime-indent, 1.75rem);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) { ${dark} }
  }
  :host([theme='dark']) { ${dark} }
`;
