import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CallOptions, Conv2D, clearSession, Dense, Flatten, Input, Model, Sequential } from '../index';
import { readableSize } from './summary';

beforeEach(async () => {
  await useBackend('cpu');
  clearSession();
});

// That the tables are Keras's, letter by letter, is in architectures.test.ts.
describe('summary', () => {
  test('is printed and returned', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const model = new Sequential([new Dense({ units: 2, inputShape: [3] })]);
    const text = model.summary();
    expect(log).toHaveBeenCalledWith(text);
    const lines: string[] = [];
    model.summary({ print: (line) => lines.push(line) });
    expect(lines).toEqual([text]);
    log.mockRestore();
  });

  test('shows the layers of a subclass, and what the optimizer holds', () => {
    class Own extends Model {
      static override readonly className: string = 'Own';
      readonly dense = new Dense({ units: 2 });
      override call(inputs: tf.Tensor, _options: CallOptions): tf.Tensor {
        return this.dense.apply(inputs);
      }
    }
    const model = new Own();
    model.compile({ optimizer: 'adam', loss: 'mse' });
    model.apply(tf.ones([1, 3]));
    model.optimizer.build(model.trainableWeights);
    expect(model.summary({ print: false, lineLength: 60 })).toMatchInlineSnapshot(`
      "Model: "own"
      ┏━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━┓
      ┃ Layer (type)             ┃ Output Shape      ┃   Param # ┃
      ┡━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━┩
      │ dense (Dense)            │ (1, 2)            │         8 │
      └──────────────────────────┴───────────────────┴───────────┘
       Total params: 26 (104.00 B)
       Trainable params: 8 (32.00 B)
       Non-trainable params: 0 (0.00 B)
       Optimizer params: 18 (72.00 B)"
    `);
  });

  test('tells the multiply-accumulates, layer by layer and in all', () => {
    const stack = new Sequential([
      new Conv2D({ filters: 2, kernelSize: 3, inputShape: [6, 6, 1] }),
      new Flatten(),
      new Dense({ units: 3 }),
    ]);
    expect(stack.summary({ print: false, showMacs: true })).toMatchInlineSnapshot(`
      "Model: "sequential"
      ┏━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━━━━━┓
      ┃ Layer (type)             ┃ Output Shape     ┃      Param # ┃        MACs ┃
      ┡━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━━━━━┩
      │ conv2d (Conv2D)          │ (None, 4, 4, 2)  │           20 │         288 │
      ├──────────────────────────┼──────────────────┼──────────────┼─────────────┤
      │ flatten (Flatten)        │ (None, 32)       │            0 │           0 │
      ├──────────────────────────┼──────────────────┼──────────────┼─────────────┤
      │ dense (Dense)            │ (None, 3)        │           99 │          96 │
      └──────────────────────────┴──────────────────┴──────────────┴─────────────┘
       Total params: 119 (476.00 B)
       Trainable params: 119 (476.00 B)
       Non-trainable params: 0 (0.00 B)
       Total MACs: 384 (one sample, forward)"
    `);
    const [a, b] = [Input({ shape: [4], name: 'a' }), Input({ shape: [4], name: 'b' })];
    const inner = new Sequential([new Dense({ units: 2, inputShape: [4] })], { name: 'inner' });
    const outputs = [inner.apply(a), inner.apply(b)];
    const graph = new Model({ inputs: [a, b], outputs, name: 'graph' });
    expect(graph.summary({ print: false, showMacs: true, expandNested: true })).toMatchInlineSnapshot(`
      "Model: "graph"
      ┏━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━━━━━━━━┓
      ┃ Layer (type)       ┃ Output Shape ┃  Param # ┃     MACs ┃ Connected to   ┃
      ┡━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━━━━━━━━┩
      │ a (InputLayer)     │ (None, 4)    │        0 │        0 │ -              │
      ├────────────────────┼──────────────┼──────────┼──────────┼────────────────┤
      │ b (InputLayer)     │ (None, 4)    │        0 │        0 │ -              │
      ├────────────────────┼──────────────┼──────────┼──────────┼────────────────┤
      │ inner (Sequential) │ (None, 2)    │       10 │       16 │ a[0][0],       │
      │                    │              │          │          │ b[0][0]        │
      ├────────────────────┼──────────────┼──────────┼──────────┼────────────────┤
      │    └ dense_1       │ (None, 2)    │       10 │        8 │ -              │
      │ (Dense)            │              │          │          │                │
      └────────────────────┴──────────────┴──────────┴──────────┴────────────────┘
       Total params: 10 (40.00 B)
       Trainable params: 10 (40.00 B)
       Non-trainable params: 0 (0.00 B)
       Total MACs: 16 (one sample, forward)"
    `);
  });

  test('shows what it does not know of a subclass as a question mark', () => {
    class Own extends Model {
      static override readonly className: string = 'Own';
      readonly known = new Dense({ units: 2 });
      readonly open = new Dense({ units: 2 });
      override call(inputs: tf.Tensor, _options: CallOptions): tf.Tensor {
        return this.known.apply(inputs);
      }
    }
    const model = new Own();
    model.apply(tf.ones([1, 3]));
    const lines = model.summary({ print: false, showMacs: true }).split('\n');
    expect(lines.filter((line) => /Dense|Total MACs/.test(line)).map((line) => line.replace(/ +/g, ' '))).toEqual([
      '│ dense (Dense) │ (1, 2) │ 8 │ 6 │',
      '│ dense_1 (Dense) │ ? │ 0 (unbuilt) │ ? │',
      ' Total MACs: ? (one sample, forward)',
    ]);
  });

  test('refuses an option it does not know', () => {
    const model = new Sequential([new Dense({ units: 2, inputShape: [3] })]);
    expect(() => model.summary({ printFn: () => {} } as never)).toThrow(/Did you mean `print`\?/);
  });
});

test('sizes are printed as in Keras', () => {
  expect([0, 256, 867112, 2600832].map(readableSize)).toEqual(['0.00 B', '256.00 B', '846.79 KB', '2.48 MB']);
});
