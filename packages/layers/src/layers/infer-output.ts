import * as tf from '@tensorflow/tfjs-core';
import { withoutStates } from '../graph/call-context';
import { KerasTensor } from '../graph/keras-tensor';
import type { Shape } from '../graph/shape';
import { flatten, mapTree, packAs, type Tree } from '../graph/tree';
import type { Layer } from './layer';

/**
 * The shapes and types of a layer's outputs, found by calling it on zeros: what a layer without `computeOutputShape` gets.
 *
 * It is called twice, with 2 and with 3 for lengths that are not known; what differs between the two is not known either.
 */
export function inferOutputSpec(
  layer: Layer,
  inputs: Tree<KerasTensor>,
  options: Readonly<Record<string, unknown>>,
): Tree<KerasTensor> {
  const [small, large] = [callOnZeros(layer, inputs, options, 2), callOnZeros(layer, inputs, options, 3)];
  const specs = small.outputs.map(({ shape, dtype }, i) => {
    const other = large.outputs[i]?.shape ?? [];
    const known: Shape = shape.map((length, axis) => (length === other[axis] ? length : null));
    return new KerasTensor(known, dtype);
  });
  return packAs(small.form, specs);
}

/**
 * Builds the layers inside one that has no `build` of its own, by calling it on zeros: only its `call` knows what they are given.
 * So a class of layers has its weights as soon as it is called on symbolic tensors or read from a config. Keras: `_build_by_run`.
 */
export function buildByCalling(
  layer: Layer,
  inputs: Tree<KerasTensor>,
  options: Readonly<Record<string, unknown>> = {},
): void {
  if (layer.hasOwnBuild || layer.flattenLayers().every((inner) => inner === layer || inner.built)) return;
  try {
    callOnZeros(layer, inputs, options, 2);
  } catch {
    // Zeros of a guessed length need not suit it, say where a window is larger. Then the first data build it, or tell what is wrong.
    layer.clearLosses();
  }
}

function callOnZeros(
  layer: Layer,
  inputs: Tree<KerasTensor>,
  options: Readonly<Record<string, unknown>>,
  length: number,
) {
  const zeros = (leaf: unknown) =>
    leaf instanceof KerasTensor
      ? tf.zeros(
          leaf.shape.map((known) => known ?? length),
          leaf.dtype,
        )
      : leaf;
  let form: Tree<unknown> = [];
  const outputs: { shape: number[]; dtype: tf.DataType }[] = [];
  tf.tidy(() => {
    const given = Object.entries(options).map(([name, value]) => [name, mapTree(value as Tree<unknown>, zeros)]);
    const callOptions = { mask: null, ...Object.fromEntries(given), training: false };
    const result = withoutStates(() => layer.call(mapTree(inputs, zeros) as Tree<tf.Tensor>, callOptions));
    form = mapTree(result, () => true);
    outputs.push(...flatten(result).map(({ shape, dtype }) => ({ shape, dtype })));
  });
  layer.clearLosses();
  return { form, outputs };
}
