import type { Oval } from '@huoti/ui';
import { svg, type SVGTemplateResult } from 'lit';

/** Gap between the picture and the ring's middle line, in px. */
const RING_GAP_PX = 7;

/** An ellipse that begins at the top and runs clockwise, so that a dash grows as a clock's hand moves. */
function ellipsePath({ centreX, centreY, radiusX, radiusY }: Oval): string {
  const rx = Math.max(0, radiusX + RING_GAP_PX).toFixed(1);
  const ry = Math.max(0, radiusY + RING_GAP_PX).toFixed(1);
  const top = (centreY - radiusY - RING_GAP_PX).toFixed(1);
  const bottom = (centreY + radiusY + RING_GAP_PX).toFixed(1);
  const x = centreX.toFixed(1);
  return `M${x} ${top}A${rx} ${ry} 0 1 1 ${x} ${bottom}A${rx} ${ry} 0 1 1 ${x} ${top}`;
}

/** The thin ring around the picture, filled to `progress` in [0, 1]. */
export function ovalOverlay(
  oval: Oval,
  widthPx: number,
  heightPx: number,
  progress: number,
): SVGTemplateResult {
  const path = ellipsePath(oval);
  // A round cap would show a dot at nothing.
  const shown = progress <= 0.001 ? 0 : progress;
  return svg`
    <svg class="ring" viewBox=${`0 0 ${Math.max(1, widthPx)} ${Math.max(1, heightPx)}`} aria-hidden="true" focusable="false">
      <path class="track" d=${path} />
      <path class=${shown === 0 ? 'bar empty' : 'bar'} d=${path} pathLength="1" stroke-dasharray="1 1" stroke-dashoffset=${(1 - shown).toFixed(4)} />
    </svg>
  `;
}
