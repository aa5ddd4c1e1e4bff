import type { TextureNet } from '@huoti/core';
import { createTfjsTextureNet } from '@huoti/core/vision/tfjs';
import { createPassiveAssetLoader } from '@huoti/models/node';
import { passiveManifest } from '@huoti/models/passive';
import { createWallClock } from './createWallClock.js';

/**
 * The SDK's own texture net, on wasm, with the weights that were built with it. It is shown the face with its surroundings: a recording
 * holds them, while a server has crops alone, on which it sees less.
 */
export function createCliTextureNet(): TextureNet {
  return createTfjsTextureNet({
    assets: createPassiveAssetLoader(),
    manifest: passiveManifest,
    clock: createWallClock(),
    view: 'picture',
  });
}
