import { expect, it } from 'vitest';
import { describeWithFixtures, fixtureFiles, listFixtures, readExpected } from '../../testing/fixtures';
import { modelVariables } from './model-variables';
import { decodeObjectGraph, type ObjectGraph, objectGraphKey } from './object-graph';
import { TensorBundle } from './tensor-bundle';

const variable = (key: string) => ({
  children: new Map<string, number>(),
  variables: [{ attribute: 'VARIABLE_VALUE', fullName: '', key }],
  slots: [],
});
const object = (children: Record<string, number>) => ({
  children: new Map(Object.entries(children)),
  variables: [],
  slots: [],
});

it('goes through layers by their numbers, ten after nine, and counts a shared one once', () => {
  const graph: ObjectGraph = [
    object({ 'layer_with_weights-10': 2, 'layer_with_weights-9': 1, 'layer_with_weights-11': 1, optimizer: 3 }),
    object({ kernel: 4 }),
    object({ kernel: 5 }),
    object({ _iterations: 6 }),
    variable('a'),
    variable('b'),
    variable('c'),
  ];
  expect(modelVariables(graph).map(({ key }) => key)).toEqual(['a', 'b']);
});

it('ends where objects hold each other', () => {
  const graph: ObjectGraph = [object({ a: 1 }), object({ b: 0, kernel: 2 }), variable('k')];
  expect(modelVariables(graph).map(({ key }) => key)).toEqual(['k']);
  expect(modelVariables([])).toEqual([]);
});

interface Expected {
  weights: { path: string; shape: number[] }[];
}

const folders = ['keras3', 'tfkeras'].flatMap((flavour) =>
  listFixtures('models', /./).flatMap((model) => {
    const folder = `models/${model}/${flavour}`;
    return [
      ...listFixtures(folder, /^weights\.ckpt\.index$/).map(() => [folder, 'weights.ckpt'] as const),
      ...listFixtures(folder, /^train_ckpt$/).map(() => [`${folder}/train_ckpt`, 'ckpt-2'] as const),
      ...listFixtures(folder, /^saved_model$/).map(() => [`${folder}/saved_model/variables`, 'variables'] as const),
    ];
  }),
);

describeWithFixtures('graphs of TensorFlow', () => {
  it.each(folders)('%s/%s: finds the weights in their order', async (folder, prefix) => {
    const bundle = await TensorBundle.open(fixtureFiles(folder), prefix);
    const graph = decodeObjectGraph((await bundle.readBytes(objectGraphKey)).data[0]!, bundle.place);
    await bundle.close();
    const [, model, flavour] = folder.split('/');
    const { weights } = readExpected<Expected>(`models/${model}/${flavour}`);
    const found = modelVariables(graph);
    expect(found.map(({ key }) => bundle.tensors.get(key)?.shape)).toEqual(weights.map(({ shape }) => shape));
    // Keras 3 gives the variables of a class no more than its own name in front.
    const names = (name: string) => (model === 'subclass' ? name.replace(/^.*\//, '') : name);
    expect(found.map(({ fullName }) => names(fullName))).toEqual(
      weights.map(({ path }) => names(path.replace(':0', ''))),
    );
  });
});
