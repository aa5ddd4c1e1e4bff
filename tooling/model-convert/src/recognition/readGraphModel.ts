import { ConversionError } from '../errors/ConversionError.js';
import type { Graph, NodeAttribute } from '../graph/Graph.js';
import { GraphBuilder } from '../graph/GraphBuilder.js';
import { readStoredWeights } from './readStoredWeights.js';

/** The attributes that change what an operation computes; the rest is for other runtimes. */
const KEPT_ATTRIBUTES = ['strides', 'dilations', 'padding', 'keep_dims'] as const;

/** The operations that are passed on. */
const KNOWN_OPERATIONS: ReadonlySet<string> = new Set([
  ...['Conv2D', 'DepthwiseConv2dNative', 'Add', 'Mul', 'Relu', 'Minimum', 'Maximum', 'Mean'],
]);

interface TopologyNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, NodeAttribute>>;
}

interface GraphModelJson {
  readonly modelTopology?: { readonly node?: readonly TopologyNode[] };
  readonly weightsManifest?: unknown;
}

/** What {@link readGraphModel} takes. */
export interface ReadGraphModelOptions {
  /** `model.json` and its one weights file. */
  readonly topology: Uint8Array;
  readonly weights: Uint8Array;
  /** Height, width and channels of the input, which the file may leave open. */
  readonly inputShape: readonly [number, number, number];
  /** The node that is wanted: what it does not need is left out. */
  readonly output: string;
  readonly outputName: string;
}

/**
 * Takes the part of a TF.js graph model that one of its outputs needs, under numbered names. Weights pass through bit by
 * bit.
 *
 * @throws ConversionError MALFORMED_FILE, UNSUPPORTED for an operation that is not known
 */
export function readGraphModel(options: ReadGraphModelOptions): Graph {
  const { topology, weights, inputShape, output, outputName } = options;
  const model = JSON.parse(Buffer.from(topology).toString('utf8')) as GraphModelJson;
  const nodes = new Map((model.modelTopology?.node ?? []).map((node) => [node.name, node]));
  const stored = readStoredWeights(model.weightsManifest, weights);
  const builder = new GraphBuilder();
  const names = new Map<string, string>();

  const add = (node: TopologyNode, asOutput: boolean): string => {
    if (node.op === 'Placeholder') return 'input';
    if (node.op === 'Const') {
      const weight = stored.get(node.name);
      if (weight) return builder.constant(weight.values, weight.shape);
      throw new ConversionError('MALFORMED_FILE', `constant ${node.name} has no weights`);
    }
    if (!KNOWN_OPERATIONS.has(node.op)) {
      throw new ConversionError('UNSUPPORTED', `operation ${node.op} (${node.name}) is not supported`);
    }
    const inputs = (node.input ?? []).map((name) => visit(name, false));
    const attributes: Record<string, NodeAttribute> = {};
    for (const name of KEPT_ATTRIBUTES) {
      const value = node.attr?.[name];
      if (value !== undefined) attributes[name] = value;
    }
    return builder.node({ op: node.op, inputs, attributes, ...(asOutput && { name: outputName }) });
  };
  const visit = (name: string, asOutput: boolean): string => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const node = nodes.get(name);
    if (node === undefined) throw new ConversionError('MALFORMED_FILE', `there is no node ${name}`);
    const added = add(node, asOutput);
    names.set(name, added);
    return added;
  };

  const made = visit(output, true);
  return builder.build({ name: 'input', shape: [1, ...inputShape] }, [made]);
}
