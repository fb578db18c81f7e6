import { TenlabError } from '@tenlab/core';
import { getConstraint } from '../constraints/index';
import { currentPath, withNameScope } from '../graph/name-scope';
import { getInitializer } from '../initializers/index';
import { getRegularizer } from '../regularizers/index';
import { Weight } from '../weight';
import { tensorDtype } from './dtype-policy';
import type { Layer } from './layer';
import type { WeightSpec } from './layer-options';
import { withRoomFor } from './room-for-weight';

/** Makes a weight for a layer, under the layer's path. Throws where its shape is not known or finds no room, naming both. */
export function makeWeight(layer: Layer, spec: WeightSpec): Weight {
  const { name = 'variable', shape = [], trainable = true, regularizer = null, constraint = null } = spec;
  const dtype = spec.dtype ?? tensorDtype(layer.dtype);
  const initializer = getInitializer(spec.initializer ?? (dtype === 'float32' ? 'glorot_uniform' : 'zeros'));
  if (!isKnown(shape)) {
    throw new TenlabError({
      code: 'invalid-shape',
      place: layer.place,
      expected: `the shape of weight '${name}' must be known`,
      received: shape,
      remedy: 'Give the model an input whose channels (and, where the layer needs it, other axes) are known.',
    });
  }
  const make = () =>
    new Weight({
      name,
      shape,
      dtype,
      initializer,
      trainable: trainable && layer.trainable,
      regularizer: regularizer === null ? null : getRegularizer(regularizer),
      constraint: constraint === null ? null : getConstraint(constraint),
      path: `${currentPath()}/${name}`,
    });
  return withRoomFor(layer.place, name, shape, () => withNameScope(layer, make));
}

function isKnown(shape: readonly (number | null)[]): shape is number[] {
  return shape.every((length) => length !== null);
}
