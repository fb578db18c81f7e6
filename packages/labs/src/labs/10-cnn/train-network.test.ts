import { setSeed, useBackend } from '@tenlab/core';
import { expect, it } from 'vitest';
import { build, type NetworkName, network } from './networks';
import { loadPictures } from './pictures-data';
import { learningRate, trainNetwork } from './train-network';

it('goes from large steps to small ones', () => {
  const rates = [0, 1, 2, 3, 4].map((epoch) => learningRate(epoch, 5));
  expect(rates[0]).toBeCloseTo(0.002, 9);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(learningRate(5, 5)).toBeCloseTo(0.0001, 9);
});

// ResNet, the costly one, shows it with fewer pictures than LeNet.
it.each<[NetworkName, pictures: number, epochs: number]>([
  ['lenet', 12_000, 7],
  ['resnet', 4000, 5],
])('brings %s above dense128 on the same %d pictures', async (better, pictures, epochs) => {
  await useBackend('wasm');
  const data = await loadPictures({ offline: true }, pictures);
  const accuracyOf = async (name: NetworkName) => {
    setSeed(3);
    const model = network(name);
    build(model, data.shape);
    await trainNetwork(model, data, { epochs, batchSize: 32 }, []);
    const { accuracy } = await model.evaluate(data.x.test, data.labels.test, { returnDict: true, verbose: 0 });
    model.dispose();
    return accuracy!;
  };
  expect(await accuracyOf(better)).toBeGreaterThan(await accuracyOf('dense128'));
});
