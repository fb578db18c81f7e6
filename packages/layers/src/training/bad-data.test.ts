import { TenlabError, useBackend } from '@tenlab/core';
import { expectNoLeak } from '@tenlab/testing';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Callback,
  type CompileOptions,
  Dense,
  Embedding,
  type FitOptions,
  Flatten,
  Input,
  Model,
  Sequential,
  type StepLogs,
} from '../index';

beforeAll(async () => {
  await useBackend('wasm');
});

const x = [
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
];
const y = [0, 1, 0, 1];
const silent = { verbose: 0 } as const;

function made(loss: CompileOptions['loss'] = 'sparse_categorical_crossentropy', units = 2): Sequential {
  const model = new Sequential([new Dense({ units, inputShape: [2] })], { name: 'net' });
  model.compile({ optimizer: 'sgd', loss });
  return model;
}

/** Holds that a call fails with an error of three parts that says this, and that nothing is left of it. */
async function refuses(make: () => Model, call: (model: Model) => Promise<unknown>, message: RegExp): Promise<void> {
  await expectNoLeak(async () => {
    const model = make();
    const error = await call(model).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    model.dispose();
    expect(error).toBeInstanceOf(TenlabError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message).toMatch(/^.+: .+ Received: .+\. .+/s);
    return [];
  });
}

const fits =
  (data: unknown, targets: unknown, options: FitOptions = {}) =>
  (model: Model) =>
    model.fit(data as number[][], targets as number[], { ...silent, ...options });

describe('labels', () => {
  test.each<readonly [string, CompileOptions['loss'], number, unknown, RegExp]>([
    ['too large', 'sparse_categorical_crossentropy', 2, [0, 1, 2, 1], /'net', fit: labels .* 2 at index 2/],
    ['negative', 'sparse_categorical_crossentropy', 2, [0, 1, -1, 1], /-1 at index 2/],
    ['between', 'sparse_categorical_crossentropy', 2, [0, 1, 0.5, 1], /0.5 at index 2/],
    ['not a number', 'sparse_categorical_crossentropy', 2, [0, Number.NaN, 0, 1], /`y` must hold numbers/],
    ['of classes for yes or no', 'binary_crossentropy', 1, [0, 1, 2, 1], /from 0 to 1 .* 2 at index 2/],
    [
      'not one-hot',
      'categorical_crossentropy',
      2,
      [
        [0, 2],
        [1, 0],
        [0, 1],
        [1, 0],
      ],
      /from 0 to 1 .* 2 at index 1/,
    ],
  ])('%s', async (_, loss, units, labels, message) => {
    await refuses(() => made(loss, units), fits(x, labels), message);
    await refuses(
      () => made(loss, units),
      fits(() => [[x, labels]], null),
      /Received: /,
    );
    await refuses(
      () => made(loss, units),
      (model) => model.evaluate(x, labels as number[], silent),
      /evaluate: /,
    );
    const validationData = [x, labels] as never;
    await refuses(
      () => made(loss, units),
      fits(
        x,
        units === 1 || loss === 'sparse_categorical_crossentropy'
          ? y
          : [
              [0, 1],
              [1, 0],
              [0, 1],
              [1, 0],
            ],
        { validationData },
      ),
      /fit, validation: /,
    );
  });

  test('that are soft are taken', async () => {
    const model = made('binary_crossentropy', 1);
    await model.fit(x, [0, 0.3, 1, 0.9], silent);
    model.dispose();
  });
});

describe('an id without a vector', () => {
  const stack = () => {
    const layers = [
      new Embedding({ inputDim: 3, outputDim: 2, name: 'words' }),
      new Flatten(),
      new Dense({ units: 1 }),
    ];
    const model = new Sequential(layers);
    model.compile({ loss: 'mse' });
    return model;
  };
  const graph = () => {
    const ids = Input({ shape: [2], dtype: 'int32', name: 'ids' });
    const vectors = new Embedding({ inputDim: 3, outputDim: 2, name: 'words' }).apply(ids);
    const model = new Model({ inputs: ids, outputs: new Dense({ units: 1 }).apply(new Flatten().apply(vectors)) });
    model.compile({ loss: 'mse' });
    return model;
  };

  test.each([
    ['a stack', stack],
    ['a graph', graph],
  ] as const)('is told before training, in %s', async (_, make) => {
    const message = /Embedding '.*words.*': ids must be whole numbers from 0 to 2. Received: 5 in sample 1/;
    await refuses(
      make,
      fits(
        [
          [1, 2],
          [0, 5],
        ],
        [1, 1],
      ),
      message,
    );
    await refuses(
      make,
      (model) =>
        model.predict(
          [
            [1, 2],
            [0, 5],
          ],
          silent,
        ),
      message,
    );
    await refuses(
      make,
      fits(
        [
          [1, 2],
          [0, -1],
        ],
        [1, 1],
      ),
      /Received: -1 in sample 1/,
    );
  });

  test('by its name in a record', async () => {
    await refuses(graph, fits({ ids: [[1, 3]] }, [1]), /Received: 3 in sample 0/);
  });
});

describe('no data', () => {
  test.each([
    ['arrays', [], []],
    ['a generator', () => [], null],
    ['an empty batch', () => [[[], []]], null],
  ])('%s', async (_, data, targets) => {
    await refuses(made, fits(data, targets), /must (hold|be) at least one (sample|batch)/);
    await refuses(
      made,
      fits(x, y, { validationData: (targets ? [data, targets] : data) as never }),
      /validation: .*at least one/,
    );
  });

  test('a disposed tensor', async () => {
    const gone = tf.ones([4, 2]);
    gone.dispose();
    await refuses(made, fits(gone, y), /`x` must still be in memory. Received: Tensor float32 \[4, 2\]/);
  });
});

describe('what is no number', () => {
  const holed = [
    [1, Number.NaN],
    [3, 4],
    [5, 6],
    [7, 8],
  ];

  test('in the data', async () => {
    await refuses(made, fits(holed, y), /`x` must hold numbers only. Received: NaN in sample 0, element 1/);
    await refuses(
      made,
      fits(() => [[holed, y]], null),
      /`x` must hold numbers only/,
    );
    await refuses(made, fits(x, y, { validationData: [holed, y] }), /validation: `x` must hold numbers only/);
    await refuses(made, (model) => model.predict(holed, silent), /predict: `x` must hold/);
  });

  test('in the targets or the weights', async () => {
    await refuses(() => made('mse', 1), fits(x, [1, Number.NaN, 0, 1]), /`y` must hold numbers only/);
    await refuses(made, fits(x, y, { sampleWeight: [1, Number.NaN, 1, 1] }), /`sampleWeight` must hold numbers only/);
    await refuses(
      made,
      fits(() => [[x, y, [1, Number.NaN, 1, 1]]], null),
      /`sampleWeight` must hold numbers only/,
    );
  });

  test('in the loss', async () => {
    const model = () => made('mse', 1);
    await refuses(
      model,
      fits([[1e30, 1e30]], [1], { epochs: 3 }),
      /the loss must stay a number. Received: NaN in epoch/,
    );
  });
});

describe('sample weights', () => {
  test.each([
    ['too few', [1, 1], /4 in `x`, 4 in `y`, 2 in `sampleWeight`/],
    [
      'of another shape',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      /`sampleWeight` must fit the losses, of shape \(4,\). Received: shape \(4, 3\)/,
    ],
    [
      'with an axis too many',
      [
        [[1], [1]],
        [[1], [1]],
        [[1], [1]],
        [[1], [1]],
      ],
      /`sampleWeight` must fit the losses/,
    ],
    [
      'for an output that is not there',
      { odd: [1, 1, 1, 1] },
      /`sampleWeight`: they must be for outputs, '.*'. Received: 'odd'/,
    ],
    [
      'for two outputs',
      [tf.util.makeOnesTypedArray(4, 'float32'), tf.util.makeOnesTypedArray(4, 'float32')],
      /one for each of the 1 outputs. Received: 2/,
    ],
    ['as texts', ['a', 'b', 'c', 'd'], /`sampleWeight` must hold numbers. Received: texts/],
    ['as a text', 'abc', /`sampleWeight` must be a tensor, an array/],
  ])('%s', async (_, sampleWeight, message) => {
    await refuses(made, fits(x, y, { sampleWeight: sampleWeight as never }), message);
    await refuses(made, (model) => model.evaluate(x, y, { ...silent, sampleWeight: sampleWeight as never }), message);
  });
});

describe('class weights', () => {
  test.each([
    [{ cat: 1, dog: 2 }, /classes of `classWeight` must be whole numbers from 0. Received: 'cat'/],
    [{ '-1': 2 }, /Received: '-1'/],
    [{ 0: Number.NaN }, /must be a record of numbers by class/],
    [3, /must be a record of numbers by class. Received: 3/],
  ])('%o', async (classWeight, message) => {
    await refuses(made, fits(x, y, { classWeight: classWeight as never }), message);
  });

  test('beside batches', async () => {
    await refuses(
      made,
      fits(() => [[x, y]], null, { classWeight: { 0: 2 } }),
      /no `classWeight` beside data that comes in batches/,
    );
  });
});

describe('validation data', () => {
  test.each([
    ['of one part', [x], /`validationData` must be \[x, y\]/],
    ['of four parts', [x, y, y, y], /`validationData` must be/],
    ['a number', 3, /`validationData` must be/],
    ['a record', { x, y }, /`validationData` must be/],
    [
      'of another width',
      [[[1, 2, 3]], [1]],
      /validation: input '.*' must have shape \(None, 2\), as in training. Received: shape \(1, 3\)/,
    ],
    [
      'with one-hot targets',
      [
        x,
        [
          [0, 1],
          [1, 0],
          [0, 1],
          [1, 0],
        ],
      ],
      /validation: `y` must have shape \(None,\), as in training. Received: shape \(4, 2\)/,
    ],
    ['of two lengths', [x, [1]], /validation: all arrays must have the same number/],
    ['without targets', [x, null], /validation: there must be targets/],
    [
      'with weights of another shape',
      [
        x,
        y,
        [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      ],
      /`sampleWeight` must fit/,
    ],
  ])('%s', async (_, validationData, message) => {
    await refuses(made, fits(x, y, { validationData: validationData as never }), message);
  });

  test('is looked at before training', async () => {
    const model = made();
    const before = [...(model.getWeights()[0] as tf.Tensor).dataSync()];
    await expect(model.fit(x, y, { ...silent, validationData: [[[1, 2, 3]], [1]] })).rejects.toThrow(/as in training/);
    expect([...(model.getWeights()[0] as tf.Tensor).dataSync()]).toEqual(before);
    model.dispose();
  });

  test('of sequences may have another length', async () => {
    const model = new Sequential([new Dense({ units: 1, inputShape: [null, 2] })]);
    model.compile({ loss: 'mse' });
    await model.fit(tf.ones([2, 3, 2]), tf.ones([2, 3, 1]), {
      ...silent,
      validationData: [tf.ones([2, 5, 2]), tf.ones([2, 5, 1])],
    });
    model.dispose();
  });
});

describe('a run within a run', () => {
  class Within extends Callback {
    readonly call: (model: Model) => Promise<unknown>;
    constructor(call: (model: Model) => Promise<unknown>) {
      super();
      this.call = call;
    }
    override async onEpochEnd() {
      await this.call(this.model as Model);
    }
  }

  test('of the same model is refused, in a callback and beside it', async () => {
    const message = /'net', fit: the model must not be in training already. Received: a call of fit\(\)/;
    await refuses(made, fits(x, y, { callbacks: [new Within((model) => model.fit(x, y, silent))] }), message);
    const twice = async (model: Model) => {
      const first = model.fit(x, y, silent);
      await Promise.all([first, model.fit(x, y, silent)]).finally(() => first);
    };
    await refuses(made, twice, message);
  });

  test('that only looks is allowed', async () => {
    const model = made();
    const seen: unknown[] = [];
    const look = async () => seen.push(await model.evaluate(x, y, silent));
    await model.fit(x, y, { ...silent, epochs: 2, callbacks: [new Within(look)] });
    expect(seen).toHaveLength(2);
    await model.fit(x, y, silent);
    model.dispose();
  });
});

test('a step of one’s own that returns no metrics is told', async () => {
  class Forgetful extends Sequential {
    override trainStep(): StepLogs {
      return undefined as never;
    }
  }
  const make = () => {
    const model = new Forgetful([new Dense({ units: 1, inputShape: [2] })]);
    model.compile({ loss: 'mse' });
    return model;
  };
  await refuses(make, fits(x, y), /a step must return a record of tensors.* Received: undefined/);
});
