import { expect, it } from 'vitest';
import { keras2Topology } from './keras2-topology';

it('turns what differs in Keras 3 back', () => {
  const tensor = {
    class_name: '__keras_tensor__',
    config: { shape: [null, 4], dtype: 'float32', keras_history: ['in', 0, 0] },
  };
  const policy = { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null };
  const config = {
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    registered_name: 'Functional',
    compile_config: {},
    config: {
      name: 'm',
      layers: [
        {
          class_name: 'InputLayer',
          config: { batch_shape: [null, 4], dtype: 'float32' },
          name: 'in',
          inbound_nodes: [],
        },
        {
          module: 'keras.layers',
          class_name: 'Dense',
          config: { units: 2, dtype: policy },
          registered_name: null,
          build_config: {},
          name: 'd',
          inbound_nodes: [{ args: [tensor], kwargs: {} }],
        },
      ],
      input_layers: ['in', 0, 0],
      output_layers: [['d', 0, 0]],
    },
  };
  expect(keras2Topology(config)).toEqual({
    class_name: 'Model',
    config: {
      name: 'm',
      layers: [
        {
          class_name: 'InputLayer',
          config: { batch_input_shape: [null, 4], dtype: 'float32' },
          name: 'in',
          inbound_nodes: [],
        },
        { class_name: 'Dense', config: { units: 2, dtype: 'float32' }, name: 'd', inbound_nodes: [[['in', 0, 0, {}]]] },
      ],
      input_layers: [['in', 0, 0]],
      output_layers: [['d', 0, 0]],
    },
  });
});
