import { mnist } from '@tenlab/datasets';
import type { Sequential } from '@tenlab/layers';
import type { DatasetOptions } from '../../define-lab';
import { ask, listenTo, near, numbersOf } from '../../exercises/ask';
import { builtModel } from '../../exercises/built-model';
import { checkFitOf, checkLossOfClasses, checkNetwork, expectModel } from '../../exercises/common-mistakes';
import type { Exercise, Work } from '../../exercises/grade';
import { Mistake } from '../../exercises/mistake';
import { readable } from '../../texts';
import { normalise } from '../shared/pixels';

/** How lab 1's exercise is judged, and its hints. */
export const exercise: Exercise = {
  lab: 'mnist-digits',
  steps: [
    {
      id: 'normalise',
      title: { en: 'Bring the pixels to 0 … 1', zh: '把像素变到 0…1' },
      hints: [
        { en: 'The largest pixel is 255. What makes 1 of it?', zh: '最大的像素是 255。怎样把它变成 1？' },
        {
          en: 'A Uint8Array holds whole numbers only; make a Float32Array.',
          zh: 'Uint8Array 只能存整数，请生成 Float32Array。',
        },
        {
          en: '`Float32Array.from(pixels, (pixel) => …)` makes one number of each pixel.',
          zh: '`Float32Array.from(pixels, (pixel) => …)` 会从每个像素得到一个数。',
        },
      ],
      check: checkNormalise,
    },
    {
      id: 'model',
      title: { en: 'Build the network', zh: '建立网络' },
      hints: [
        { en: 'Seven layers in a list: `new Sequential([…])`.', zh: '七层放进一个列表：`new Sequential([…])`。' },
        {
          en: 'Only the first layer needs `inputShape`: height, width, channels; how many images there are is not part of it.',
          zh: '只有第一层需要 `inputShape`：高、宽、通道；图片数不在其中。',
        },
        {
          en: "Conv2D({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }), MaxPooling2D(), Conv2D of 64, MaxPooling2D(), Flatten(), Dense of 64 with relu, Dense of 10.",
          zh: "Conv2D({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] })、MaxPooling2D()、64 个滤波器的 Conv2D、MaxPooling2D()、Flatten()、带 relu 的 Dense 64、Dense 10。",
        },
      ],
      check: checkModel,
    },
    {
      id: 'compile',
      title: { en: 'Compile it', zh: '编译' },
      hints: [
        {
          en: 'Who applies softmax here, the network or the loss? Exactly one of them must.',
          zh: '这里由谁做 softmax，网络还是损失？必须恰好一个。',
        },
        {
          en: 'Labels are numbers (5), not rows of ten: the loss is a sparse one.',
          zh: '标签是数（5），不是十个数的一行：要用 sparse 的损失。',
        },
        {
          en: "`loss: new SparseCategoricalCrossentropy({ fromLogits: true })`, `metrics: ['accuracy']`, and return the model.",
          zh: "`loss: new SparseCategoricalCrossentropy({ fromLogits: true })`、`metrics: ['accuracy']`，并返回模型。",
        },
      ],
      check: async (work) => void (await compiled(work)),
    },
    {
      id: 'train',
      title: { en: 'Train it', zh: '训练' },
      hints: [
        { en: '`await model.fit(…)`: images, labels, options.', zh: '`await model.fit(…)`：图片、标签、选项。' },
        {
          en: 'The test images belong into `validationData`, where they are measured and not learned from.',
          zh: '测试图片应放在 `validationData`，只测量、不学习。',
        },
        {
          en: '`await model.fit(training.x, training.y, { epochs: 2, validationData: [test.x, test.y] })`, and return the model.',
          zh: '`await model.fit(training.x, training.y, { epochs: 2, validationData: [test.x, test.y] })`，并返回模型。',
        },
      ],
      check: checkTraining,
    },
    {
      id: 'answer',
      title: { en: 'Read the digit', zh: '读出数字' },
      hints: [
        { en: 'The largest of ten logits wins. Where does it stand?', zh: '十个 logits 中最大的胜出。它在什么位置？' },
        { en: 'Logits may all be negative; places count from 0.', zh: 'logits 可能全为负；位置从 0 数起。' },
        {
          en: '`Math.max(...logits)` is its value, `indexOf` its place.',
          zh: '`Math.max(...logits)` 是值，`indexOf` 给出位置。',
        },
      ],
      check: checkAnswer,
    },
  ],
};

async function checkNormalise(work: Work): Promise<void> {
  const pixels = Uint8Array.of(0, 51, 255);
  const answer = await ask(work, 'normalise', pixels);
  const values = Array.from(numbersOf(answer));
  if (near(values, [0, 51, 255])) {
    throw new Mistake('not-normalised', {
      en: 'The pixels come back as they were, from 0 to 255. Divide each, or large inputs make steps of training far too large.',
      zh: '像素原样返回，仍是 0 到 255。请逐个做除法，否则输入过大会使训练的步子过大。',
    });
  }
  if (answer instanceof Uint8Array || answer instanceof Uint8ClampedArray) {
    throw new Mistake('fractions-lost', {
      en: `The result is a ${answer.constructor.name}, which holds whole numbers only: 51 / 255 = 0.2 became ${values[1]}. Return a Float32Array.`,
      zh: `结果是 ${answer.constructor.name}，只能存整数：51 / 255 = 0.2 变成了 ${values[1]}。请返回 Float32Array。`,
    });
  }
  if (!near(values, [0, 0.2, 1])) {
    throw new Mistake('wrong-scale', {
      en: `Pixels 0, 51, 255 must become 0, 0.2, 1. Yours are ${values.join(', ')}.`,
      zh: `像素 0、51、255 应变成 0、0.2、1，你的结果是 ${values.join('、')}。`,
    });
  }
}

function built(work: Work): Promise<Sequential> {
  return builtModel(work, 'buildModel', '[28, 28, 1]');
}

async function checkModel(work: Work): Promise<void> {
  const model = await built(work);
  checkNetwork(model, { input: [28, 28, 1], outputs: 10, parameters: 121_930 });
  model.dispose();
}

async function compiled(work: Work): Promise<Sequential> {
  const model = await built(work);
  const heard = listenTo(model, 'compile');
  const answer = expectModel(await ask(work, 'compileModel', model));
  checkLossOfClasses(answer, heard[0]?.inputs[0]);
  return answer;
}

async function checkTraining(work: Work, datasets: DatasetOptions): Promise<void> {
  const { train, test } = await mnist(datasets);
  const examples = ({ x, y }: typeof train, count: number) => ({
    x: normalise(x.slice(0, count)),
    y: y.data.slice(0, count),
  });
  const [training, tested] = [examples(train, 1920), examples(test, 480)];
  const model = await compiled(work);
  const heard = listenTo(model, 'fit', ([x, y, options]) => [
    x,
    y,
    { ...(options as object), epochs: Math.min(3, Number((options as { epochs?: number })?.epochs ?? 1)), verbose: 0 },
  ]);
  // A mistake in what fit is given is told before what comes of it, an error included.
  let failure: unknown;
  try {
    expectModel(await ask(work, 'train', model, training, tested));
  } catch (error) {
    failure = error;
  }
  checkFitOf(heard, training, tested, failure);
  const { accuracy = 0 } = (await model.evaluate(tested.x, tested.y, { returnDict: true, verbose: 0 })) as Record<
    string,
    number
  >;
  model.dispose();
  if (accuracy < 0.6) {
    throw new Mistake('does-not-learn', {
      en: `After training it reads ${readable(100 * accuracy, 1)} % of the test digits right; a good one reads over 60 % after two epochs of so few images.`,
      zh: `训练之后只读对了 ${readable(100 * accuracy, 1)} % 的测试数字；在这么少的图片上训练两个轮次也应超过 60 %。`,
    });
  }
}

async function checkAnswer(work: Work): Promise<void> {
  const logits = Float32Array.of(-9, -7, 29.6, -8, -12, -11, -10, -9, -3, -14);
  const answer = await ask(work, 'readDigit', logits);
  if (typeof answer === 'number' && Math.abs(answer - 29.6) < 0.001) {
    throw new Mistake('value-not-place', {
      en: 'That is the value of the largest logit (29.6). The digit is the place where it stands (2).',
      zh: '这是最大 logit 的值（29.6）。数字是它所在的位置（2）。',
    });
  }
  if (answer === 3) {
    throw new Mistake('counted-from-one', {
      en: 'Places count from 0, as the digits do: the largest logit stands at 2.',
      zh: '位置从 0 数起，数字也是：最大的 logit 在位置 2。',
    });
  }
  if (answer !== 2) {
    throw new Mistake('wrong-digit', {
      en: `The largest logit stands at place 2. Yours is ${String(answer)}.`,
      zh: `最大的 logit 在位置 2，你的答案是 ${String(answer)}。`,
    });
  }
  const negative = Float32Array.of(-9, -7, -8, -8, -1, -11, -10, -9, -3, -14);
  if ((await ask(work, 'readDigit', negative)) !== 4) {
    throw new Mistake('negative-logits', {
      en: 'Where all logits are negative the largest is still the one closest to 0. Do not begin the search with 0.',
      zh: '所有 logits 都为负时，最大的仍是最接近 0 的那个。不要从 0 开始比较。',
    });
  }
}
