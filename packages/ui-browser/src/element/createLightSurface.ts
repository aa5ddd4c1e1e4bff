import { inkOn } from '@huoti/ui';
import type { LightSurface } from './LightSurface.js';

const percent = (component: number): string => `${(component * 100).toFixed(2)}%`;

/**
 * Colours the page that is drawn, through the CSSOM and at once: a colour that waited for the next drawing would be on the
 * glass later than its time says.
 *
 * @param root the element that all pages stand in; `null` before the first drawing
 */
export function createLightSurface(root: () => HTMLElement | null): LightSurface {
  return {
    isVisible() {
      const element = root();
      return element !== null && element.isConnected && element.clientWidth > 0 && element.clientHeight > 0;
    },
    paint(colour) {
      const element = root();
      if (element === null) return;
      if (colour === null) {
        element.removeAttribute('data-lit');
        element.style.removeProperty('--_lit');
        element.style.removeProperty('--_lit-ink');
        return;
      }
      element.style.setProperty('--_lit', `rgb(${colour.map(percent).join(' ')})`);
      element.style.setProperty('--_lit-ink', inkOn(colour));
      element.setAttribute('data-lit', '');
    },
  };
}
