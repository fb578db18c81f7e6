import { describe, expect, it } from 'vitest';
import { modernConfig } from './keras2-config';

const layer = (class_name: string, config: object, more: object = {}) => ({ class_name, config, ...more });

describe('modernConfig', () => {
  it('leaves a configuration of Keras 3 as it is', () => {
    const config = layer('Dense', {
      name: 'dense',
      units: 3,
      dtype: { class_name: 'DTypePolicy', config: { name: 'float32' } },
    });
    expect(modernConfig(config)).toEqual(config);
  });

  it('renames the shape of an input, and makes an input of that of a first layer', () => {
    expect(modernConfig(layer('InputLayer', { batch_input_shape: [null, 4], name: 'x' }))).toEqual(
      layer('InputLayer', { batch_shape: [null, 4], name: 'x' }),
    );
    const { config } = modernConfig(
      layer('Sequential', [layer('Dense', { batch_input_shape: [null, 4], units: 1 })]),
    ) as { config: { layers: object[] } };
    expect(config.layers).toEqual([
      {
        module: 'keras.layers',
        registered_name: null,
        ...layer('InputLayer', { batch_shape: [null, 4], dtype: 'float32' }),
      },
      layer('Dense', { units: 1 }),
    ]);
  });

  it('drops how to compute, renames, and keeps what it does not know', () => {
    expect(modernConfig(layer('LSTM', { units: 2, implementation: 2, time_major: false }))).toEqual(
      layer('LSTM', { units: 2 }),
    );
    expect(modernConfig(layer('LSTM', { units: 2, time_major: true }))).toEqual(
      layer('LSTM', { units: 2, time_major: true }),
    );
    expect(modernConfig(layer('LeakyReLU', { alpha: 0.2 }))).toEqual(layer('LeakyReLU', { negative_slope: 0.2 }));
    expect(modernConfig(layer('BatchNormalization', { axis: [3] }))).toEqual(layer('BatchNormalization', { axis: 3 }));
    const separable = { filters: 2, groups: 1, kernel_initializer: 'x', depthwise_initializer: 'y' };
    expect(modernConfig(layer('SeparableConv2D', separable))).toEqual(
      layer('SeparableConv2D', { filters: 2, depthwise_initializer: 'y' }),
    );
  });

  it('turns calls into those of Keras 3, and counts them as it does', () => {
    const graph = layer('Model', {
      layers: [
        layer('InputLayer', {}, { name: 'x', inbound_nodes: [] }),
        layer(
          'Sequential',
          { layers: [layer('InputLayer', {})] },
          { name: 'inner', inbound_nodes: [[['x', 0, 0, {}]]] },
        ),
        layer(
          'Add',
          {},
          {
            name: 'add',
            inbound_nodes: [
              [
                ['x', 0, 0, {}],
                ['inner', 1, 0, {}],
              ],
            ],
          },
        ),
        layer(
          'LSTM',
          {},
          { name: 'lstm', inbound_nodes: [[['add', 0, 0, { initial_state: [['x', 0, 0]], training: true }]]] },
        ),
      ],
      input_layers: [['x', 0, 0]],
      output_layers: [
        ['inner', 1, 0],
        ['lstm', 0, 0],
      ],
    });
    const tensor = (name: string, call = 0) => ({
      class_name: '__keras_tensor__',
      config: { keras_history: [name, call, 0] },
    });
    const { class_name, config } = modernConfig(graph) as {
      class_name: string;
      config: { layers: { inbound_nodes: unknown }[]; output_layers: unknown };
    };
    expect(class_name).toBe('Functional');
    expect(config.layers.map(({ inbound_nodes: nodes }) => nodes)).toEqual([
      [],
      [{ args: [tensor('x')], kwargs: {} }],
      [{ args: [[tensor('x'), tensor('inner')]], kwargs: {} }],
      [{ args: [tensor('add')], kwargs: { initial_state: [tensor('x')], training: true } }],
    ]);
    expect(config.output_layers).toEqual([
      ['inner', 0, 0],
      ['lstm', 0, 0],
    ]);
  });

  it('turns a rate that sinks into a schedule', () => {
    expect(modernConfig(layer('SGD', { lr: 0.1, decay: 0 }))).toEqual(layer('SGD', { learning_rate: 0.1 }));
    expect(modernConfig(layer('Custom>SGD', { learning_rate: 0.1, decay: 0.5, jit_compile: false }))).toEqual(
      layer('SGD', {
        learning_rate: layer('InverseTimeDecay', { initial_learning_rate: 0.1, decay_steps: 1, decay_rate: 0.5 }),
      }),
    );
  });

  it('takes __proto__ for an ordinary name', () => {
    modernConfig(JSON.parse('{"class_name":"Dense","config":{"__proto__":{"polluted":1},"constructor":1}}'));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
