import type { StillPicture } from '@huoti/core';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { alignFace } from '../align/alignFace.js';
import { mirrorSquare } from '../align/mirrorSquare.js';
import { unitVector } from '../template/unitVector.js';
import type { EmbeddingNetwork } from './EmbeddingNetwork.js';

function execute(model: GraphModel, square: Float32Array, network: EmbeddingNetwork): Float32Array {
  const { sidePx, offset, divisor, output } = network;
  return tidy(() => {
    const input = square.map((value, at) => (value - offset[at % 3]!) / divisor);
    const result: Tensor | Tensor[] = model.execute(tensor(input, [1, sidePx, sidePx, 3]), output);
    const [embedding] = Array.isArray(result) ? result : [result];
    return Float32Array.from(embedding?.dataSync() ?? []);
  });
}

/**
 * What a network makes of a face: the mean of the face and of its mirror image, of length 1. Every tensor is freed, also
 * where it throws.
 *
 * @returns `null` where the network gave no direction: not a number, or all zero
 * @throws HuotiError INVALID_ARGUMENT for landmarks that are none
 */
export function runNetwork(
  model: GraphModel,
  network: EmbeddingNetwork,
  { picture, landmarks }: { picture: StillPicture; landmarks: Float32Array },
): Float32Array | null {
  const square = alignFace(picture, landmarks, network);
  const direct = execute(model, square, network);
  const mirrored = execute(model, mirrorSquare(square, network.sidePx), network);
  return direct.length === network.values
    ? unitVector(direct.map((value, at) => value + mirrored[at]!))
    : null;
}
