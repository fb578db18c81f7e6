import type { Model } from '@tenlab/layers';
import type { WeightMatch } from '../../weights/fill-weights';
import { type Flavour, type StateGroup, stateGroups } from './state-groups';
import type { WeightStore } from './weight-store';

/** What a `.weights.h5` has for a model. */
export interface MatchedWeights {
  matches: WeightMatch[];
  /** Tensors that no weight asks for. */
  extra: string[];
}

/** Gives the name that a weight's tensor has in a file, for the name that it would have by itself. */
export type Rename = (name: string) => string;

/** Finds the tensors of a model's weights by the groups of Keras 3, or of Keras 2 where these fit better. */
export async function matchWeightsH5(store: WeightStore, model: Model, rename?: Rename): Promise<MatchedWeights> {
  const flavours: Flavour[] = (await store.notesNames()) ? ['keras3', 'tfkeras'] : ['tfkeras', 'keras3'];
  let best: MatchedWeights | undefined;
  for (const flavour of flavours) {
    const found = await match(store, stateGroups(model, flavour), rename);
    if (best === undefined || missing(found) < missing(best)) best = found;
    if (missing(found) === 0) break;
  }
  return best!;
}

function missing({ matches }: MatchedWeights): number {
  return matches.filter(({ tensor }) => tensor === undefined).length;
}

async function match(store: WeightStore, groups: readonly StateGroup[], rename?: Rename): Promise<MatchedWeights> {
  const matches: WeightMatch[] = [];
  const taken = new Set<string>();
  for (const { path, weights } of groups) {
    for (const [index, weight] of weights.entries()) {
      const own = `${path === '' ? '' : `${path}/`}vars/${index}`;
      const wanted = rename?.(own) ?? own;
      const [, from = '', number = ''] = /^(?:(.*)\/)?vars\/(\d+)$/.exec(wanted) ?? [];
      const tensor = number === '' ? undefined : (await store.tensorsAt(from))?.[Number(number)];
      matches.push({ label: weight.path, weight, tensor });
      if (tensor) taken.add(tensor.name);
    }
  }
  const held = await Promise.all((await store.paths()).map((path) => store.tensorsAt(path)));
  const extra = held.flatMap((tensors) => tensors ?? []).filter(({ name }) => !taken.has(name));
  return { matches, extra: extra.map(({ name }) => name) };
}
