import { ConversionError } from '../errors/ConversionError.js';
import { attribute } from '../graph/attribute.js';
import type { TfliteOperator } from '../tflite/TfliteModel.js';
import type { OperatorContext, OperatorConverter } from './OperatorConverter.js';

// ref: tensorflow/lite/schema/schema.fbs, table StridedSliceOptions
const MASK_FIELDS = {
  begin_mask: 0,
  end_mask: 1,
  ellipsis_mask: 2,
  new_axis_mask: 3,
  shrink_axis_mask: 4,
} as const;
type MaskName = keyof typeof MASK_FIELDS;

function mask(operator: TfliteOperator, name: MaskName): number {
  return operator.options?.int32(MASK_FIELDS[name], 0) ?? 0;
}

function readInts({ operator, scope }: OperatorContext, position: number): readonly number[] {
  const constant = scope.constant(scope.input(operator, position), operator);
  if (constant.dtype === 'int32') return [...constant.data];
  throw new ConversionError('UNSUPPORTED', `STRIDED_SLICE has ${constant.dtype} bounds, expected int32`);
}

/**
 * STRIDED_SLICE. One that provably takes everything (whole range, stride 1, on every axis, no axis added or dropped)
 * disappears; any other becomes a `StridedSlice`.
 */
export const convertStridedSlice: OperatorConverter = (context) => {
  const { operator, scope, builder } = context;
  const input = scope.input(operator, 0);
  const output = scope.output(operator);
  const { shape } = scope.tensor(input);
  const [begin = [], end = [], strides = []] = [1, 2, 3].map((position) => readInts(context, position));
  const reshapes = (['ellipsis_mask', 'new_axis_mask', 'shrink_axis_mask'] as const).some((name) =>
    mask(operator, name),
  );
  const takesAll =
    !reshapes &&
    begin.length === shape.length &&
    shape.every((size, axis) => {
      const fromStart = begin[axis] === 0 || (mask(operator, 'begin_mask') & (1 << axis)) !== 0;
      const toEnd = (end[axis] ?? 0) >= size || (mask(operator, 'end_mask') & (1 << axis)) !== 0;
      return fromStart && toEnd && strides[axis] === 1;
    });
  if (takesAll) {
    scope.bind(output, scope.name(input, operator));
    return;
  }
  const masks = Object.keys(MASK_FIELDS) as MaskName[];
  const node = builder.node({
    op: 'StridedSlice',
    inputs: [scope.name(input, operator), builder.ints(begin), builder.ints(end), builder.ints(strides)],
    attributes: Object.fromEntries(masks.map((name) => [name, attribute.int(mask(operator, name))])),
  });
  scope.bind(output, node);
};
