import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { describeWithFixtures, readFixture } from '../../testing/fixtures';
import { decodeObjectGraph, objectGraphKey } from './object-graph';
import { optimizerVariables } from './optimizer-variables';
import { TensorBundle } from './tensor-bundle';

async function stateIn(path: string) {
  const files = new Map(
    ['index', 'data-00000-of-00001'].map((end) => [`a.${end}`, readFixture(`models/${path}.${end}`)]),
  );
  const bundle = await TensorBundle.open(memoryFiles(files, 'files'), 'a');
  const [graph = new Uint8Array()] = (await bundle.readBytes(objectGraphKey)).data;
  const state = optimizerVariables(decodeObjectGraph(graph, 'a'));
  const names = state?.variables.map(({ fullName }) => fullName.replace(/:0$/, ''));
  return { names, rate: state?.learningRate?.fullName };
}

it('finds none where there are no objects', () => {
  expect(optimizerVariables([])).toBeUndefined();
});

describeWithFixtures('optimizerVariables', () => {
  it.each(['iris_mlp/tfkeras/weights.ckpt', 'iris_mlp/tfkeras/train_ckpt/ckpt-2'])(
    'finds those of tf-keras in %s, inside the model and beside it',
    async (path) => {
      const { names, rate } = await stateIn(path);
      expect(names?.slice(0, 4)).toEqual([
        'iteration',
        'Adam/m/dense/kernel',
        'Adam/v/dense/kernel',
        'Adam/m/dense/bias',
      ]);
      expect([names?.length, rate]).toEqual([13, 'learning_rate']);
    },
  );

  it('finds those of Keras 3, the learning rate among them', async () => {
    const { names, rate } = await stateIn('iris_mlp/keras3/weights.ckpt');
    expect(names?.slice(0, 3)).toEqual(['adam/iteration', 'adam/learning_rate', 'adam/iris_dense_kernel_momentum']);
    expect(rate).toBeUndefined();
  });

  it('puts the slots of older optimizers kind by kind, in the order of the weights', async () => {
    const { names, rate } = await stateIn('iris_oldopt/tfkeras/weights.ckpt');
    expect(names?.slice(0, 3)).toEqual(['Adam/iter', 'Adam/dense/kernel/m', 'Adam/dense/bias/m']);
    expect(names?.[7]).toBe('Adam/dense/kernel/v');
    expect([names?.length, rate]).toEqual([13, 'Adam/learning_rate']);
  });

  it('finds none in a SavedModel of Keras 3', async () => {
    expect((await stateIn('iris_mlp/keras3/saved_model/variables/variables')).names).toBeUndefined();
  });
});
