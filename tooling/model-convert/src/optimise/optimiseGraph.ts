import type { Graph } from '../graph/Graph.js';
import { collapseReshapes } from './collapseReshapes.js';
import { dropUnused } from './dropUnused.js';
import { fuseActivations } from './fuseActivations.js';
import { mergeEqual } from './mergeEqual.js';
import { removeIdentities } from './removeIdentities.js';

/** Which passes run; all by default. Left out singly to measure what each is worth. */
export interface OptimiseOptions {
  /** @default true */
  readonly fuseActivations?: boolean;
  /** @default true */
  readonly collapseReshapes?: boolean;
  /** @default true */
  readonly mergeEqual?: boolean;
  /** @default true */
  readonly removeIdentities?: boolean;
}

/**
 * Makes the graph cheaper to run without changing what it computes: fewer nodes, the same arithmetic in the same order.
 *
 * @example optimiseGraph(convertTflite(model, outputs))
 */
export function optimiseGraph(graph: Graph, options: OptimiseOptions = {}): Graph {
  const fused = (options.fuseActivations ?? true) ? fuseActivations(graph) : graph;
  const collapsed = (options.collapseReshapes ?? true) ? collapseReshapes(fused) : fused;
  const merged = (options.mergeEqual ?? true) ? mergeEqual(collapsed) : collapsed;
  const named = (options.removeIdentities ?? true) ? removeIdentities(merged) : merged;
  return dropUnused(named);
}
