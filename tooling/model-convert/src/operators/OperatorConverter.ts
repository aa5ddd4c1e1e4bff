import type { GraphBuilder } from '../graph/GraphBuilder.js';
import type { TensorScope } from '../graph/TensorScope.js';
import type { TfliteOperator } from '../tflite/TfliteModel.js';

/** What a converter of one operation works with. */
export interface OperatorContext {
  readonly operator: TfliteOperator;
  readonly scope: TensorScope;
  readonly builder: GraphBuilder;
}

/**
 * Adds to the graph what one TFLite operation computes and binds its output tensor.
 *
 * @throws ConversionError UNSUPPORTED, MALFORMED_FILE
 */
export type OperatorConverter = (context: OperatorContext) => void;
