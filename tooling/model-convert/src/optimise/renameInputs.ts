import type { GraphNode } from '../graph/Graph.js';

/** The node with every input that stands in `names` replaced. */
export function renameInputs(node: GraphNode, names: ReadonlyMap<string, string>): GraphNode {
  return { ...node, inputs: node.inputs.map((input) => names.get(input) ?? input) };
}
