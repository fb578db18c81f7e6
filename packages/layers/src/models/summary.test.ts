import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type CallOptions, clearSession, Dense, Model, Sequential } from '../index';
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

  test('refuses an option it does not know', () => {
    const model = new Sequential([new Dense({ units: 2, inputShape: [3] })]);
    expect(() => model.summary({ printFn: () => {} } as never)).toThrow(/Did you mean `print`\?/);
  });
});

test('sizes are printed as in Keras', () => {
  expect([0, 256, 867112, 2600832].map(readableSize)).toEqual(['0.00 B', '256.00 B', '846.79 KB', '2.48 MB']);
});
