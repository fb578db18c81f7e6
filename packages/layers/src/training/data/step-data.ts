import type * as tf from '@tensorflow/tfjs-core';
import type { Tree } from '../../graph/tree';

/** One batch, as `trainStep`, `testStep` and `predictStep` get it. */
export interface StepData {
  x: Tree<tf.Tensor>;
  y: Tree<tf.Tensor> | null;
  sampleWeight: Tree<tf.Tensor> | null;
}

/** The metrics after a step, by name. */
export type StepLogs = Record<string, tf.Tensor>;
