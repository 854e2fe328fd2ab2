import { svg, html, type TemplateResult } from 'lit';

const face = (mouth: string, eyes = 'M6 7.2v.6M10 7.2v.6') => svg`<circle cx="8" cy="8" r="6.2"/><path d="${eyes}"/><path d="${mouth}"/>`;

const drawings = {
  like: svg`<path d="M5 7.2 7.6 2.4c.9 0 1.5.7 1.4 1.6L8.7 6.4h3.5c.9 0 1.5.8 1.3 1.6l-1 4.2c-.2.7-.8 1.2-1.5 1.2H5zM2.6 7.2H5v6.2H2.6z"/>`,
  love: svg`<path d="M8 13.4S2.2 10 2.2 6.1A3 3 0 0 1 8 4.9a3 3 0 0 1 5.8 1.2C13.8 10 8 13.4 8 13.4z"/>`,
  laugh: face('M5 9.2h6c0 1.8-1.3 3-3 3s-3-1.2-3-3z'),
  surprise: face('M8 9.4a1.3 1.5 0 1 1 0 3 1.3 1.5 0 1 1 0-3z'),
  sad: face('M5.6 11.4c.5-1 1.4-1.5 2.4-1.5s1.9.5 2.4 1.5'),
  angry: face('M5.8 11.2c.5-.8 1.3-1.2 2.2-1.2s1.7.4 2.2 1.2', 'M5 6l2 1.2M11 6 9 7.2'),
  more: svg`<circle cx="3.5" cy="8" r=".8"/><circle cx="8" cy="8" r=".8"/><circle cx="12.5" cy="8" r=".8"/>`,
  face: svg`<circle cx="7" cy="9" r="5"/><path d="M5.3 8v.4M8.7 8v.4M5 10.6c.5.7 1.2 1 2 1s1.5-.3 2-1M13 2v4M11 4h4"/>`,
};

export type IconName = keyof typeof drawings;

export const isIcon = (name: string): name is IconName => Object.hasOwn(drawings, name);

export const icon = (name: IconName): TemplateResult => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${drawings[name]}</svg>`;
