import type { Model, Weight } from '@tenlab/layers';
import * as tf from '@tensorflow/tfjs-core';
import type { StoredArray } from '../formats/stored-array';
import { nameWeights } from './collect-weights';
import { convertElements } from './fill-weights';
import type { LoadReport } from './load-report';
import { weightsMismatch } from './weights-mismatch';

/** A report, and the name in the file of each weight, in the model's order. */
export interface Assigned {
  report: LoadReport;
  names: string[];
}

/**
 * Gives a model the tensors of a file, all or none: every mismatch is found, and named in one error, before the first is set.
 *
 * @param order the tensors' names in the order of the model they come from; undefined where the file does not say
 */
export function assignWeights(
  model: Model,
  tensors: ReadonlyMap<string, StoredArray>,
  order: readonly string[] | undefined,
  place: string,
): Assigned {
  const weights = nameWeights(model, place);
  for (const rename of renamings(model.name)) {
    const matches = [...weights].map(([name, weight]) => ({
      name,
      weight,
      array: tensors.get(rename(name)),
      from: rename(name),
    }));
    if (tensors.size === weights.size && matches.every(({ array }) => array !== undefined)) {
      return assign(matches, 'name', place);
    }
  }
  const endings = byEnding([...weights.keys()], [...tensors.keys()]);
  if (endings !== undefined) {
    const matches = [...weights].map(([name, weight]) => {
      const from = endings.get(name)!;
      return { name, weight, array: tensors.get(from), from };
    });
    return assign(matches, 'name', place);
  }
  const inOrder = order?.map((name) => [name, tensors.get(name)] as const);
  const byPosition = [...weights].map(([name, weight], index) => {
    const [from, array] = inOrder?.[index] ?? [undefined, undefined];
    return { name, weight, array, from };
  });
  const alike = byPosition.every(({ name, from }) => from !== undefined && alikeAtEnd(name, from));
  if (inOrder?.length === weights.size && tensors.size === weights.size && alike) {
    return assign(byPosition, 'position', place);
  }
  const byName = [...weights].map(([name, weight]) => ({ name, weight, array: tensors.get(name) }));
  const missing = byName.filter(({ array }) => array === undefined).map(({ name }) => `'${name}' is not in the file`);
  const extra = [...tensors.keys()].filter((name) => !weights.has(name)).map((name) => `'${name}' is not in the model`);
  const others = byName.filter(({ array }) => array !== undefined).map(check);
  const problems = [
    ...others.map(({ problem }) => problem).filter((problem) => problem !== undefined),
    ...missing,
    ...extra,
  ];
  throw weightsMismatch(problems, weights.size, place);
}

/** Keras puts the model's name in front of a path, but not where the model was made from its configuration. */
function renamings(model: string): ((name: string) => string)[] {
  const prefix = `${model}/`;
  return [
    (name) => name,
    (name) => `${prefix}${name}`,
    (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name),
  ];
}

interface Match {
  name: string;
  weight: Weight;
  array: StoredArray | undefined;
  /** The tensor's name, where it is not that of the weight. */
  from?: string | undefined;
}

interface Checked {
  weight: Weight;
  values: tf.TypedArray;
  problem: string | undefined;
}

function check({ name, weight, array, from }: Match): Checked {
  const label = from === undefined || from === name ? `'${name}'` : `'${name}' ('${from}' in the file)`;
  const none = new Float32Array();
  if (array === undefined) return { weight, values: none, problem: `${label} is not in the file` };
  if (array.shape.join() !== weight.shape.join()) {
    const problem = `${label} has shape [${weight.shape}], in the file [${array.shape}]`;
    return { weight, values: none, problem };
  }
  const values = convertElements(array, weight.dtype);
  if (values !== undefined) return { weight, values, problem: undefined };
  return { weight, values: none, problem: `${label} is ${weight.dtype}, in the file ${array.dtype}` };
}

function assign(matches: readonly Match[], matchedBy: LoadReport['matchedBy'], place: string): Assigned {
  const checked = matches.map(check);
  const problems = checked.map(({ problem }) => problem).filter((problem) => problem !== undefined);
  if (problems.length > 0) throw weightsMismatch(problems, checked.length, place);
  for (const { weight, values } of checked) {
    tf.tidy(() => weight.assign(tf.tensor(values, weight.shape, weight.dtype)));
  }
  return { report: { matchedBy, count: checked.length }, names: matches.map(({ name, from }) => from ?? name) };
}

/**
 * For each weight the one tensor whose name ends as the weight's does, or the other way round: what stands in front are owners, of which
 * a model made from its configuration knows fewer. Undefined unless every name has exactly one partner.
 */
function byEnding(weights: readonly string[], tensors: readonly string[]): Map<string, string> | undefined {
  if (weights.length !== tensors.length) return undefined;
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const weight of weights) {
    const partners = tensors.filter((tensor) => endsWith(tensor, weight) || endsWith(weight, tensor));
    const [partner] = partners.includes(weight) ? [weight] : partners;
    if (partner === undefined || (partners.length > 1 && partner !== weight) || taken.has(partner)) return undefined;
    taken.add(partner);
    found.set(weight, partner);
  }
  return found;
}

function endsWith(path: string, end: string): boolean {
  return path === end || path.endsWith(`/${end}`);
}

/** Whether two names say the same of a weight: `kernel` and, as Keras 2 called it, `depthwise_kernel`. */
function alikeAtEnd(a: string, b: string): boolean {
  const [first, second] = [lastPart(a), lastPart(b)];
  return first === second || first.endsWith(`_${second}`) || second.endsWith(`_${first}`);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/#\d+$/, '');
}
