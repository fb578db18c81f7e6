import type * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../layers/layer';
import type { Tree } from './tree';

/** What the calls of layers inside one another share: the outermost decides, the inner ones inherit. */
interface CallContext {
  entry: object;
  training: boolean | undefined;
}

let current: CallContext | null = null;
let logitsAreKept = false;
let stateUse: StateUse = 'carry';

/** Runs a call; the first in line makes the context and tells `onEntry`. */
export function withCallContext<T>(caller: object, onEntry: () => void, run: (context: CallContext) => T): T {
  if (current) return run(current);
  onEntry();
  current = { entry: caller, training: undefined };
  try {
    return run(current);
  } finally {
    current = null;
  }
}

/**
 * Runs a function in which the logits behind a softmax or sigmoid output outlive their layer, for the loss to go back to.
 * They belong to the scope around, which has to be a `tf.tidy`.
 */
export function withLogitsKept<T>(run: () => T): T {
  const before = logitsAreKept;
  logitsAreKept = true;
  try {
    return run();
  } finally {
    logitsAreKept = before;
  }
}

/** Whether {@link withLogitsKept} is under way. */
export function keepsLogits(): boolean {
  return logitsAreKept;
}

/** Sees what a layer puts out, when it is called on tensors. The tensors belong to the call. */
export type CallObserver = (layer: Layer, outputs: Tree<tf.Tensor>) => void;

let observer: CallObserver | null = null;

/**
 * Runs a function, and shows what each layer called in it puts out: how one looks inside a model of any kind.
 *
 * @example
 * observeCalls((layer) => console.log(layer.name), () => model.apply(x));
 * // hidden
 * // out
 * // sequential
 */
export function observeCalls<T>(observe: CallObserver, run: () => T): T {
  const before = observer;
  observer = observe;
  try {
    return run();
  } finally {
    observer = before;
  }
}

/** Shows a call to whoever observes. */
export function noteCall(layer: Layer, outputs: Tree<tf.Tensor>): void {
  observer?.(layer, outputs);
}

/** What a call may do to the states that stateful layers carry on: read and change them, read them only, or neither. */
type StateUse = 'carry' | 'keep' | 'ignore';

function withStateUse<T>(use: StateUse, run: () => T): T {
  const before = stateUse;
  // A call inside another does no more than the outer one may.
  if (before !== 'ignore') stateUse = use;
  try {
    return run();
  } finally {
    stateUse = before;
  }
}

/** Runs calls on made-up data, to learn shapes from: a stateful layer then neither reads, makes nor changes what it carries on. */
export function withoutStates<T>(run: () => T): T {
  return withStateUse('ignore', run);
}

/** Runs calls on data that come once more: a stateful layer makes and reads its states, but leaves them as they are. */
export function withStatesKept<T>(run: () => T): T {
  return withStateUse('keep', run);
}

/** Whether a stateful layer has states in this call: not during {@link withoutStates}. */
export function hasStates(): boolean {
  return stateUse !== 'ignore';
}

/** Whether a stateful layer may change its states in this call. */
export function changesStates(): boolean {
  return stateUse === 'carry';
}
