import { Builder } from 'flatbuffers';

/** A tensor of a hand-made file; numbers are those of the TFLite schema. */
export interface TestTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** 0 float32, 1 float16, 2 int32. @default 0 */
  readonly type?: number;
  readonly data?: Float32Array | Uint16Array | Int32Array | Int8Array;
}

/** One scalar field of an option table. */
export type TestOption = readonly [field: number, kind: 'int8' | 'int32', value: number];

/** An operation of a hand-made file. */
export interface TestOperator {
  readonly builtin: number;
  readonly custom?: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options?: readonly TestOption[];
  readonly customOptions?: Uint8Array;
}

/** A hand-made file. */
export interface TestModel {
  readonly tensors: readonly TestTensor[];
  readonly operators: readonly TestOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** @default 3 */
  readonly version?: number;
}

const OPTION_FIELDS = 8;

function ints(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  [...values].reverse().forEach((value) => builder.addInt32(value));
  return builder.endVector();
}

function offsets(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  [...values].reverse().forEach((value) => builder.addOffset(value));
  return builder.endVector();
}

function bytes(builder: Builder, values: Uint8Array): number {
  builder.startVector(1, values.length, 16);
  [...values].reverse().forEach((value) => builder.addInt8(value));
  return builder.endVector();
}

type Field = readonly [field: number, kind: 'int8' | 'int32' | 'offset', value: number];

function table(builder: Builder, fieldCount: number, fields: readonly Field[]): number {
  builder.startObject(fieldCount);
  for (const [field, kind, value] of fields) {
    if (kind === 'int8') builder.addFieldInt8(field, value, 0);
    else if (kind === 'int32') builder.addFieldInt32(field, value, 0);
    else builder.addFieldOffset(field, value, 0);
  }
  return builder.endObject();
}

/** Writes a TFLite file by the public schema, for tests. */
export function buildTflite({ tensors, operators, inputs, outputs, version = 3 }: TestModel): Uint8Array {
  const builder = new Builder(1024);
  const buffers = tensors.map(({ data }) => {
    if (data === undefined) return table(builder, 1, []);
    return table(builder, 1, [
      [0, 'offset', bytes(builder, new Uint8Array(data.buffer, data.byteOffset, data.byteLength))],
    ]);
  });
  const tensorTables = tensors.map(({ name, shape, type = 0 }, index) => {
    const nameOffset = builder.createString(name);
    const shapeOffset = ints(builder, shape);
    return table(builder, 4, [
      [0, 'offset', shapeOffset],
      [1, 'int8', type],
      [2, 'int32', index],
      [3, 'offset', nameOffset],
    ]);
  });
  const codes = operators.map(({ builtin, custom }) => {
    const name = custom === undefined ? 0 : builder.createString(custom);
    return table(builder, 4, [
      [0, 'int8', Math.min(builtin, 127)],
      [1, 'offset', name],
      [3, 'int32', builtin],
    ]);
  });
  const operatorTables = operators.map((operator, index) => {
    const inputOffset = ints(builder, operator.inputs);
    const outputOffset = ints(builder, operator.outputs);
    const options = operator.options ? table(builder, OPTION_FIELDS, operator.options) : 0;
    const customOptions = operator.customOptions ? bytes(builder, operator.customOptions) : 0;
    return table(builder, 6, [
      [0, 'int32', index],
      [1, 'offset', inputOffset],
      [2, 'offset', outputOffset],
      [4, 'offset', options],
      [5, 'offset', customOptions],
    ]);
  });
  const subgraph = table(builder, 5, [
    [0, 'offset', offsets(builder, tensorTables)],
    [1, 'offset', ints(builder, inputs)],
    [2, 'offset', ints(builder, outputs)],
    [3, 'offset', offsets(builder, operatorTables)],
  ]);
  const model = table(builder, 5, [
    [0, 'int32', version],
    [1, 'offset', offsets(builder, codes)],
    [2, 'offset', offsets(builder, [subgraph])],
    [4, 'offset', offsets(builder, buffers)],
  ]);
  builder.finish(model, 'TFL3');
  return builder.asUint8Array();
}
