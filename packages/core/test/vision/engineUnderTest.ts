import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AssetLoader } from '../../src/host/AssetLoader.js';
import type { Clock } from '../../src/host/Clock.js';
import type { Frame } from '../../src/frame/Frame.js';
import type { ModelManifest } from '../../src/vision/ModelManifest.js';

/** The built models, or a line that says how to build them. */
export async function builtModels(): Promise<{ manifest: ModelManifest; assets: AssetLoader }> {
  try {
    const { modelManifest } = await import('@huoti/models');
    const { createNodeAssetLoader } = await import('@huoti/models/node');
    return { manifest: modelManifest, assets: createNodeAssetLoader() };
  } catch (cause) {
    throw new Error('the models are not built: run `pnpm --filter @huoti/models build`', { cause });
  }
}

/** The machine's own clock. */
export const clock: Clock = {
  nowMs: () => performance.now(),
  sleep: (durationMs, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, durationMs);
      signal?.addEventListener('abort', stop);
    }),
};

/** RGBA of one of the pictures in `__fixtures__`, 240 x 320. */
export function syntheticFace(name: 'neutral' | 'eyes-closed' = 'neutral'): Uint8ClampedArray {
  const path = fileURLToPath(new URL(`./__fixtures__/synthetic-${name}.rgb.gz`, import.meta.url));
  const rgb = gunzipSync(readFileSync(path));
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let at = 0, to = 0; at < rgb.length; at += 3, to += 4) rgba.set(rgb.subarray(at, at + 3), to);
  return rgba;
}

/** A frame around RGBA pixels. */
export function frameOf(
  data: Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
  { timestampMs = 0, ...rest }: Partial<Frame> = {},
): Frame {
  return {
    data,
    widthPx,
    heightPx,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs,
    close: () => undefined,
    ...rest,
  };
}

/** The synthetic face as a frame. */
export const faceFrame = (timestampMs = 0, name: 'neutral' | 'eyes-closed' = 'neutral'): Frame =>
  frameOf(syntheticFace(name), 240, 320, { timestampMs });

/** Eye aspect ratio: lid distance over eye width, mean of both eyes. */
export function eyeAspectRatio(landmarks: Float32Array): number {
  const distance = (a: number, b: number): number =>
    Math.hypot(landmarks[3 * a]! - landmarks[3 * b]!, landmarks[3 * a + 1]! - landmarks[3 * b + 1]!);
  const eye = ([a, b, c, d, e, f]: readonly [number, number, number, number, number, number]): number =>
    (distance(b, f) + distance(c, e)) / (2 * distance(a, d));
  return (eye([33, 160, 158, 133, 153, 144]) + eye([362, 385, 387, 263, 373, 380])) / 2;
}
