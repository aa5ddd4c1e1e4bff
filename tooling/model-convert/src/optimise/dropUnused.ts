import type { Graph } from '../graph/Graph.js';

/** Removes nodes and constants that no output depends on. */
export function dropUnused(graph: Graph): Graph {
  const needed = new Set(graph.outputs);
  // Nodes stand in execution order, so one pass from the end sees every reader before what it reads.
  const nodes = [...graph.nodes].reverse().filter(({ name, inputs }) => {
    if (!needed.has(name)) return false;
    inputs.forEach((input) => needed.add(input));
    return true;
  });
  return {
    ...graph,
    nodes: nodes.reverse(),
    constants: graph.constants.filter(({ name }) => needed.has(name)),
  };
}
