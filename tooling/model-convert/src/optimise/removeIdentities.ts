import type { Graph } from '../graph/Graph.js';
import { renameInputs } from './renameInputs.js';

/**
 * Removes the `Identity` nodes that name the outputs: the node that computes the value takes the output's name. One
 * stays where the value is a constant or the input, or has another output's name already.
 */
export function removeIdentities(graph: Graph): Graph {
  const nodeNames = new Set(graph.nodes.map(({ name }) => name));
  const taken = new Set(graph.outputs);
  const renamed = new Map<string, string>();
  const removed = new Set<string>();
  for (const { name, op, inputs } of graph.nodes) {
    const [source = ''] = inputs;
    if (op !== 'Identity' || !nodeNames.has(source) || taken.has(source) || renamed.has(source)) continue;
    renamed.set(source, name);
    removed.add(name);
  }
  const nodes = graph.nodes
    .filter(({ name }) => !removed.has(name))
    .map((node) => ({ ...renameInputs(node, renamed), name: renamed.get(node.name) ?? node.name }));
  return { ...graph, nodes };
}
