import type { Graph, GraphNode } from '../graph/Graph.js';

/** A reshape of a reshape reads what the first one read: only the last shape counts. */
export function collapseReshapes(graph: Graph): Graph {
  const reshapes = new Map<string, GraphNode>();
  const nodes = graph.nodes.map((node) => {
    if (node.op !== 'Reshape') return node;
    const [source = '', shape = ''] = node.inputs;
    const origin = reshapes.get(source)?.inputs[0] ?? source;
    const collapsed = { ...node, inputs: [origin, shape] };
    reshapes.set(node.name, collapsed);
    return collapsed;
  });
  return { ...graph, nodes };
}
