import { float16ToFloat32 } from '../float16/float16ToFloat32.js';
import { float32ToFloat16 } from '../float16/float32ToFloat16.js';
import type { GraphConstant } from '../graph/Graph.js';

/**
 * How float weights are stored. Weights that are float16 in the source pass through `float16` bit by bit; those that are
 * uint8 there stay so in either precision.
 */
export type WeightPrecision = 'float16' | 'float32';

/** One entry of a TF.js weights manifest. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?:
    | { readonly dtype: 'float16'; readonly original_dtype: 'float32' }
    | { readonly dtype: 'uint8'; readonly scale: number; readonly min: number };
}

/** A weight's manifest entry and its bytes, little-endian. */
export interface EncodedWeight {
  readonly spec: WeightSpec;
  readonly bytes: Uint8Array;
}

function bytesOf(data: Uint8Array | Uint16Array | Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Encodes one constant as the TF.js weight loader expects it. Whole numbers stay int32. */
export function encodeWeight(constant: GraphConstant, precision: WeightPrecision): EncodedWeight {
  const { name, shape } = constant;
  if (constant.dtype === 'int32')
    return { spec: { name, shape, dtype: 'int32' }, bytes: bytesOf(constant.data) };
  if (constant.dtype === 'uint8') {
    const quantization = { dtype: 'uint8', scale: constant.scale, min: constant.min } as const;
    return { spec: { name, shape, dtype: 'float32', quantization }, bytes: constant.data };
  }
  if (precision === 'float32') {
    const data =
      constant.dtype === 'float32' ? constant.data : Float32Array.from(constant.data, float16ToFloat32);
    return { spec: { name, shape, dtype: 'float32' }, bytes: bytesOf(data) };
  }
  const data =
    constant.dtype === 'float16' ? constant.data : Uint16Array.from(constant.data, float32ToFloat16);
  const quantization = { dtype: 'float16', original_dtype: 'float32' } as const;
  return { spec: { name, shape, dtype: 'float32', quantization }, bytes: bytesOf(data) };
}
