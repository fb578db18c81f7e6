import type { Model } from '@tenlab/layers';
import { nameWeights } from './collect-weights';
import type { NamedTensors } from './file-tensor';
import { fillWeights, type WeightMatch } from './fill-weights';
import type { LoadReport } from './load-report';

/** A report, and the name in the file of each weight, in the model's order. */
export interface Assigned {
  report: LoadReport;
  names: string[];
}

export interface AssignOptions {
  /** How errors call the file. */
  place: string;
  /** See {@link FillOptions}. */
  whole?: boolean;
  /** What is set with the weights or not at all: the state of the optimizer. */
  also?: { matches: readonly WeightMatch[]; problems: readonly string[] };
}

/**
 * Gives a model the tensors of a file, all or none: every mismatch is found, and named in one error, before the first is set.
 *
 * @param order the tensors' names in the order of the model they come from; undefined where the file does not say
 */
export async function assignWeights(
  model: Model,
  { tensors, order }: Pick<NamedTensors, 'tensors' | 'order'>,
  { place, whole = true, also }: AssignOptions,
): Promise<Assigned> {
  const weights = nameWeights(model, place);
  const { matchedBy, from } = partners(model.name, [...weights.keys()], tensors, order);
  const names = [...weights.keys()].map((name, index) => from[index] ?? name);
  const matches = [...weights].map(([label, weight], index) => ({ label, weight, tensor: tensors.get(names[index]!) }));
  const wanted = new Set(names);
  const extra = [...tensors.keys()].filter((name) => !wanted.has(name)).map((name) => `'${name}' is not in the model`);
  const problems = [...extra, ...(also?.problems ?? [])];
  await fillWeights([...matches, ...(also?.matches ?? [])], { place, problems, whole });
  return { report: { matchedBy, count: matches.length }, names };
}

/** The tensor's name for each weight, in order: by names, by what they end in, or by position. Empty where none of these fits. */
function partners(
  model: string,
  weights: readonly string[],
  tensors: NamedTensors['tensors'],
  order: NamedTensors['order'],
): { matchedBy: LoadReport['matchedBy']; from: readonly string[] } {
  for (const rename of renamings(model)) {
    const from = weights.map(rename);
    if (tensors.size === weights.length && from.every((name) => tensors.has(name))) return { matchedBy: 'name', from };
  }
  const endings = byEnding(weights, [...tensors.keys()]);
  if (endings !== undefined) return { matchedBy: 'name', from: weights.map((name) => endings.get(name)!) };
  const alike = order?.every((name, index) => tensors.has(name) && alikeAtEnd(weights[index] ?? '', name));
  const inOrder = alike && order?.length === weights.length && tensors.size === weights.length;
  return inOrder ? { matchedBy: 'position', from: order } : { matchedBy: 'name', from: [] };
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
