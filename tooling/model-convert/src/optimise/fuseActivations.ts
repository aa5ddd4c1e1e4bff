import { attribute } from '../graph/attribute.js';
import type { Graph, GraphNode } from '../graph/Graph.js';
import { countUses } from './countUses.js';
import { renameInputs } from './renameInputs.js';

/** Activations that the wasm backend's convolution kernels apply themselves. PRELU needs its slopes as an argument. */
const FUSED_NAMES: Readonly<Record<string, string>> = { Relu: 'Relu', Relu6: 'Relu6', Prelu: 'Prelu' };
const CONVOLUTIONS: ReadonlySet<string> = new Set(['_FusedConv2D', 'FusedDepthwiseConv2dNative']);
/** Input, filter and bias: a convolution with more inputs carries an activation already. */
const BARE_INPUT_COUNT = 3;

function fuse(convolution: GraphNode, activation: GraphNode, fusedName: string): GraphNode {
  const slopes = activation.inputs.slice(1);
  return {
    ...convolution,
    inputs: [...convolution.inputs, ...slopes],
    attributes: {
      ...convolution.attributes,
      num_args: attribute.int(1 + slopes.length),
      fused_ops: attribute.texts(['BiasAdd', fusedName]),
    },
  };
}

/** Moves an activation into the convolution before it, where nothing else reads that convolution. */
export function fuseActivations(graph: Graph): Graph {
  const uses = countUses(graph);
  const kept = new Map<string, GraphNode>();
  const fused = new Set<string>();
  const renamed = new Map<string, string>();
  for (const original of graph.nodes) {
    const node = renameInputs(original, renamed);
    const [source = ''] = node.inputs;
    const convolution = kept.get(source);
    const fusedName = FUSED_NAMES[node.op];
    const fits =
      fusedName !== undefined &&
      convolution !== undefined &&
      CONVOLUTIONS.has(convolution.op) &&
      convolution.inputs.length === BARE_INPUT_COUNT &&
      !fused.has(source) &&
      uses.get(source) === 1;
    if (!fits) {
      kept.set(node.name, node);
      continue;
    }
    kept.set(source, fuse(convolution, node, fusedName));
    fused.add(source);
    renamed.set(node.name, source);
  }
  const outputs = graph.outputs.map((name) => renamed.get(name) ?? name);
  return { ...graph, nodes: [...kept.values()], outputs };
}
