import type * as tf from '@tensorflow/tfjs-core';
import type { ConstraintIdentifier } from '../constraints/index';
import type { Shape } from '../graph/shape';
import type { Tree } from '../graph/tree';
import type { InitializerIdentifier } from '../initializers/index';
import type { Config } from '../registry/config';
import type { RegularizerIdentifier } from '../regularizers/index';
import type { LayerDtype } from './dtype-policy';

/** Options of every layer. */
export interface LayerOptions {
  /** Default: the class's name in snake_case, numbered: `dense`, `dense_1`, … */
  name?: string | null;
  /** Whether training changes the weights. Default true. */
  trainable?: boolean;
  /** Default `float32`. */
  dtype?: LayerDtype | Config | null;
  /** Penalty on what the layer puts out. */
  activityRegularizer?: RegularizerIdentifier | null;
  /** The shape of one sample, when the layer is the first of a `Sequential`. */
  inputShape?: Shape | null;
}

export const LAYER_OPTIONS = ['name', 'trainable', 'dtype', 'activityRegularizer', 'inputShape'] as const;

/** Options of a call that `call` receives: `training` is always known there. */
export interface CallOptions {
  /** Whether this is training: dropout drops, batch normalisation uses the batch. Inherited from the layer around. Default false. */
  training: boolean;
  /** The mask of the inputs, in their form. */
  mask: Tree<tf.Tensor | null>;
  [name: string]: unknown;
}

export interface WeightSpec {
  /** Default `variable`. */
  name?: string;
  /** Default `[]`, a scalar. */
  shape?: Shape;
  /** Default `glorot_uniform`, for whole numbers `zeros`. */
  initializer?: InitializerIdentifier;
  /** Default: the layer's. */
  dtype?: tf.DataType;
  trainable?: boolean;
  regularizer?: RegularizerIdentifier | null;
  constraint?: ConstraintIdentifier | null;
}
