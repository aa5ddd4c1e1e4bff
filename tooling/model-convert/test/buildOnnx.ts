/** A length-delimited field. */
function bytesField(number: number, value: Uint8Array | string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.from(bytes);
}

const intField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(number * 8), varint(value)]);

/** One constant: floats, or whole numbers as int64. */
export interface TestOnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly floats?: readonly number[];
  readonly ints?: readonly number[];
}

/** One operation. */
export interface TestOnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

function tensor({ name, shape, floats, ints = [] }: TestOnnxTensor): Buffer {
  const raw = floats
    ? Buffer.from(Float32Array.from(floats).buffer)
    : Buffer.from(BigInt64Array.from(ints, BigInt).buffer);
  const dims = shape.map((size) => intField(1, size));
  return Buffer.concat([...dims, intField(2, floats ? 1 : 7), bytesField(8, name), bytesField(9, raw)]);
}

function node({ op, inputs, output, attributes = {} }: TestOnnxNode): Buffer {
  const parts = Object.entries(attributes).map(([name, value]) => {
    const values = typeof value === 'number' ? [intField(3, value)] : value.map((one) => intField(8, one));
    return bytesField(5, Buffer.concat([bytesField(1, name), ...values]));
  });
  const names = inputs.map((name) => bytesField(1, name));
  return Buffer.concat([...names, bytesField(2, output), bytesField(4, op), ...parts]);
}

function value(name: string, shape: readonly number[]): Buffer {
  const dims = shape.map((size) => bytesField(1, intField(1, size)));
  const type = bytesField(1, bytesField(2, Buffer.concat(dims)));
  return Buffer.concat([bytesField(1, name), bytesField(2, type)]);
}

/** An ONNX file with the input `in` and the output `out`. */
export function buildOnnx(
  inputShape: readonly number[],
  nodes: readonly TestOnnxNode[],
  constants: readonly TestOnnxTensor[] = [],
): Uint8Array {
  const graph = Buffer.concat([
    ...nodes.map((one) => bytesField(1, node(one))),
    ...constants.map((one) => bytesField(5, tensor(one))),
    bytesField(11, value('in', inputShape)),
    bytesField(12, value('out', [1])),
  ]);
  return bytesField(7, graph);
}
