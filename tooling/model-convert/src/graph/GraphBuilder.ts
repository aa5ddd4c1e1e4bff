import type { ConstantValues, Graph, GraphConstant, GraphNode, NodeAttribute } from './Graph.js';

/** What {@link GraphBuilder.node} takes. */
export interface NodeParts {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes?: Readonly<Record<string, NodeAttribute>>;
  /** Given to outputs; others are numbered. */
  readonly name?: string;
}

/** Collects nodes and constants in order and names them by number, so that the same file gives the same names. */
export class GraphBuilder {
  private readonly constants: GraphConstant[] = [];
  private readonly nodes: GraphNode[] = [];

  /** @returns the name to refer to it by */
  constant(values: ConstantValues, shape: readonly number[]): string {
    const name = `c${this.constants.length}`;
    this.constants.push({ ...values, name, shape });
    return name;
  }

  /** A constant of small whole numbers: an axis, a shape, paddings. */
  ints(values: readonly number[], shape: readonly number[] = [values.length]): string {
    return this.constant({ dtype: 'int32', data: Int32Array.from(values) }, shape);
  }

  /** @returns the name to refer to it by */
  node({ op, inputs, attributes = {}, name = `n${this.nodes.length}` }: NodeParts): string {
    this.nodes.push({ name, op, inputs, attributes });
    return name;
  }

  build(input: Graph['input'], outputs: readonly string[]): Graph {
    return { input, constants: [...this.constants], nodes: [...this.nodes], outputs };
  }
}
