import type { Model } from '@tenlab/layers';
import type { Pieces } from '../../../write-pieces';
import { elementCount } from '../../element-count';
import { type DatasetToWrite, type GroupToWrite, planHdf5 } from '../../hdf5/write/plan-hdf5';
import { divideIntoShards, shardNumber } from '../../shards';
import { bytesPerElement } from '../../stored-array';
import { GroupBuilder } from './group-builder';
import { weightsTree } from './weights-tree';

/** An array of a `.weights.h5`, and where it lies. */
interface Leaf {
  /** The path of its group, `layers/dense/vars`. */
  group: string;
  attributes: NonNullable<GroupToWrite['attributes']>;
  number: string;
  dataset: DatasetToWrite;
}

/**
 * The files of a model's weights as Keras 3's `save_weights('NAME.weights.json', max_shard_size=…)` makes them, by name, the index that
 * names the others last: `NAME_00000.weights.h5`, `NAME_00001.weights.h5`, …, `NAME.weights.json`.
 *
 * An array that is larger than `mostBytes` has a file of its own. The arrays of one layer, and those of the optimizer, may lie in several.
 */
export function shardedWeights(model: Model, name: string, mostBytes: number): Map<string, Pieces> {
  const leaves = [...leavesOf(weightsTree(model), '')];
  const files = new Map<string, Pieces>();
  const weightMap = new Map<string, string[]>();
  for (const [index, shard] of divideIntoShards(leaves, bytesOf, mostBytes).entries()) {
    const file = `${name}_${shardNumber(index)}.weights.h5`;
    const builder = new GroupBuilder();
    for (const { group, attributes, number, dataset } of shard) {
      for (const [key, value] of attributes) builder.group(group).attributes.set(key, value);
      builder.add(`${group}/${number}`, dataset);
      const held = weightMap.get(`/${group}`) ?? [];
      if (!held.includes(file)) weightMap.set(`/${group}`, [...held, file]);
    }
    files.set(file, planHdf5(builder.root).pieces());
  }
  const total = leaves.reduce((sum, leaf) => sum + bytesOf(leaf), 0);
  const index = { metadata: { total_size: total }, weight_map: Object.fromEntries(weightMap) };
  files.set(`${name}.weights.json`, [new TextEncoder().encode(JSON.stringify(index, null, 4))]);
  return files;
}

function* leavesOf({ attributes = new Map(), children }: GroupToWrite, path: string): Generator<Leaf> {
  for (const [name, child] of children) {
    if ('children' in child) yield* leavesOf(child, path === '' ? name : `${path}/${name}`);
    else yield { group: path, attributes, number: name, dataset: child };
  }
}

function bytesOf({ dataset: { dtype, shape } }: Leaf): number {
  return bytesPerElement[dtype] * (elementCount(shape) ?? 0);
}
