import { inWords, TenlabError, threefry2x32 } from '@tenlab/core';
import { IndexIterator } from './from-arrays';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** "wght" in ASCII: separates these numbers from others drawn with the same seed. */
const domain = 0x77676874;

/** Places drawn with chances in proportion to the weights, a pure function of seed, pass and step. */
export class WeightedChoice {
  readonly #ends: Float64Array;
  readonly #seed: number;

  /** Throws for weights that are negative, not finite, or all 0. */
  constructor(weights: ArrayLike<number>, seed: number, place: string) {
    let sum = 0;
    this.#ends = Float64Array.from(weights, (weight) => {
      if (!(weight >= 0) || !Number.isFinite(weight)) throw wrong(place, String(weight));
      sum += weight;
      return sum;
    });
    if (sum === 0) throw wrong(place, weights.length === 0 ? 'none' : 'nothing but 0');
    this.#seed = seed;
  }

  choose(pass: number, step: number): number {
    const [high, low] = threefry2x32(Math.floor(this.#seed / 2 ** 32) ^ domain, this.#seed >>> 0, pass, step);
    // 53 random bits, so that rare places have their chance among millions.
    const target = (high * 2 ** 21 + (low >>> 11)) * 2 ** -53 * this.#ends.at(-1)!;
    let [from, to] = [0, this.#ends.length - 1];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#ends[middle]! > target) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

function wrong(place: string, received: string): TenlabError {
  return new TenlabError({
    code: 'invalid-argument',
    place,
    expected: 'weights from 0 up, at least one of them above 0',
    received: inWords(received),
    remedy: 'Give each a weight, for example 1 divided by the size of its class.',
  });
}

/** Elements drawn with replacement, by their weights. The source must be readable in any order. */
export class WeightedStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number;
  readonly #choice: WeightedChoice;

  constructor(source: Stage<T>, weights: ArrayLike<number>, count: number, seed: number) {
    this.name = `weighted(${count}, seed ${seed})`;
    this.sources = [source];
    this.length = count;
    this.#choice = new WeightedChoice(weights, seed, 'Dataset.weighted');
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const [source] = this.sources;
    const at = (step: number) => source.at!(this.#choice.choose(pass, step));
    return new IndexIterator({ length: this.length, at }, fields<number>(state) ?? 0);
  }
}

/** Elements of several stages, each time from one chosen by its weight; one that has ended is chosen no more. TensorFlow: `sample_from_datasets`. */
export class MixStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly Stage<T>[];
  readonly length: number | null;
  readonly #weights: readonly number[];
  readonly #seed: number;

  constructor(sources: readonly Stage<T>[], weights: readonly number[], seed: number) {
    new WeightedChoice(weights, seed, 'Dataset.mix');
    this.name = `mix(${weights.join(', ')}, seed ${seed})`;
    this.sources = sources;
    this.#weights = weights;
    this.#seed = seed;
    this.length = sources
      .filter((_, index) => weights[index]! > 0)
      .reduce<number | null>((sum, { length }) => (sum === null || length === null ? null : sum + length), 0);
  }

  open(pass: number, state?: Json): StageIterator<T> {
    const place = fields<{ step: number; ended: boolean[]; sources: Json[] }>(state);
    const iterators = this.sources.map((source, index) => source.open(pass, place?.sources[index]));
    const ended = [...(place?.ended ?? this.#weights.map((weight) => weight === 0))];
    let step = place?.step ?? 0;
    const choose = () =>
      new WeightedChoice(
        this.#weights.map((weight, index) => (ended[index] ? 0 : weight)),
        this.#seed,
        'Dataset.mix',
      );
    let choice = ended.every(Boolean) ? undefined : choose();
    return {
      async next() {
        while (choice !== undefined) {
          const chosen = choice.choose(pass, step++);
          const next = await iterators[chosen]!.next();
          if (!next.done) return next;
          ended[chosen] = true;
          choice = ended.every(Boolean) ? undefined : choose();
        }
        return done;
      },
      state: () => ({ step, ended: [...ended], sources: iterators.map((iterator) => iterator.state()) }),
      close: async () => {
        await Promise.all(iterators.map((iterator) => iterator.close()));
      },
    };
  }
}
