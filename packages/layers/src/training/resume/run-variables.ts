import { inWords, TenlabError } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Trainer } from '../../models/trainer';
import { type HostArray, readVariable } from './run-state';

/**
 * Every variable that a step reads or changes, by a name that tells its place: weights, the optimizer's state, random counters and
 * the states of recurrent layers, and metrics.
 *
 * Names count from 0 in the model's order, since a second model of the same make has other paths in one program.
 */
export function runVariables(model: Trainer): Map<string, tf.Variable> {
  const found = new Map<string, tf.Variable>();
  const put = (kind: string, variables: readonly { name: string; variable: tf.Variable }[]) => {
    for (const [index, { name, variable }] of variables.entries()) found.set(`${kind}/${index}/${name}`, variable);
  };
  const { optimizer } = model.compiledState;
  put(
    'weight',
    model.weights.map(({ name, value }) => ({ name, variable: value })),
  );
  put(
    'optimizer',
    optimizer.variables.map(({ path, value }) => ({ name: path.split('_').at(-1) as string, variable: value })),
  );
  put(
    'random',
    model.randomStates.map(({ state }) => ({ name: 'state', variable: state })),
  );
  put(
    'metric',
    model.metrics.flatMap(({ variables }) => variables.map(({ name, value }) => ({ name, variable: value }))),
  );
  return found;
}

/** Copies all of them to the host. */
export async function readVariables(model: Trainer): Promise<Map<string, HostArray>> {
  const arrays = new Map<string, HostArray>();
  for (const [name, variable] of runVariables(model)) arrays.set(name, await readVariable(variable));
  return arrays;
}

/** Gives all of them the values kept. Throws, before anything is changed, when they are not those of the same model and optimizer. */
export function writeVariables(place: string, model: Trainer, arrays: ReadonlyMap<string, HostArray>): void {
  const variables = runVariables(model);
  const wrong: string[] = [];
  for (const [name, { shape, dtype }] of variables) {
    const array = arrays.get(name);
    if (!array) wrong.push(`${name} is missing`);
    else if (array.dtype !== dtype || !tf.util.arraysEqual(array.shape, shape))
      wrong.push(`${name} is ${array.dtype} [${array.shape}] and not ${dtype} [${shape}]`);
  }
  for (const name of arrays.keys()) if (isOfModel(name) && !variables.has(name)) wrong.push(`${name} is left over`);
  if (wrong.length > 0) {
    throw new TenlabError({
      code: 'other-run',
      place,
      expected: 'the state must be of the same model, optimizer and metrics',
      received: inWords(`a state in which ${inShort(wrong)}`),
      remedy: 'Build and compile the model as in the run that is resumed, or start anew without the state.',
    });
  }
  tf.tidy(() => {
    for (const [name, variable] of variables) {
      const { data, shape, dtype } = arrays.get(name) as HostArray;
      variable.assign(tf.tensor(data, shape, dtype));
    }
  });
}

function isOfModel(name: string): boolean {
  return /^(weight|optimizer|random|metric)\//.test(name);
}

function inShort(list: readonly string[]): string {
  const shown = list.slice(0, 4).join(', ');
  return list.length > 4 ? `${shown} and ${list.length - 4} more` : shown;
}
