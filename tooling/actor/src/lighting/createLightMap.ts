import { fillValues } from '../pixels/fillValues.js';
import { fillBody } from './fillBody.js';
import type { LitScene, LitSurface } from './LitScene.js';

/** The screen's light on every pixel of a picture. */
export interface LightMap {
  /** Over the light at the reference distance, straight on; row by row. */
  readonly values: Float32Array;
  /** 1 where a lit panel is seen. */
  readonly panel: Uint8Array;
  readonly hasPanel: boolean;
}

/** What {@link createLightMap} gives: the same memory each time. */
export interface LightMapFiller {
  /**
   * @param fallOn light on each corner of a surface
   * @param behind light on whatever no surface covers
   */
  fill(scene: LitScene, fallOn: (surface: LitSurface) => Float32Array, behind: number): LightMap;
}

/** Spreads what falls on the corners of surfaces over the pixels between them. */
export function createLightMap(widthPx: number, heightPx: number): LightMapFiller {
  const values = new Float32Array(widthPx * heightPx);
  const panel = new Uint8Array(widthPx * heightPx);
  const mark = new Float32Array(widthPx * heightPx);
  return {
    fill({ surfaces }, fallOn, behind) {
      values.fill(behind);
      const screens = surfaces.filter(({ kind }) => kind === 'screen');
      if (screens.length > 0) mark.fill(0);
      for (const surface of surfaces) {
        const light = fallOn(surface);
        if (surface.kind === 'skin') fillBody(surface, light, behind, values, widthPx, heightPx);
        fillValues(surface, light, values, widthPx, heightPx);
        if (surface.kind === 'screen') {
          fillValues(surface, new Float32Array(light.length).fill(1), mark, widthPx, heightPx);
        }
      }
      if (screens.length > 0)
        for (let i = 0; i < mark.length; i++) panel[i] = (mark[i] as number) > 0.5 ? 1 : 0;
      return { values, panel, hasPanel: screens.length > 0 };
    },
  };
}
