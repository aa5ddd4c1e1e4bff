import type { LightSurface } from './LightSurface.js';

/** What {@link createViewportLayer} takes. */
export interface ViewportLayerOptions {
  /** @default the page's document, read when something is painted */
  document?: Pick<Document, 'createElement' | 'body'>;
}

const level = (component: number): string => (component * 255).toFixed(0);

/**
 * A plain layer over the whole viewport, above everything but dialogs: the surface for pages without a user interface of ours.
 * Styled through the CSSOM, which a strict Content-Security-Policy allows; it takes no clicks and is hidden from screen readers.
 */
export function createViewportLayer({ document: page }: ViewportLayerOptions = {}): LightSurface {
  let layer: HTMLElement | null = null;
  // Typed as always there; a script in the head runs before it is.
  const body = (): HTMLElement | null => (page ?? document).body as HTMLElement | null;
  return {
    isVisible: () => body() !== null,
    paint(colour) {
      if (colour === null) {
        layer?.remove();
        layer = null;
        return;
      }
      if (layer === null) {
        layer = (page ?? document).createElement('div');
        layer.setAttribute('aria-hidden', 'true');
        const { style } = layer;
        style.setProperty('position', 'fixed');
        style.setProperty('inset', '0');
        style.setProperty('z-index', '2147483647');
        style.setProperty('pointer-events', 'none');
        style.setProperty('forced-color-adjust', 'none');
        body()?.append(layer);
      }
      layer.style.setProperty('background', `rgb(${colour.map(level).join(' ')})`);
    },
  };
}
