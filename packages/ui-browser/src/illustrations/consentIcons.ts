import { svg, type SVGTemplateResult } from 'lit';

const icon = (body: SVGTemplateResult, className = ''): SVGTemplateResult =>
  svg`<svg class=${`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">${body}</svg>`;

/** Line icons of the consent's pages, 24 px. Those with the class `onward` point with the writing and are turned where it runs to the left. */
export const consentIcons = {
  back: () => icon(svg`<path d="M15 5.5L8.5 12l6.5 6.5"/>`, 'onward'),
  onward: () => icon(svg`<path d="M9 5.5l6.5 6.5L9 18.5"/>`, 'onward'),
  chevron: () => icon(svg`<path d="M6 9.5l6 6 6-6"/>`, 'chevron'),
  letters: () =>
    icon(svg`<path d="M2.5 18.5L8 5.5l5.5 13M4.4 14h7.2M14.5 18.5l3.5-8.5 3.5 8.5M15.8 15.6h4.4"/>`),
  voice: () =>
    icon(svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.3a8 8 0 0 1 0 11.4"/>`),
  attention: () => icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.8v5M12 16v.2"/>`),
  guardian: () =>
    icon(
      svg`<circle cx="9" cy="7.5" r="3.2"/><path d="M3 20v-1.5A5.5 5.5 0 0 1 8.5 13h1a5.5 5.5 0 0 1 4 1.7"/><circle cx="17" cy="13.2" r="2.3"/><path d="M13.2 20.5v-.7a3.8 3.8 0 0 1 7.6 0v.7"/>`,
    ),
  resting: () => icon(svg`<path d="M5.5 12h13"/>`),
} as const;
