import type { Graph, GraphConstant, GraphNode } from '../graph/Graph.js';
import { renameInputs } from './renameInputs.js';

function constantKey(constant: GraphConstant): string {
  const { dtype, shape, data } = constant;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const steps = constant.dtype === 'uint8' ? `${constant.scale}/${constant.min}` : '';
  return `${dtype}${steps}[${shape.join()}]${bytes.toString('latin1')}`;
}

function nodeKey({ op, inputs, attributes }: GraphNode): string {
  return JSON.stringify([op, inputs, attributes]);
}

/** Keeps the first of equal constants, and of nodes that compute the same from the same; later ones point at it. */
export function mergeEqual(graph: Graph): Graph {
  const renamed = new Map<string, string>();
  const seen = new Map<string, string>();
  const isFirst = (name: string, key: string): boolean => {
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, name);
      return true;
    }
    renamed.set(name, first);
    return false;
  };
  const constants = graph.constants.filter((constant) => isFirst(constant.name, constantKey(constant)));
  const nodes: GraphNode[] = [];
  for (const original of graph.nodes) {
    const node = renameInputs(original, renamed);
    // An output keeps its own node, since it is asked for by name.
    if (graph.outputs.includes(node.name) || isFirst(node.name, nodeKey(node))) nodes.push(node);
  }
  return { ...graph, constants, nodes };
}
