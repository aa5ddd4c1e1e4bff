import type { Action } from '@huoti/protocol';
import { svg, type SVGTemplateResult } from 'lit';

const eyes = svg`<g class="eyes"><ellipse cx="38" cy="45" rx="3.2" ry="4"/><ellipse cx="58" cy="45" rx="3.2" ry="4"/></g>`;
const nose = svg`<path class="line thin" d="M48 49v7"/>`;
const smile = svg`<path class="line" d="M41 63q7 5 14 0"/>`;
const outline = svg`<path class="line" d="M48 16c-14 0-23 10-23 25 0 20 10 37 23 37s23-17 23-37c0-15-9-25-23-25z"/>`;
const hair = svg`<path class="fill" d="M48 13c-16 0-26 11-26 27 0 2 .3 4 .8 6 2-11 9-17 14-19 9 6 24 7 31 2 4 4 6 10 6.4 17 .5-2 .8-4 .8-6 0-16-10-27-27-27z"/>`;

const face = (mouth: SVGTemplateResult = smile): SVGTemplateResult =>
  svg`${outline}${hair}<g class="features">${eyes}${nose}${mouth}</g>`;

const arrow = (className: string, path: string): SVGTemplateResult =>
  svg`<path class=${`line arrow ${className}`} d=${path}/>`;

const openMouth = svg`<ellipse class="mouth" cx="48" cy="64" rx="6.5" ry="7"/>`;

/**
 * What to do, as a small drawing that moves. It shows a mirror's picture: the person's own left is on the left. Where the
 * view is no mirror, the page flips it. With reduced motion it stands still in the pose that is asked for.
 */
export function actionIllustration(action: Action): SVGTemplateResult {
  const drawings: Record<Action, () => SVGTemplateResult> = {
    blink: () => face(),
    'mouth-open': () => face(openMouth),
    'turn-left': () => svg`${face()}${arrow('to-left', 'M17 42l-8 8 8 8')}`,
    'turn-right': () => svg`${face()}${arrow('to-right', 'M79 42l8 8-8 8')}`,
    nod: () => svg`${face()}${arrow('down', 'M80 42v18m-6-6l6 6 6-6')}`,
    approach: () => svg`<g class="head">${face()}</g>`,
    away: () => svg`<g class="head">${face()}</g>`,
    'turn-one-side': () =>
      svg`${face()}${arrow('to-left', 'M17 42l-8 8 8 8')}${arrow('to-right', 'M79 42l8 8-8 8')}`,
    'turn-other-side': () =>
      svg`${face()}${arrow('to-left', 'M17 42l-8 8 8 8')}${arrow('to-right', 'M79 42l8 8-8 8')}`,
  };
  return svg`<svg class=${`figure do-${action}`} viewBox="0 0 96 96" aria-hidden="true" focusable="false">${drawings[action]()}</svg>`;
}

/** A phone that shines on a face: what the light step looks like from the side of the person. It stands still. */
export function lightIllustration(): SVGTemplateResult {
  return svg`<svg class="figure shine" viewBox="0 0 96 96" aria-hidden="true" focusable="false"><g transform="translate(27 4) scale(0.92)">${face()}</g><rect class="line" x="4" y="27" width="20" height="36" rx="4"/><path class="line thin" d="M31 36l8-4M32 45h9M31 54l8 4"/></svg>`;
}

/** A calm face: before the camera is on, and where nothing is asked. */
export function restingIllustration(): SVGTemplateResult {
  return svg`<svg class="figure resting" viewBox="0 0 96 96" aria-hidden="true" focusable="false">${face()}</svg>`;
}
