import { describe, expect, it } from '@jest/globals';
import { attribute } from '../graph/attribute.js';
import type { Graph, GraphNode } from '../graph/Graph.js';
import { GraphBuilder } from '../graph/GraphBuilder.js';
import { optimiseGraph } from './optimiseGraph.js';

const INPUT = { name: 'input', shape: [1, 1, 1, 1] };

function graphOf(add: (builder: GraphBuilder) => readonly string[]): Graph {
  const builder = new GraphBuilder();
  return builder.build(INPUT, add(builder));
}

function convolve(builder: GraphBuilder, input: string): string {
  const weight = (shape: number[]): string =>
    builder.constant({ dtype: 'float32', data: Float32Array.of(2) }, shape);
  const attributes = { num_args: attribute.int(1), fused_ops: attribute.texts(['BiasAdd']) };
  return builder.node({ op: '_FusedConv2D', inputs: [input, weight([1, 1, 1, 1]), weight([1])], attributes });
}

function output(builder: GraphBuilder, value: string, name: string): string {
  return builder.node({ op: 'Identity', inputs: [value], name });
}

function ops({ nodes }: Graph): string[] {
  return nodes.map(({ op }) => op);
}

function decoded(node: GraphNode | undefined, name: string): string[] {
  const value = node?.attributes[name];
  const texts = value !== undefined && 'list' in value && 's' in value.list ? value.list.s : [];
  return texts.map((text) => Buffer.from(text, 'base64').toString());
}

describe('fusing activations', () => {
  it('moves a PRELU and its slopes into the convolution before it', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const slopes = builder.constant({ dtype: 'float32', data: Float32Array.of(0.5) }, [1, 1, 1]);
        return [
          output(
            builder,
            builder.node({ op: 'Prelu', inputs: [convolve(builder, 'input'), slopes] }),
            'result',
          ),
        ];
      }),
    );
    expect(ops(graph)).toEqual(['_FusedConv2D']);
    expect(decoded(graph.nodes[0], 'fused_ops')).toEqual(['BiasAdd', 'Prelu']);
    expect(graph.nodes[0]?.attributes['num_args']).toEqual({ i: '2' });
    expect(graph.nodes[0]?.inputs).toHaveLength(4);
  });

  it('leaves a convolution alone that something else reads before its activation', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const convolved = convolve(builder, 'input');
        const relu = builder.node({ op: 'Relu', inputs: [convolved] });
        return [output(builder, builder.node({ op: 'AddV2', inputs: [convolved, relu] }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['_FusedConv2D', 'Relu', 'AddV2']);
  });

  it('fuses one activation and no second one behind it', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const relu = builder.node({ op: 'Relu', inputs: [convolve(builder, 'input')] });
        return [output(builder, builder.node({ op: 'Relu6', inputs: [relu] }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['_FusedConv2D', 'Relu6']);
    expect(decoded(graph.nodes[0], 'fused_ops')).toEqual(['BiasAdd', 'Relu']);
  });

  it('does not fuse an activation of something else than a convolution', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const sum = builder.node({ op: 'AddV2', inputs: ['input', 'input'] });
        return [output(builder, builder.node({ op: 'Relu', inputs: [sum] }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['AddV2', 'Relu']);
  });
});

describe('merging equals', () => {
  it('computes the same thing once', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const twice = [1, 2].map(() =>
          builder.node({ op: 'Reshape', inputs: ['input', builder.ints([1, 1])] }),
        );
        return [output(builder, builder.node({ op: 'AddV2', inputs: twice }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['Reshape', 'AddV2']);
    expect(graph.constants).toHaveLength(1);
    expect(graph.nodes[1]?.inputs).toEqual([graph.nodes[0]?.name, graph.nodes[0]?.name]);
  });

  it('keeps constants of equal bytes but another shape or type apart', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const constants = [
          builder.ints([0], [1]),
          builder.ints([0], []),
          builder.constant({ dtype: 'float32', data: Float32Array.of(0) }, [1]),
        ];
        return [output(builder, builder.node({ op: 'Custom', inputs: constants }), 'result')];
      }),
    );
    expect(graph.constants).toHaveLength(3);
  });

  it('keeps nodes apart that differ in an attribute', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const pair = [1, 2].map((size) =>
          builder.node({
            op: 'MaxPool',
            inputs: ['input'],
            attributes: { ksize: attribute.ints([1, size, size, 1]) },
          }),
        );
        return [output(builder, builder.node({ op: 'AddV2', inputs: pair }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['MaxPool', 'MaxPool', 'AddV2']);
  });
});

describe('outputs', () => {
  it('give their names to the nodes that compute them', () => {
    const graph = optimiseGraph(
      graphOf((builder) => [output(builder, builder.node({ op: 'Relu', inputs: ['input'] }), 'result')]),
    );
    expect(graph.nodes).toEqual([{ name: 'result', op: 'Relu', inputs: ['input'], attributes: {} }]);
  });

  it('keep two names for one value', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const relu = builder.node({ op: 'Relu', inputs: ['input'] });
        return [output(builder, relu, 'first'), output(builder, relu, 'second')];
      }),
    );
    expect(graph.nodes.map(({ name, op, inputs }) => [name, op, inputs])).toEqual([
      ['first', 'Relu', ['input']],
      ['second', 'Identity', ['first']],
    ]);
  });

  it('keep an Identity of the input', () => {
    expect(ops(optimiseGraph(graphOf((builder) => [output(builder, 'input', 'result')])))).toEqual([
      'Identity',
    ]);
  });

  it('need nothing that is not read', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        convolve(builder, 'input');
        return [output(builder, builder.node({ op: 'Relu', inputs: ['input'] }), 'result')];
      }),
    );
    expect(ops(graph)).toEqual(['Relu']);
    expect(graph.constants).toEqual([]);
  });

  it('take only the last of several reshapes', () => {
    const graph = optimiseGraph(
      graphOf((builder) => {
        const flat = builder.node({ op: 'Reshape', inputs: ['input', builder.ints([1])] });
        return [
          output(builder, builder.node({ op: 'Reshape', inputs: [flat, builder.ints([1, 1])] }), 'result'),
        ];
      }),
    );
    expect(ops(graph)).toEqual(['Reshape']);
    expect(graph.constants.map(({ shape }) => shape)).toEqual([[2]]);
  });
});
