import { type Model, optimizers, type Weight } from '@tenlab/layers';
import type { FileTensor, OptimizerTensors } from '../../weights/file-tensor';
import { fillWeights, type WeightMatch } from '../../weights/fill-weights';
import { fileError } from '../file-error';
import { type StoredArray, toNumbers } from '../stored-array';

/**
 * Gives the optimizer of a compiled model the state in a file, so that training goes on as if it had not stopped.
 *
 * Keras 3 writes all variables in their order. Keras 2 leaves out the learning rate; before 2.11 it also wrote one kind of state
 * after the other, not weight by weight. Throws where number or shapes differ.
 */
export async function restoreOptimizer(model: Model, tensors: readonly FileTensor[], place: string): Promise<void> {
  if (tensors.length === 0) return;
  const { matches, problems } = matchOptimizer(model, { variables: tensors });
  await fillWeights(matches, { place, problems });
}

/** Which tensor belongs to which variable of the model's optimizer, and what has no place in it. */
export function matchOptimizer(
  model: Model,
  { variables: tensors, learningRate }: OptimizerTensors,
): { matches: WeightMatch[]; problems: string[] } {
  const { optimizer, trainableWeights } = model;
  const started = optimizer.built || !isUnstarted(optimizer.variables, tensors);
  optimizer.build(trainableWeights);
  if (!started) return { matches: matchUnstarted(optimizer.variables, tensors), problems: [] };
  const product = missingProduct(optimizer, tensors);
  const wanted = inFileOrder(
    optimizer.variables.filter((variable) => variable !== product?.weight),
    trainableWeights,
    tensors,
  );
  const matches: WeightMatch[] = wanted.map((weight, index) => ({
    label: weight.path,
    weight,
    tensor: tensors[index],
  }));
  const rate = optimizer.variables.find(({ name }) => name === 'learning_rate');
  if (product) matches.push(product);
  if (rate && learningRate) matches.push({ label: rate.path, weight: rate, tensor: learningRate });
  // SGD of Keras 2 keeps a momentum even where it uses none.
  const unused = wanted.length === 1 && tensors.length === trainableWeights.length + 1;
  const problems = (unused ? [] : tensors.slice(wanted.length)).map(({ name }) => {
    return `'${name}' has no place in the optimizer`;
  });
  return { matches, problems };
}

/** Whether a file was written before the first step, when an optimizer has nothing but its counter and its rate. */
function isUnstarted(variables: readonly Weight[], tensors: readonly FileTensor[]): boolean {
  const counters = variables.filter(({ name }) => name !== 'learning_rate');
  const fits = tensors.length === variables.length || tensors.length === counters.length;
  return fits && tensors.every(({ shape }) => shape?.length === 0);
}

/** What such a file has goes to its place; the rest begins as it always does. */
function matchUnstarted(variables: readonly Weight[], tensors: readonly FileTensor[]): WeightMatch[] {
  const basic = variables.filter(({ name }) => name === 'iteration' || name === 'learning_rate');
  const wanted = tensors.length === basic.length ? basic : basic.filter(({ name }) => name === 'iteration');
  const hasMore = variables.length > basic.length;
  return wanted.map((weight, index) => {
    const tensor = tensors[index]!;
    return { label: weight.path, weight, tensor: hasMore && weight.name === 'iteration' ? atZero(tensor) : tensor };
  });
}

/** A counter of steps that may not have counted any: after a step there is more to an optimizer. */
function atZero(tensor: FileTensor): FileTensor {
  const read = async (): Promise<StoredArray> => {
    const array = await tensor.read();
    const [steps = 0] = toNumbers(array);
    if (steps === 0) return array;
    throw fileError(
      tensor.name,
      'invalid-file',
      'the whole state of an optimizer',
      `that of one which has made ${steps} steps, without what it remembers of them`,
      'Save the compiled model again, or read the file with `compile: false` and compile it anew.',
    );
  };
  return { ...tensor, read };
}

/**
 * What Nadam of Keras 2 leaves out of every file: the product of its momenta so far, which follows from the number of steps,
 * `Π β₁ (1 - 0.96ᵗ / 2)`. tf-keras itself goes on with 1.
 */
function missingProduct(optimizer: Model['optimizer'], tensors: readonly FileTensor[]): WeightMatch | undefined {
  const [weight] = optimizer instanceof optimizers.Nadam ? optimizer.variables.slice(-1) : [];
  const [step] = tensors;
  const last = tensors.at(-1);
  if (weight === undefined || step === undefined || last?.shape?.length === 0) return undefined;
  const { beta1 } = optimizer as InstanceType<typeof optimizers.Nadam>;
  const read = async (): Promise<StoredArray> => {
    const [steps = 0] = toNumbers(await step.read());
    let product = 1;
    for (let at = 1; at <= steps && product > 0; at++) product = Math.fround(product * beta1 * (1 - 0.96 ** at / 2));
    return { dtype: 'float32', shape: [], data: Float32Array.of(product) };
  };
  return { label: weight.path, weight, tensor: { name: weight.path, dtype: 'float32', shape: [], read } };
}

/** The optimizer's variables that the file has, in the file's order. */
function inFileOrder(
  variables: readonly Weight[],
  weights: readonly Weight[],
  tensors: readonly FileTensor[],
): Weight[] {
  const [iteration, ...rest] = variables;
  const slots = rest.filter(({ name }) => name !== 'learning_rate');
  if (tensors.length === variables.length && shapesAgree(variables, tensors)) return [...variables];
  if (/(^|\/)iter(:0|\/\.ATTRIBUTES\/VARIABLE_VALUE)?$/.test(tensors[0]?.name ?? ''))
    return [iteration!, ...byKind(slots, weights)];
  return [iteration!, ...slots];
}

function shapesAgree(variables: readonly Weight[], tensors: readonly FileTensor[]): boolean {
  return variables.every(({ shape }, index) => tensors[index]!.shape?.join() === shape.join());
}

/** One kind of state after the other, each weight by weight. */
function byKind(slots: readonly Weight[], weights: readonly Weight[]): Weight[] {
  const kinds = new Map<string, Weight[]>();
  for (const slot of slots) {
    const owner = weights.find(({ path }) => slot.name.startsWith(`${path.replaceAll('/', '_')}_`));
    const kind = owner === undefined ? slot.name : slot.name.slice(owner.path.length);
    kinds.set(kind, [...(kinds.get(kind) ?? []), slot]);
  }
  return [...kinds.values()].flat();
}
