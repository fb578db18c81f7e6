import { deriveSeed, inWords, TenlabError } from '@tenlab/core';
import type { ArrayLike1 } from '../elements/element-at';
import type { Batched } from '../elements/stack';
import { BatchStage } from './batch';
import { CacheStage, MemoryStore } from './cache';
import { ConcatStage } from './concat';
import { checkState, DatasetIterator } from './dataset-iterator';
import { DiskStore } from './disk-store';
import { FilterStage } from './filter';
import { ArraysStage } from './from-arrays';
import { again, type FromGeneratorOptions, GeneratorStage, type MakeElements } from './from-iterable';
import { type ElementPlace, MapStage } from './map';
import { type ParallelMapOptions, ParallelMapStage } from './parallel-map';
import { PrefetchStage } from './prefetch';
import { RepeatStage } from './repeat';
import { SelectStage } from './select';
import { ShuffleStage } from './shuffle';
import { SkipStage } from './skip';
import { type SplitOptions, splitNumbers, stratifiedNumbers } from './split-numbers';
import { type Json, type Stage, signatureOf } from './stage';
import { TakeStage } from './take';
import { MixStage, WeightedStage } from './weighted';
import { type WindowOptions, WindowStage } from './window';
import type { WorkerFunction } from './worker-pool';
import { ZipStage } from './zip';

/** What an array gives element by element. */
type ElementOf<Part> = Part extends readonly (infer Item)[]
  ? Item
  : Part extends { shape: readonly [unknown] } | ArrayBufferView
    ? number
    : { data: Part extends { data: infer Data } ? Data : never; shape: number[] };

/**
 * A pipeline of data: elements made, changed, put in order and into batches, one by one and only when someone asks.
 *
 * `model.fit` takes it as it is, and `for await` goes over it; each time is a pass of its own, in which shuffling differs. A place in a pass
 * can be saved as JSON and gone on from exactly, in another process too: see {@link Dataset.iterateFrom}. Elements are data on the host (numbers, texts,
 * typed arrays, `{ data, shape }`, lists and records of them), so nothing is there to dispose of. TensorFlow: `tf.data.Dataset`.
 *
 * @example
 * const data = Dataset.fromArrays(train.x, train.y).shuffle(10_000, { seed: 1 }).batch(32).prefetch(2);
 * await model.fit(data, null, { epochs: 5 });
 */
export class Dataset<T> implements AsyncIterable<T> {
  readonly #stage: Stage<T>;
  #pass = 0;

  /** @internal Use `fromArrays`, `fromIterable` or `fromGenerator`. */
  constructor(stage: Stage<T>) {
    this.#stage = stage;
  }

  /**
   * The examples of arrays, along their first axis; with `y`, and with `sampleWeight` too, as lists `[x, y, sampleWeight]`.
   *
   * @throws TenlabError where the arrays are not equally long
   *
   * @example
   * await Dataset.fromArrays([1, 2], ['a', 'b']).toArray(); // [[1, 'a'], [2, 'b']]
   */
  static fromArrays<X extends ArrayLike1>(x: X): Dataset<ElementOf<X>>;
  static fromArrays<X extends ArrayLike1, Y extends ArrayLike1>(x: X, y: Y): Dataset<[ElementOf<X>, ElementOf<Y>]>;
  static fromArrays<X extends ArrayLike1, Y extends ArrayLike1, W extends ArrayLike1>(
    x: X,
    y: Y,
    sampleWeight: W,
  ): Dataset<[ElementOf<X>, ElementOf<Y>, ElementOf<W>]>;
  static fromArrays(...parts: ArrayLike1[]): Dataset<unknown> {
    return new Dataset(new ArraysStage(parts));
  }

  /** The items of a list, a set, or any iterable that can be gone over again. */
  static fromIterable<T>(iterable: Iterable<T> | AsyncIterable<T>): Dataset<T> {
    if (Array.isArray(iterable)) return new Dataset(new ArraysStage<T>([iterable]));
    return new Dataset(new GeneratorStage('iterable', again(iterable)));
  }

  /**
   * What a generator gives; it is called anew for each pass. A restored place is found by passing over what was given before, unless the generator
   * `seeks` by itself. It must give the same again.
   *
   * @example
   * Dataset.fromGenerator(function* ({ pass }) { yield pass; yield pass + 1; });
   */
  static fromGenerator<T>(make: MakeElements<T>, options: FromGeneratorOptions = {}): Dataset<T> {
    return new Dataset(new GeneratorStage('generator', make, options));
  }

  /** Elements of several data sets side by side, as lists, until the first of them ends. */
  static zip<T extends readonly unknown[]>(...datasets: { [Index in keyof T]: Dataset<T[Index]> }): Dataset<T> {
    return new Dataset(new ZipStage<T>((datasets as unknown as Dataset<unknown>[]).map((dataset) => dataset.#stage)));
  }

  /**
   * Elements of several data sets, each time from one chosen by chance; one that has ended is chosen no more.
   *
   * @param weights how often each is chosen. Default: equally often
   */
  static mix<T>(
    datasets: readonly Dataset<T>[],
    { weights = datasets.map(() => 1), seed = deriveSeed() }: { weights?: readonly number[]; seed?: number } = {},
  ): Dataset<T> {
    return new Dataset(
      new MixStage(
        datasets.map((dataset) => dataset.#stage),
        weights,
        seed,
      ),
    );
  }

  /** Elements in one pass; Infinity where it never ends, null where it is not known before its end. */
  get size(): number | null {
    return this.#stage.length;
  }

  /** The stages from the data on, as one line: `arrays(6) > shuffle(4, seed 1) > batch(2)`. */
  get signature(): string {
    return signatureOf(this.#stage);
  }

  /** Each element made into another; the function may be asynchronous, and is told the element's number. */
  map<U>(change: (element: T, place: ElementPlace) => U | Promise<U>): Dataset<U> {
    return new Dataset(new MapStage(this.#stage, change));
  }

  /**
   * Each element made into another by worker threads; the order stays. Node only.
   *
   * @example
   * data.parallelMap({ module: new URL('./augment.js', import.meta.url), name: 'augment' }, { workers: 2 });
   */
  parallelMap<U>(work: WorkerFunction, options: ParallelMapOptions = {}): Dataset<U> {
    if (options.workers !== undefined) whole(options.workers, 'workers', 'parallelMap', 1);
    if (options.ahead !== undefined) whole(options.ahead, 'ahead', 'parallelMap', 1);
    return new Dataset(new ParallelMapStage<T, U>(this.#stage, work, options));
  }

  /** The elements for which the function says yes. */
  filter(keep: (element: T) => boolean | Promise<boolean>): Dataset<T> {
    return new Dataset(new FilterStage(this.#stage, keep));
  }

  /** Keeps the elements of the first whole pass and gives them again in later ones: in memory, or in a file (Node) that later processes find again. */
  cache(path?: string): Dataset<T> {
    const store = path === undefined ? new MemoryStore<T>() : DiskStore.open<T>(path, this.signature);
    return new Dataset(new CacheStage(this.#stage, store));
  }

  /**
   * Elements in random order, chosen from a buffer of `size`; one as large as the data makes every order equally likely. Another order in each pass,
   * unless `eachPass` is false.
   */
  shuffle(
    size: number,
    { seed = deriveSeed(), eachPass = true }: { seed?: number; eachPass?: boolean } = {},
  ): Dataset<T> {
    return new Dataset(new ShuffleStage(this.#stage, whole(size, 'size', 'shuffle', 1), seed, eachPass));
  }

  /** So many elements stacked into one, leaf by leaf; the last batch may be smaller, or left out with `dropRemainder`. */
  batch(size: number, { dropRemainder = false }: { dropRemainder?: boolean } = {}): Dataset<Batched<T>> {
    return new Dataset(new BatchStage(this.#stage, whole(size, 'size', 'batch', 1), dropRemainder));
  }

  /** Takes up to `count` elements before they are asked for. */
  prefetch(count: number): Dataset<T> {
    return new Dataset(new PrefetchStage(this.#stage, whole(count, 'count', 'prefetch', 1)));
  }

  /** Neighbours as lists of `size` elements. */
  window(size: number, options: WindowOptions = {}): Dataset<T[]> {
    for (const name of ['shift', 'stride'] as const) {
      if (options[name] !== undefined) whole(options[name], name, 'window', 1);
    }
    return new Dataset(new WindowStage(this.#stage, whole(size, 'size', 'window', 1), options));
  }

  /** The first `count` elements. */
  take(count: number): Dataset<T> {
    return new Dataset(new TakeStage(this.#stage, whole(count, 'count', 'take', 0)));
  }

  /** All but the first `count` elements. */
  skip(count: number): Dataset<T> {
    return new Dataset(new SkipStage(this.#stage, whole(count, 'count', 'skip', 0)));
  }

  /** One pass after another as if they were one; without a count for ever. */
  repeat(count = Number.POSITIVE_INFINITY): Dataset<T> {
    const checked = count === Number.POSITIVE_INFINITY ? count : whole(count, 'count', 'repeat', 1);
    return new Dataset(new RepeatStage(this.#stage, checked));
  }

  /** These elements, then those of others. */
  concat<U>(...others: Dataset<U>[]): Dataset<T | U> {
    const stages = [this.#stage, ...others.map((other) => other.#stage)] as Stage<T | U>[];
    return new Dataset(new ConcatStage(stages));
  }

  /**
   * Divided into parts, no element in two of them. Keras: `split_dataset`.
   *
   * @example
   * const [train, validation] = data.split([0.8, 0.2], { shuffle: true, seed: 1 });
   *
   * @throws TenlabError where it is not known how many elements there are
   */
  split(fractions: readonly number[], options: SplitOptions = {}): Dataset<T>[] {
    const { shuffle = false, seed = shuffle ? deriveSeed() : undefined } = options;
    const count = this.#finiteSize('split');
    return splitNumbers(count, fractions, shuffle ? seed : undefined).map((part) => this.#select(part));
  }

  /**
   * Divided into parts with the same share of each class in each of them. Goes over the data once to ask `classOf` each element.
   *
   * @example
   * const [train, test] = await data.stratifiedSplit([0.8, 0.2], ([, label]) => label, { seed: 1 });
   */
  async stratifiedSplit(
    fractions: readonly number[],
    classOf: (element: T) => unknown,
    { seed = deriveSeed() }: { seed?: number } = {},
  ): Promise<Dataset<T>[]> {
    const labels: unknown[] = [];
    const iterator = this.#stage.open(0);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) labels.push(classOf(next.value));
    await iterator.close();
    return stratifiedNumbers(labels, fractions, seed).map((part) => this.#select(part));
  }

  /**
   * Elements drawn with replacement, with chances in proportion to their weights: for classes of unequal size. The data must be readable in any
   * order, as arrays, lists and folders are.
   *
   * @param weights one for each element
   * @param options `count` elements in a pass (as many as there are), `seed` (the next derived seed)
   */
  weighted(weights: ArrayLike<number>, options: { count?: number; seed?: number } = {}): Dataset<T> {
    const size = this.#finiteSize('weighted');
    const { count = size, seed = deriveSeed() } = options;
    if (this.#stage.at === undefined || weights.length !== size) {
      throw new TenlabError({
        code: 'invalid-argument',
        place: 'Dataset.weighted',
        expected: `data that can be read in any order, and a weight for each of the ${size} elements`,
        received: inWords(`${weights.length} weights, for ${this.signature}`),
        remedy: 'Call it right after `fromArrays`, `fromIterable` of a list, or `imageFolder`.',
      });
    }
    return new Dataset(new WeightedStage(this.#stage, weights, whole(count, 'count', 'weighted', 1), seed));
  }

  /** All elements of a pass, as a list. */
  async toArray(): Promise<T[]> {
    const elements: T[] = [];
    for await (const element of this) elements.push(element);
    return elements;
  }

  /** Begins the next pass. */
  iterate(): DatasetIterator<T> {
    return new DatasetIterator(this.#stage, () => this.#pass++);
  }

  /**
   * Goes on from a place that an iterator's `getState` told, in another process too: exactly the rest of that pass. The next pass is the one after it.
   *
   * @example
   * await writeFile('place.json', JSON.stringify(iterator.getState()));
   * // Later, with the same pipeline:
   * const rest = data.iterateFrom(JSON.parse(await readFile('place.json', 'utf8')));
   * for await (const batch of rest) console.log(batch);
   *
   * @throws TenlabError for what is no place, or a place of another pipeline
   */
  iterateFrom(state: Json): DatasetIterator<T> {
    const place = checkState(state, this.#stage);
    this.#pass = place.pass + 1;
    return new DatasetIterator(this.#stage, () => place.pass, place.stage);
  }

  [Symbol.asyncIterator](): DatasetIterator<T> {
    return this.iterate();
  }

  #select(numbers: Int32Array): Dataset<T> {
    return new Dataset(new SelectStage(this.#stage, numbers));
  }

  #finiteSize(method: string): number {
    const { size } = this;
    if (size !== null && Number.isFinite(size)) return size;
    throw new TenlabError({
      code: 'unknown-size',
      place: `Dataset.${method}`,
      expected: 'to know how many elements there are',
      received: inWords(size === null ? 'a number that is not known before the end' : 'data without end'),
      remedy: 'Give `length` to `fromGenerator`, or call it before `filter` and `repeat`.',
    });
  }
}

function whole(value: number, name: string, method: string, least: number): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new TenlabError({
    code: 'invalid-argument',
    place: `Dataset.${method}`,
    expected: `\`${name}\` to be a whole number from ${least}`,
    received: value,
    remedy: `For example ${least + 31}.`,
  });
}
