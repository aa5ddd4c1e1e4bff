import type { FlatTable } from '../flatbuffer/FlatTable.js';

/** The tensor types that the converter can tell apart; any other is kept by its number, for the error message. */
export type TfliteTensorType = 'FLOAT32' | 'FLOAT16' | 'INT32' | `TYPE_${number}`;

/** One tensor of the file: an activation (`data` empty) or a constant (little-endian `data`). */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: TfliteTensorType;
  readonly data: Uint8Array;
}

/** One operation. Tensor numbers index {@link TfliteModel.tensors}; -1 marks an optional input that is left out. */
export interface TfliteOperator {
  /** The schema's name (`CONV_2D`), the name of a custom operation, or `BUILTIN_<number>` where it is neither. */
  readonly name: string;
  readonly isCustom: boolean;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** `null` where the operation has none. */
  readonly options: FlatTable | null;
  /** FlexBuffer bytes of a custom operation; empty where it has none. */
  readonly customOptions: Uint8Array;
}

/** The one subgraph of a TFLite file, operations in execution order. */
export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}
