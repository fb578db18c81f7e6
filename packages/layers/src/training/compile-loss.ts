import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { getMask } from '../graph/masks';
import { flatten, isRecord, type Tree } from '../graph/tree';
import { getLoss, Loss, type LossName } from '../losses/index';
import { Mean } from '../metrics/index';
import type { ConfigObject } from '../registry/config';
import { isClass } from '../registry/registry';
import { expectTargetsFit } from './expect-targets-fit';
import { labelKind } from './label-kind';
import { namedOutputs, perOutput } from './match-outputs';

/** A loss: Keras's name, a config, an object, or a function of targets and predictions that gives one value per sample. */
export type LossIdentifier =
  | LossName
  | (string & {})
  | ConfigObject
  | Loss
  | ((yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor);

/** The losses of a model: one for all outputs, a list in their order, or a record by output name. Null: no loss there. */
export type LossInput =
  | LossIdentifier
  | readonly (LossIdentifier | null)[]
  | { readonly [output: string]: LossIdentifier | null };

/** How much each output's loss counts. */
export type LossWeights = readonly number[] | { readonly [output: string]: number } | number;

interface OutputLoss {
  /** Which output. */
  index: number;
  loss: Loss;
  weight: number | null;
  /** Follows the unweighted loss of this output, when there are several. */
  tracker: Mean | null;
}

/** The loss of a whole model: `Σ weight · loss(yTrue, yPred)` over its outputs. Keras: `CompileLoss`. */
export class CompileLoss {
  readonly #loss: LossInput;
  readonly #weights: LossWeights | null;
  readonly #outputNames: readonly string[] | null;
  #outputs: OutputLoss[] | null = null;

  constructor(loss: LossInput, weights: LossWeights | null, outputNames: readonly string[] | null) {
    this.#loss = loss;
    this.#weights = weights;
    this.#outputNames = outputNames;
  }

  get built(): boolean {
    return this.#outputs !== null;
  }

  /** One mean per output when there are several. */
  get metrics(): Mean[] {
    return (this.#outputs ?? []).flatMap(({ tracker }) => tracker ?? []);
  }

  /** The losses with the outputs they belong to. */
  get losses(): { index: number; loss: Loss }[] {
    return (this.#outputs ?? []).map(({ index, loss }) => ({ index, loss }));
  }

  /** Finds the losses once the shapes are known. */
  build(yTrue: Tree<tf.Tensor>, yPred: Tree<tf.Tensor>): void {
    if (this.#outputs) return;
    const place = 'compile';
    const { tensors, names } = namedOutputs(yPred, this.#outputNames);
    const identifiers = perOutput<LossIdentifier>(place, 'loss', this.#loss, names);
    const weights = perOutput<number>(place, 'lossWeights', this.#weights, names);
    const wanted = identifiers.flatMap((identifier, index) => (identifier === null ? [] : [index]));
    const targets = targetsOf(yTrue, names, wanted);
    const losses = wanted.map((index) => {
      const loss = findLoss(
        identifiers[index] as LossIdentifier,
        targets[index] as tf.Tensor,
        tensors[index] as tf.Tensor,
      );
      expectTargetsFit(loss, names[index] ?? null, targets[index] as tf.Tensor, tensors[index] as tf.Tensor);
      return { index, loss, weight: weights[index] ?? null, tracker: null };
    });
    this.#outputs = losses.map((entry) => ({
      ...entry,
      tracker: losses.length > 1 ? new Mean({ name: `${names[entry.index] ?? entry.loss.name}_loss` }) : null,
    }));
  }

  /** The loss of a batch, a scalar unless a loss has no reduction; null when no output has one. */
  apply(yTrue: Tree<tf.Tensor>, yPred: Tree<tf.Tensor>, sampleWeight: Tree<tf.Tensor> | null): tf.Tensor | null {
    this.build(yTrue, yPred);
    const outputs = this.#outputs as OutputLoss[];
    const { tensors, names } = namedOutputs(yPred, this.#outputNames);
    const targets = targetsOf(
      yTrue,
      names,
      outputs.map(({ index }) => index),
    );
    const weights =
      sampleWeight === null
        ? []
        : weightsOf(
            sampleWeight,
            names,
            outputs.map(({ index }) => index),
          );
    const values = outputs.map(({ index, loss, weight, tracker }) => {
      const prediction = tensors[index] as tf.Tensor;
      const value = loss.apply(targets[index] as tf.Tensor, prediction, {
        sampleWeight: weights[index] ?? null,
        mask: getMask(prediction),
      });
      // Keras on TensorFlow counts every batch alike here, a last one of fewer samples too, and only the sum by its samples.
      tracker?.updateState(value);
      return weight === null ? value : tf.mul(value, weight);
    });
    return values.length === 0 ? null : values.reduce((sum, value) => tf.add(sum, value));
  }

  dispose(): void {
    for (const metric of this.metrics) metric.dispose();
  }
}

/** A loss from a function. Keras: `LossFunctionWrapper`. */
class FunctionLoss extends Loss {
  static readonly className = 'LossFunctionWrapper';
  readonly #fn: (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor;

  constructor(fn: (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor) {
    super({ name: fn.name || 'loss' });
    this.#fn = fn;
  }

  override call(yTrue: tf.Tensor, yPred: tf.Tensor): tf.Tensor {
    return this.#fn(yTrue, yPred);
  }
}

function findLoss(identifier: LossIdentifier, yTrue: tf.Tensor, yPred: tf.Tensor): Loss {
  if (typeof identifier === 'function' && !isClass(identifier)) return new FunctionLoss(identifier);
  if (identifier !== 'crossentropy' && identifier !== 'ce') return getLoss(identifier);
  return getLoss(`${labelKind(yTrue, yPred)}_crossentropy`);
}

/** The targets by output index. Targets may be left out for outputs without a loss. */
export function targetsOf(
  yTrue: Tree<tf.Tensor>,
  names: readonly (string | null)[],
  wanted: readonly number[],
): (tf.Tensor | undefined)[] {
  if (isRecord(yTrue)) {
    const byName = yTrue as Record<string, tf.Tensor>;
    const missing = wanted.map((index) => names[index]).find((name) => !name || !(name in byName));
    if (missing !== undefined)
      throw badTargets(
        `there must be targets for the outputs ${names.join(', ')}`,
        `${Object.keys(byName).join(', ')}`,
      );
    return names.map((name) => byName[name as string]);
  }
  const targets = flatten(yTrue);
  if (targets.length === names.length) return targets;
  if (targets.length !== wanted.length)
    throw badTargets(`there must be targets for ${names.length} outputs`, `${targets.length}`);
  const placed: (tf.Tensor | undefined)[] = names.map(() => undefined);
  for (const [i, index] of wanted.entries()) placed[index] = targets[i];
  return placed;
}

/** Sample weights by output index; one weight counts for all outputs. */
export function weightsOf(
  weights: Tree<tf.Tensor>,
  names: readonly (string | null)[],
  wanted: readonly number[],
): (tf.Tensor | undefined)[] {
  const flat = flatten(weights);
  if (isRecord(weights)) expectOutputs(Object.keys(weights), names);
  else if (flat.length === 1) return names.map(() => flat[0]);
  else if (flat.length !== names.length && flat.length !== wanted.length)
    throw badWeights(`there must be one, or one for each of the ${names.length} outputs`, `${flat.length}`);
  if (!isRecord(weights)) return targetsOf(weights, names, wanted);
  return names.map((name) => (weights as Record<string, tf.Tensor>)[name as string]);
}

function expectOutputs(given: readonly string[], names: readonly (string | null)[]): void {
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const known = names.flatMap((name) => (name === null ? [] : [`'${name}'`]));
  throw badWeights(`they must be for outputs${known.length > 0 ? `, ${known.join(', ')}` : ''}`, `'${unknown}'`);
}

function badWeights(expected: string, received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-data',
    place: '`sampleWeight`',
    expected,
    received: inWords(received),
    remedy: 'Give one array for all outputs, a list in their order, or a record by output name.',
  });
}

function badTargets(expected: string, received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-data',
    expected,
    received: inWords(received),
    remedy: 'Give `y` as a list in the order of the outputs, or as a record by output name.',
  });
}
