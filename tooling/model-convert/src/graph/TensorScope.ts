import { ConversionError } from '../errors/ConversionError.js';
import type { TfliteModel, TfliteOperator, TfliteTensor } from '../tflite/TfliteModel.js';
import type { ConstantValues } from './Graph.js';
import type { GraphBuilder } from './GraphBuilder.js';

function copyBytes(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

const BYTES_PER_ELEMENT = { FLOAT32: 4, FLOAT16: 2, INT32: 4 } as const;

/** A constant as the TFLite file holds it, in TFLite's layout. */
export type TfliteConstant = ConstantValues & { readonly shape: readonly number[] };

/**
 * Which graph name stands for which TFLite tensor, while a file is being converted. Constants become part of the graph
 * when an operation first refers to them.
 */
export class TensorScope {
  private readonly names = new Map<number, string>();
  private readonly dequantized = new Map<number, number>();

  constructor(
    private readonly model: TfliteModel,
    private readonly builder: GraphBuilder,
  ) {}

  /** @throws ConversionError MALFORMED_FILE where an input the operation needs is left out */
  input(operator: TfliteOperator, position: number): number {
    const index = operator.inputs[position];
    if (index !== undefined && index >= 0) return index;
    throw new ConversionError('MALFORMED_FILE', `${operator.name} lacks its input ${position}`);
  }

  /** @throws ConversionError MALFORMED_FILE */
  output(operator: TfliteOperator): number {
    const index = operator.outputs[0];
    if (index !== undefined && operator.outputs.length === 1) return index;
    throw new ConversionError(
      'MALFORMED_FILE',
      `${operator.name} has ${operator.outputs.length} outputs, expected 1`,
    );
  }

  tensor(index: number): TfliteTensor {
    const tensor = this.model.tensors[index];
    if (tensor === undefined) throw new ConversionError('MALFORMED_FILE', `there is no tensor ${index}`);
    return tensor;
  }

  /** The tensor stands for a node of the graph from here on. */
  bind(index: number, name: string): void {
    this.names.set(index, name);
  }

  /** The tensor is the float16 constant `source`, which TF.js widens by itself when it loads the weights. */
  bindDequantized(index: number, source: number): void {
    this.dequantized.set(index, source);
  }

  isConstant(index: number): boolean {
    return this.dequantized.has(index) || this.tensor(index).data.length > 0;
  }

  /**
   * The values of a constant tensor.
   *
   * @throws ConversionError UNSUPPORTED where it is no constant, or of a type other than float32, float16 or int32
   */
  constant(index: number, operator: TfliteOperator): TfliteConstant {
    const { name, shape, type, data } = this.tensor(this.dequantized.get(index) ?? index);
    const at = `tensor ${name} of ${operator.name}`;
    if (data.length === 0) throw new ConversionError('UNSUPPORTED', `${at} has to be a constant`);
    if (type !== 'FLOAT32' && type !== 'FLOAT16' && type !== 'INT32') {
      throw new ConversionError('UNSUPPORTED', `${at} is of ${type}, expected FLOAT32, FLOAT16 or INT32`);
    }
    const expected = shape.reduce((product, size) => product * size, BYTES_PER_ELEMENT[type]);
    if (data.length !== expected) {
      throw new ConversionError(
        'MALFORMED_FILE',
        `${at} has ${data.length} bytes, its shape needs ${expected}`,
      );
    }
    const buffer = copyBytes(data);
    if (type === 'FLOAT16') return { dtype: 'float16', data: new Uint16Array(buffer), shape };
    if (type === 'INT32') return { dtype: 'int32', data: new Int32Array(buffer), shape };
    return { dtype: 'float32', data: new Float32Array(buffer), shape };
  }

  /** The name by which the graph knows a tensor. @throws ConversionError MALFORMED_FILE where nothing makes it */
  name(index: number, operator: TfliteOperator): string {
    const known = this.names.get(index);
    if (known !== undefined) return known;
    if (!this.isConstant(index)) {
      const { name } = this.tensor(index);
      throw new ConversionError(
        'MALFORMED_FILE',
        `${operator.name} reads tensor ${name} before anything makes it`,
      );
    }
    const constant = this.constant(index, operator);
    const name = this.builder.constant(constant, constant.shape);
    this.names.set(index, name);
    return name;
  }
}
