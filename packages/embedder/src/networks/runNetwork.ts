import type { StillPicture } from '@huoti/core';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { alignFace } from '../align/alignFace.js';
import { mirrorSquare } from '../align/mirrorSquare.js';
import { unitVector } from '../template/unitVector.js';
import type { EmbeddingNetwork } from './EmbeddingNetwork.js';

/** The numbers that a network sees. */
function inputOf(square: Float32Array, { channels, offset, divisor }: EmbeddingNetwork): Float32Array {
  return square.map((_value, at) => {
    const channel = channels === 'rgb' ? at % 3 : 2 - (at % 3);
    return (square[at - (at % 3) + channel]! - offset[channel]!) / divisor;
  });
}

function execute(model: GraphModel, square: Float32Array, network: EmbeddingNetwork): Float32Array {
  const { sidePx, output } = network;
  return tidy(() => {
    const input = tensor(inputOf(square, network), [1, sidePx, sidePx, 3]);
    const result: Tensor | Tensor[] = model.execute(input, output);
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
