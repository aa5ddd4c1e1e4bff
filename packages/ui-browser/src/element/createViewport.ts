import { OVAL_ASPECT, OVAL_MARGIN_PX, OVAL_MAX_HEIGHT_PX, ovalFor, type Oval } from '@huoti/ui';
import { layoutFor, type Layout } from './layoutFor.js';

/** What the element knows of its size. */
export interface Viewport {
  readonly layout: Layout;
  readonly oval: Oval;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Watches the stage of the page that is drawn now, or none. */
  observeStage(stage: HTMLElement | null): void;
  close(): void;
}

/**
 * Follows the size of the element and of its stage. The oval is placed by CSS custom properties set through the CSSOM,
 * which a strict Content-Security-Policy allows.
 */
export function createViewport(host: HTMLElement, onChange: () => void): Viewport {
  let layout: Layout = layoutFor(host.clientWidth, host.clientHeight);
  let oval = ovalFor(0, 0);
  let widthPx = 0;
  let heightPx = 0;
  let stage: HTMLElement | null = null;

  const place = (target: HTMLElement): void => {
    widthPx = target.clientWidth;
    heightPx = target.clientHeight;
    oval = ovalFor(widthPx, heightPx);
    const px = (value: number): string => `${value.toFixed(1)}px`;
    const { style } = target;
    style.setProperty('--_oval-left', px(oval.centreX - oval.radiusX));
    style.setProperty('--_oval-right', px(oval.centreX + oval.radiusX));
    style.setProperty('--_oval-centre', px(oval.centreX));
    style.setProperty('--_oval-top', px(oval.centreY - oval.radiusY));
    style.setProperty('--_oval-bottom', px(oval.centreY + oval.radiusY));
    style.setProperty('--_oval-middle', px(oval.centreY));
    const tallest = Math.min((widthPx - 2 * OVAL_MARGIN_PX) / OVAL_ASPECT, OVAL_MAX_HEIGHT_PX);
    style.setProperty('--_stage-max', px(Math.max(0, tallest) + 2 * OVAL_MARGIN_PX));
    style.setProperty('--_oval-width', px(oval.radiusX * 2));
    style.setProperty('--_oval-height', px(oval.radiusY * 2));
  };

  const observer = new ResizeObserver(() => {
    layout = layoutFor(host.clientWidth, host.clientHeight);
    if (stage !== null) place(stage);
    onChange();
  });
  observer.observe(host);

  return {
    get layout() {
      return layout;
    },
    get oval() {
      return oval;
    },
    get widthPx() {
      return widthPx;
    },
    get heightPx() {
      return heightPx;
    },
    observeStage(next) {
      if (next === stage) return;
      if (stage !== null) observer.unobserve(stage);
      stage = next;
      if (stage !== null) {
        place(stage);
        observer.observe(stage);
      }
    },
    close: () => observer.disconnect(),
  };
}
