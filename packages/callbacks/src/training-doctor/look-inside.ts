import {
  activations,
  gradientsOf,
  type Layer,
  type Model,
  observeCalls,
  type StepData,
  type Weight,
} from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import { type LayerGradient, type LayerOutput, rootMeanSquare } from './examine-layers';

type Values = LayerOutput['values'];

/** What every layer of the model puts out for a batch, in the order of the calls; the model itself is the last. */
export function outputsOf(model: Model, { x }: StepData): LayerOutput[] {
  const outputs: LayerOutput[] = [];
  tf.tidy(() => {
    observeCalls(
      (layer, given) => {
        if (!(given instanceof tf.Tensor) || given.dtype === 'string') return;
        const units = given.shape.at(-1) ?? 1;
        outputs.push({
          layer: layer.name,
          activation: activationOf(layer),
          values: given.dataSync().slice() as Values,
          units,
        });
      },
      () => model.apply(x, { training: false }),
    );
    model.clearLosses();
  });
  return outputs;
}

/** The size of the gradient of every layer that is trained, from the front of the model to its back. */
export function layerGradients(model: Model, { x, y, sampleWeight }: StepData): LayerGradient[] {
  const weights = model.trainableWeights;
  const { loss, gradients } = gradientsOf(weights, () => {
    const yPred = model.apply(x, { training: false });
    return {
      loss: model.computeLoss({ x, y, sampleWeight, yPred, training: false } as Parameters<Model['computeLoss']>[0]),
    };
  });
  model.clearLosses();
  const found: LayerGradient[] = [];
  for (const layer of model.flattenLayers()) {
    const own = layer.ownWeights.filter((weight) => weights.includes(weight));
    // A bias alone says little: the kernel, the largest weight, stands for the layer.
    const kernel = own.reduce<Weight | undefined>(
      (most, next) => (most && most.size >= next.size ? most : next),
      undefined,
    );
    if (!kernel) continue;
    const gradient = gradients[weights.indexOf(kernel)];
    found.push({
      layer: layer.name,
      gradient: gradient ? rootMeanSquare(gradient.dataSync()) : 0,
      weights: rootMeanSquare(kernel.value.dataSync()),
    });
  }
  tf.dispose([loss, ...gradients.filter((gradient) => gradient !== null)]);
  return found;
}

/** The activation of a layer by its name, as far as it has one that has a name. */
export function activationOf(layer: Layer): string | null {
  const { activation } = layer as { activation?: unknown };
  if (layer.constructor.name === 'ReLU') return 'relu';
  if (typeof activation !== 'function') return null;
  try {
    const name = activations.serializeActivation(activation as Parameters<typeof activations.serializeActivation>[0]);
    return typeof name === 'string' ? name : null;
  } catch {
    // A function of the user's own, which no rule is about.
    return null;
  }
}
