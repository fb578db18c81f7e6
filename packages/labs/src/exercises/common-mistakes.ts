// Mistakes that learners make in every lab, told alike in all of them.
import type { Sequential } from '@tenlab/layers';
import { readable } from '../texts';
import { activationOf, checkHiddenActivations } from './activations-of';
import { type Heard, near, numbersOf } from './ask';
import { checkLearningRate } from './check-learning-rate';
import { Mistake } from './mistake';

/** What `fit` is to be given, and what it must not. */
export interface GivenExamples {
  x: { data: Float32Array | Int32Array; shape: readonly number[] };
  y: ArrayLike<number>;
}

/** @throws Mistake `not-a-model` */
export function expectModel(answer: unknown): Sequential {
  if (typeof (answer as Sequential | null)?.fit === 'function') return answer as Sequential;
  throw new Mistake('not-a-model', {
    en: 'The function must return the model itself.',
    zh: '函数必须返回模型本身。',
  });
}

/** An error of a layer that does not like its input's shape is a wrong input shape, with the layer's own words; others stay. */
export function shapeMistake(error: unknown, wanted: string): unknown {
  if (error instanceof Mistake || !(error instanceof Error) || !/shape|rank|dimension/i.test(error.message))
    return error;
  return new Mistake('wrong-input-shape', {
    en: `The layers do not fit together: ${error.message} One example has shape ${wanted}: is that the \`inputShape\` of the first layer?`,
    zh: `各层对不上：${error.message} 一个样本的形状是 ${wanted}：第一层的 \`inputShape\` 是它吗？`,
  });
}

/** What an exercise's network is to be. */
export interface NetworkWanted {
  /** The shape of one example. */
  input: readonly (number | null)[];
  outputs: number;
  parameters: number;
}

/** @throws Mistake `wrong-input-shape`, `wrong-outputs`, `other-network` or `no-activation` */
export function checkNetwork(model: Sequential, { input, outputs, parameters }: NetworkWanted): void {
  const shapes = [model.inputShape, model.outputShape] as unknown as (number | null)[][];
  const [given = [], gives = []] = shapes;
  const written = (shape: readonly (number | null)[]) => `[${shape.map(String).join(', ')}]`;
  if (given.slice(1).join() !== input.join()) {
    throw new Mistake('wrong-input-shape', {
      en: `The network takes inputs of shape ${written(given)}; one example is ${written(input)}, and the number of examples comes by itself.`,
      zh: `网络的输入形状是 ${written(given)}；一个样本是 ${written(input)}，样本数会自动加上。`,
    });
  }
  if (gives.length !== 2 || gives[1] !== outputs) {
    throw new Mistake('wrong-outputs', {
      en: `The network answers with shape ${written(gives)}. It shall answer each example with ${outputs === 1 ? 'one number' : `${outputs} numbers`}: the units of the last layer.`,
      zh: `网络输出的形状是 ${written(gives)}。每个样本应得到 ${outputs} 个数：由最后一层的单元数决定。`,
    });
  }
  const found = model.countParams();
  if (found !== parameters) {
    throw new Mistake('other-network', {
      en: `The network has ${readable(found)} parameters; the one described has ${readable(parameters)}. Compare it layer by layer, and the kernel sizes of convolutions.`,
      zh: `网络有 ${readable(found)} 个参数，题目描述的有 ${readable(parameters)} 个。请逐层比较，包括卷积核大小。`,
    });
  }
  checkHiddenActivations(model);
}

/** For {@link listenTo}: a learner's `fit`, without output, and with no more epochs than judging takes. */
export function shortFit([x, y, options]: unknown[], most = 3): unknown[] {
  const { epochs = 1 } = (options ?? {}) as { epochs?: number };
  return [x, y, { ...(options as object), epochs: Math.min(most, Number(epochs)), verbose: 0 }];
}

/** The callbacks that `fit` was given. */
export function callbacksOf(heard: Heard | undefined): unknown[] {
  const { callbacks = [] } = (heard?.inputs[2] ?? {}) as { callbacks?: unknown };
  return Array.isArray(callbacks) ? callbacks : [callbacks];
}

/** Judges how a classifier of numbered classes was compiled: loss and last layer must agree on who applies softmax. */
export function checkLossOfClasses(model: Sequential, options: unknown): void {
  const { loss, name, plain, metrics, optimizer } = readCompiled(options);
  if (plain === 'categoricalcrossentropy') {
    throw new Mistake('one-hot-loss', {
      en: 'CategoricalCrossentropy wants each label as a row of zeros with a single one. The labels are numbers: take SparseCategoricalCrossentropy.',
      zh: 'CategoricalCrossentropy 要求每个标签是只有一个 1 的一行数。这里的标签是数字：请用 SparseCategoricalCrossentropy。',
    });
  }
  if (plain !== 'sparsecategoricalcrossentropy') {
    throw new Mistake('wrong-loss', {
      en: `The loss is ${name === '' ? 'missing' : name}; for classes by number it is SparseCategoricalCrossentropy.`,
      zh: `损失是${name === '' ? '空的' : ` ${name}`}；类别用数字表示时应为 SparseCategoricalCrossentropy。`,
    });
  }
  const config = (loss as { getConfig?(): Record<string, unknown> }).getConfig?.() ?? {};
  const fromLogits = config.from_logits === true;
  const softmax = endsInSoftmax(model);
  if (softmax && fromLogits) {
    throw new Mistake('softmax-twice', {
      en: 'Softmax is applied twice: by the last layer, and by the loss with `fromLogits: true`. It would learn, but badly. Take one away.',
      zh: 'softmax 做了两次：最后一层一次，`fromLogits: true` 的损失又一次。能学，但学得很差。请去掉一个。',
    });
  }
  if (!softmax && !fromLogits) {
    throw new Mistake('softmax-missing', {
      en: 'Nobody applies softmax: the network gives logits and the loss takes them for probabilities. Say `fromLogits: true`.',
      zh: '没有人做 softmax：网络给出 logits，损失却当成概率。请写 `fromLogits: true`。',
    });
  }
  if (!metrics.some((metric) => metric.includes('acc'))) throw noAccuracy();
  checkLearningRate(optimizer);
}

/** What `compile` was given, with the loss by name. @throws Mistake `not-compiled` */
export function readCompiled(options: unknown): {
  loss: unknown;
  name: string;
  plain: string;
  metrics: string[];
  optimizer: unknown;
} {
  if (options === undefined) {
    throw new Mistake('not-compiled', {
      en: 'The model is not compiled: call `model.compile({ … })`.',
      zh: '模型没有编译：请调用 `model.compile({ … })`。',
    });
  }
  const { loss, metrics, optimizer } = options as { loss?: unknown; metrics?: unknown; optimizer?: unknown };
  const nameOf = (part: unknown) =>
    typeof part === 'string' ? part : ((part as object | undefined)?.constructor?.name ?? '');
  const name = nameOf(loss);
  const watched = (Array.isArray(metrics) ? metrics : [metrics]).map((metric) => nameOf(metric).toLowerCase());
  return { loss, name, plain: name.toLowerCase().replaceAll('_', ''), metrics: watched, optimizer };
}

/** The mistake of a classifier without the metric that people read. */
export function noAccuracy(): Mistake {
  return new Mistake('no-accuracy', {
    en: "The loss alone tells people little. Ask for the accuracy: `metrics: ['accuracy']`.",
    zh: "只看损失，人很难明白。请加上准确率：`metrics: ['accuracy']`。",
  });
}

function endsInSoftmax(model: Sequential): boolean {
  return lastActivation(model) === 'softmax';
}

/** The activation in which a network ends, by name; `linear` for none. */
export function lastActivation(model: Sequential): string {
  return activationOf(model.layers.at(-1));
}

/**
 * Judges what `fit` was given: the training examples, each with its own label, and nothing of the test set.
 *
 * @param failure what came out of the learner's function, told where nothing more telling is found
 */
export function checkFitOf(
  heard: readonly Heard[],
  training: GivenExamples,
  test: GivenExamples,
  failure?: unknown,
): void {
  const inputs = heard[0]?.inputs;
  if (inputs === undefined) {
    if (failure !== undefined) throw failure;
    throw new Mistake('not-trained', { en: '`model.fit` was not called.', zh: '没有调用 `model.fit`。' });
  }
  const [x, y] = [numbersOf(inputs[0]), numbersOf(inputs[1])];
  const width = training.x.data.length / training.y.length;
  const rows = x.length / width;
  const first = Array.from({ length: Math.min(width, x.length) }, (_, index) => x[index]!);
  const last = Array.from({ length: Math.min(width, x.length) }, (_, index) => x[x.length - width + index]!);
  const ofTest =
    near(first, test.x.data.subarray(0, width)) || near(last, test.x.data.subarray(test.x.data.length - width));
  const scale = x[largestOf(training.x.data)]! / training.x.data[largestOf(training.x.data)]!;
  if (
    !ofTest &&
    rows === training.y.length &&
    scale > 1.5 &&
    near(
      x,
      Array.from(training.x.data, (value) => value * scale),
      0.01,
    )
  ) {
    throw new Mistake('not-normalised', {
      en: `The inputs of \`fit\` are ${readable(scale)} times those that were given: they lie between 0 and 1 already, and large inputs make steps of training far too large.`,
      zh: `\`fit\` 的输入是所给数值的 ${readable(scale)} 倍：它们本来已在 0 和 1 之间，输入过大会使训练的步子过大。`,
    });
  }
  if (ofTest) {
    throw new Mistake('test-data-in-fit', {
      en: 'Test data are in `fit`. A model that has seen them is not tested by them any more: train on the training set alone.',
      zh: '`fit` 里有测试数据。模型见过它们，就不能再用它们来测试：只用训练集训练。',
    });
  }
  if (y.length > rows && y.length % rows === 0 && Array.from(y).every((value) => value === 0 || value === 1)) {
    throw new Mistake('labels-one-hot', {
      en: `Each label is a row of ${y.length / rows} zeros and ones. A sparse loss wants the number alone: leave the labels as they are.`,
      zh: `每个标签成了 ${y.length / rows} 个 0 和 1 的一行。sparse 的损失只要数字本身：请让标签保持原样。`,
    });
  }
  if (y.length !== rows) {
    throw new Mistake('lengths-differ', {
      en: `There are ${rows} examples and ${y.length} labels. Each example needs its own.`,
      zh: `有 ${rows} 个样本和 ${y.length} 个标签。每个样本都要有自己的标签。`,
    });
  }
  checkLabels(y, training.y);
  if ((inputs[2] as { shuffle?: unknown } | undefined)?.shuffle === false) {
    throw new Mistake('not-shuffled', {
      en: '`shuffle: false`: each epoch goes through the examples in one and the same order, and where they are sorted a batch holds one class only. Leave it out.',
      zh: '`shuffle: false`：每个轮次都按同一顺序过样本；如果样本排过序，一批里就只有一类。请去掉它。',
    });
  }
  if (heard[0]!.pending) {
    throw new Mistake('not-awaited', {
      en: 'Your function returns before `fit` is done. Write `await model.fit(…)`.',
      zh: '函数在 `fit` 完成之前就返回了。请写 `await model.fit(…)`。',
    });
  }
  if (failure !== undefined) throw failure;
}

function largestOf(values: Float32Array | Int32Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if (Math.abs(values[index]!) > Math.abs(values[best]!)) best = index;
  return best;
}

function checkLabels(y: ArrayLike<number>, labels: ArrayLike<number>): void {
  if (y.length !== labels.length) return;
  const all = Array.from(labels);
  if (near(y, labels)) return;
  const shift = y[0]! - labels[0]!;
  if (all.every((label, index) => y[index]! - label === shift)) {
    throw new Mistake('labels-shifted', {
      en: `Every label is off by ${shift}. Classes count from 0: leave the labels as they are.`,
      zh: `每个标签都差了 ${shift}。类别从 0 数起：请让标签保持原样。`,
    });
  }
  const rolled = [1, -1].some((by) =>
    all.every((_, index) => y[index] === all[(index + by + all.length) % all.length]),
  );
  throw new Mistake('labels-of-others', {
    en: rolled
      ? 'The labels are moved by one place: each example has the label of its neighbour.'
      : 'The labels are not in the order of the examples. Whatever orders one must order the other.',
    zh: rolled
      ? '标签错开了一位：每个样本用的是邻居的标签。'
      : '标签和样本的顺序不一致。打乱一个，就要同样打乱另一个。',
  });
}
