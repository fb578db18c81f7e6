/** What a doctor can find. */
export type FindingCode =
  | 'inputs-not-scaled'
  | 'constant-inputs'
  | 'labels-in-order'
  | 'classes-unbalanced'
  | 'test-data-in-training'
  | 'softmax-under-logits-loss'
  | 'logits-under-probability-loss'
  | 'dead-units'
  | 'saturated-units'
  | 'exploding-layer'
  | 'vanishing-gradients'
  | 'no-gradient'
  | 'learning-rate-too-high'
  | 'not-learning'
  | 'loss-not-finite'
  | 'overfitting'
  | 'underfitting';

/** One fault, in words. */
export interface Finding {
  code: FindingCode;
  /** The epoch after which it was found, counted from 0; null before the first. */
  epoch: number | null;
  /** The layer it is about, by name; null where it is about none. */
  layer: string | null;
  /** What is wrong, with the numbers that tell it. */
  message: string;
  /** What to do. */
  remedy: string;
}

/** What an examination finds, before it is known when. */
export type Symptom = Omit<Finding, 'epoch'>;
