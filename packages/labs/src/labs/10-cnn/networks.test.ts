import { setSeed, useBackend } from '@tenlab/core';
import { Conv2D, Dense } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { build, depths, epochsOf, network, networkNames } from './networks';

beforeAll(async () => {
  await useBackend('wasm');
  setSeed(1);
});

it.each([
  [
    [28, 28, 1],
    {
      dense128: 101_770,
      parts: 3_274_634,
      lenet: 61_706,
      alexnet: 136_778,
      vgg: 146_938,
      inception: 55_864,
      resnet: 78_426,
    },
  ],
  [[32, 32, 3], { dense128: 394_634, parts: 4_259_274, lenet: 83_126 }],
])('builds each for images of %j, with weights as by the formulas', (shape, parameters) => {
  for (const [name, count] of Object.entries(parameters)) {
    const model = network(name as keyof typeof parameters);
    build(model, shape);
    expect([name, model.countParams()]).toEqual([name, count]);
    expect(model.layers.length).toBeGreaterThan(2);
    model.dispose();
  }
});

it('tells the depth as the layers do, where there is one way through', () => {
  for (const name of ['dense128', 'parts', 'lenet', 'alexnet', 'vgg'] as const) {
    const model = network(name);
    const deep = model.flattenLayers().filter((layer) => layer instanceof Conv2D || layer instanceof Dense);
    expect([name, deep.length]).toEqual([name, depths[name]]);
  }
});

it('trains the costly one for half as long', () => {
  expect([epochsOf('parts', 7), epochsOf('lenet', 7), epochsOf('parts', 1)]).toEqual([4, 7, 1]);
});

it('answers with ten logits for each image, and all weights take part in learning', async () => {
  const images = tf.randomUniform([8, 28, 28, 1], 0, 1, 'float32', 1);
  for (const name of networkNames) {
    const model = network(name);
    build(model, [28, 28, 1]);
    const before = await Promise.all(model.trainableWeights.map((weight) => weight.read().data()));
    await model.fit(images, Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7]), { epochs: 1, batchSize: 8, verbose: 0 });
    const after = await Promise.all(model.trainableWeights.map((weight) => weight.read().data()));
    const still = model.trainableWeights.filter((_, index) => before[index]!.join() === after[index]!.join());
    expect([name, still.map(({ path }) => path)]).toEqual([name, []]);
    const output = (await model.predict(images, { verbose: 0 })) as tf.Tensor;
    expect(output.shape).toEqual([8, 10]);
    model.dispose();
  }
});
