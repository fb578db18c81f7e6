import { useBackend } from '@tenlab/core';
import { beforeEach, describe, expect, test } from 'vitest';
import golden from '../../golden/architectures.json';
import { type Config, clearSession, Dense, Input, Model, MultiHeadAttention } from '../index';
import { graphConfig, graphFromConfig } from './functional-config';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

const shared = golden.models.shared.json.config as unknown as Config;

describe('the config of a graph', () => {
  test('counts the calls of a layer that belong to the model, not those of others', () => {
    const layer = new Dense({ units: 2, name: 'd' });
    layer.apply(Input({ shape: [2] }));
    const x = Input({ shape: [2], name: 'x' });
    const model = new Model({ inputs: x, outputs: layer.apply(x) });
    const config = graphConfig(model.graph as NonNullable<typeof model.graph>);
    expect(config.output_layers).toEqual(['d', 0, 0]);
    expect((config.layers as Config[]).map(({ name }) => name)).toEqual(['x', 'd']);
  });

  test('tells value and key of attention without their names, as Keras does where they are called so', () => {
    const x = Input({ shape: [3, 2], name: 'x' });
    const attention = new MultiHeadAttention({ numHeads: 1, keyDim: 2 });
    const model = new Model({ inputs: x, outputs: attention.apply(x, { value: x, key: x, useCausalMask: true }) });
    const [, { inbound_nodes }] = graphConfig(model.graph as NonNullable<typeof model.graph>).layers as Config[] as [
      Config,
      { inbound_nodes: { args: unknown[]; kwargs: Config }[] },
    ];
    expect(inbound_nodes.map(({ args, kwargs }) => [args.length, kwargs])).toEqual([[3, { use_causal_mask: true }]]);
  });

  test('is read also where a call waits for another of a shared layer', () => {
    const { inputs, outputs } = graphFromConfig('m', shared);
    expect([inputs, outputs].map((tensors) => (tensors as unknown[]).length)).toEqual([2, 2]);
  });

  test('is refused when calls are missing or run in circles', () => {
    const layers = shared.layers as Config[];
    const without = { ...shared, layers: layers.filter(({ name }) => name !== 'tower') };
    expect(() => graphFromConfig('Model m', without)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Model m: all calls of the config must be possible. Received: a call on the output of 'tower', which is not in the model. Write the config again from the model it came from.]`,
    );
    const loop = JSON.parse(JSON.stringify(shared).replaceAll('["b",0,0]', '["kind",0,0]')) as Config;
    expect(() => graphFromConfig('Model m', loop)).toThrow(/loops or missing parts at/);
    expect(() => graphFromConfig('Model m', { ...shared, output_layers: ['tower', 7, 0] })).toThrow(
      /no output 0 of call 7/,
    );
  });
});
