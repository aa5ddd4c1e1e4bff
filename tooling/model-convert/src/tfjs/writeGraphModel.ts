import type { Graph, GraphNode } from '../graph/Graph.js';
import { encodeWeight, type WeightPrecision } from './encodeWeight.js';

/** Options of {@link writeGraphModel}. */
export interface WriteGraphModelOptions {
  /** The file name under which the topology finds its weights. */
  readonly weightsFile: string;
  /** @default 'float16' */
  readonly precision?: WeightPrecision;
}

/** The two files of a TF.js graph model. */
export interface GraphModelFiles {
  /** `model.json`: topology, signature and weights manifest, UTF-8. */
  readonly topology: Uint8Array;
  readonly weights: Uint8Array;
  /** Nodes as TF.js counts them: operations, constants and the input. */
  readonly nodeCount: number;
}

function dimensions(shape: readonly number[]): { dim: { size: string }[] } {
  return { dim: shape.map((size) => ({ size: String(size) })) };
}

function nodeJson({ name, op, inputs, attributes }: GraphNode): object {
  return { name, op, input: inputs, attr: attributes };
}

/**
 * Writes a graph as a TF.js graph model (format of `tf.loadGraphModel`). The same graph gives the same bytes.
 *
 * @example const { topology, weights } = writeGraphModel(graph, { weightsFile: 'face-detector.bin' });
 */
export function writeGraphModel(
  graph: Graph,
  { weightsFile, precision = 'float16' }: WriteGraphModelOptions,
): GraphModelFiles {
  const weights = graph.constants.map((constant) => encodeWeight(constant, precision));
  const floatType = { type: 'DT_FLOAT' };
  const placeholder = {
    name: graph.input.name,
    op: 'Placeholder',
    attr: { dtype: floatType, shape: { shape: dimensions(graph.input.shape) } },
  };
  const constants = graph.constants.map(({ name, dtype }) => ({
    name,
    op: 'Const',
    attr: { dtype: dtype === 'int32' ? { type: 'DT_INT32' } : floatType },
  }));
  const node = [placeholder, ...constants, ...graph.nodes.map(nodeJson)];
  const model = {
    format: 'graph-model',
    generatedBy: 'huoti',
    convertedBy: 'huoti model-convert',
    signature: {
      inputs: {
        [graph.input.name]: {
          name: `${graph.input.name}:0`,
          dtype: 'DT_FLOAT',
          tensorShape: dimensions(graph.input.shape),
        },
      },
      outputs: Object.fromEntries(
        graph.outputs.map((name) => [name, { name: `${name}:0`, dtype: 'DT_FLOAT' }]),
      ),
    },
    modelTopology: { node, versions: { producer: 1 } },
    weightsManifest: [{ paths: [weightsFile], weights: weights.map(({ spec }) => spec) }],
  };
  return {
    topology: Buffer.from(JSON.stringify(model), 'utf8'),
    weights: Buffer.concat(weights.map(({ bytes }) => bytes)),
    nodeCount: node.length,
  };
}
