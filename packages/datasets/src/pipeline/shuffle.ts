import { threefry2x32 } from '@tenlab/core';
import { done, fields, type Json, type Stage, type StageIterator } from './stage';

/** "shuf" in ASCII: separates these numbers from others drawn with the same seed. */
const domain = 0x73687566;

/** A whole number from 0 to below `count`, a pure function of the seed and two counters. */
export function randomBelow(count: number, seed: number, counter0: number, counter1: number): number {
  const [word] = threefry2x32(Math.floor(seed / 2 ** 32) ^ domain, seed >>> 0, counter0, counter1);
  return Math.floor(word * 2 ** -32 * count);
}

/**
 * Elements in random order: a buffer is filled, one of it is given by chance, and the next element is put in. A buffer as large as the
 * data makes every order equally likely. TensorFlow: `tf.data.Dataset.shuffle`.
 *
 * The choice is a pure function of seed, pass and step, so a saved place holds no elements: it says how far one was and from where on what
 * lay in the buffer can be read again.
 */
export class ShuffleStage<T> implements Stage<T> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #size: number;
  readonly #seed: number;
  readonly #eachPass: boolean;

  constructor(source: Stage<T>, size: number, seed: number, eachPass: boolean) {
    this.name = `shuffle(${size}, seed ${seed}${eachPass ? '' : ', once'})`;
    this.sources = [source];
    this.length = source.length;
    this.#size = size;
    this.#seed = seed;
    this.#eachPass = eachPass;
  }

  open(pass: number, state?: Json): StageIterator<T> {
    return new ShuffleIterator(
      (place) => this.sources[0].open(pass, place),
      this.#size,
      (count, step) => randomBelow(count, this.#seed, this.#eachPass ? pass : 0, step),
      fields<ShuffleState>(state),
    );
  }
}

interface ShuffleState {
  /** Elements given so far. */
  given: number;
  /** Elements taken from the source so far, and whether that was all. */
  taken: number;
  ended: boolean;
  /** A place of the source from which on everything in the buffer can be read again, and the number of the element there. */
  from: number;
  source: Json;
}

class ShuffleIterator<T> implements StageIterator<T> {
  readonly #source: StageIterator<T>;
  readonly #size: number;
  readonly #choose: (count: number, step: number) => number;
  readonly #buffer: { value: T; number: number }[] = [];
  /** Places of the source, the oldest first; what is older than everything in the buffer is forgotten. */
  #places: { number: number; state: Json }[];
  #given = 0;
  #taken = 0;
  #ended = false;
  readonly #restored: ShuffleState | undefined;
  #ready = false;

  constructor(
    open: (place?: Json) => StageIterator<T>,
    size: number,
    choose: (count: number, step: number) => number,
    restored: ShuffleState | undefined,
  ) {
    this.#source = open(restored?.source);
    this.#size = size;
    this.#choose = choose;
    this.#restored = restored;
    this.#places = [{ number: restored?.from ?? 0, state: this.#source.state() }];
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (!this.#ready) await this.#prepare();
    while (this.#buffer.length < this.#size && (await this.#take()));
    if (this.#buffer.length === 0) return done;
    const chosen = this.#choose(this.#buffer.length, this.#given++);
    const { value } = this.#buffer[chosen]!;
    const last = this.#buffer.pop()!;
    // The last one moves to the place of the one given, and the next element comes last.
    if (chosen < this.#buffer.length) this.#buffer[chosen] = last;
    return { done: false, value };
  }

  state(): Json {
    if (!this.#ready && this.#restored !== undefined) return { ...this.#restored };
    this.#forget();
    const { number: from, state: source } = this.#places[0]!;
    return { given: this.#given, taken: this.#taken, ended: this.#ended, from, source };
  }

  close(): Promise<void> {
    return this.#source.close();
  }

  /** Reads again what lay in the buffer: which elements those were follows from the choices alone. */
  async #prepare(): Promise<void> {
    this.#ready = true;
    const restored = this.#restored;
    if (restored === undefined) return;
    const numbers = this.#replay(restored);
    const values = new Map<number, T>();
    const wanted = new Set(numbers);
    for (this.#taken = restored.from; this.#taken < restored.taken; ) {
      this.#remember();
      const next = await this.#source.next();
      if (next.done) break;
      if (wanted.has(this.#taken)) values.set(this.#taken, next.value);
      this.#taken++;
    }
    this.#given = restored.given;
    this.#ended = restored.ended;
    this.#buffer.push(...numbers.map((number) => ({ number, value: values.get(number)! })));
  }

  #replay({ given, taken, ended }: ShuffleState): number[] {
    const total = ended ? taken : Number.POSITIVE_INFINITY;
    const numbers: number[] = [];
    let next = 0;
    for (let step = 0; step < given; step++) {
      while (numbers.length < this.#size && next < total) numbers.push(next++);
      const chosen = this.#choose(numbers.length, step);
      const last = numbers.pop()!;
      if (chosen < numbers.length) numbers[chosen] = last;
    }
    while (next < taken) numbers.push(next++);
    return numbers;
  }

  async #take(): Promise<boolean> {
    if (this.#ended) return false;
    this.#remember();
    const next = await this.#source.next();
    if (next.done) this.#ended = true;
    else this.#buffer.push({ value: next.value, number: this.#taken++ });
    return !this.#ended;
  }

  /** Notes the place of the source now and then, so that few elements are read twice. */
  #remember(): void {
    const apart = Math.max(16, this.#size >> 3);
    if (this.#taken - this.#places.at(-1)!.number < apart) return;
    this.#places.push({ number: this.#taken, state: this.#source.state() });
    if (this.#ready && this.#buffer.length > 0) this.#forget();
  }

  #forget(): void {
    let oldest = this.#taken;
    for (const { number } of this.#buffer) if (number < oldest) oldest = number;
    while (this.#places.length > 1 && this.#places[1]!.number <= oldest) this.#places.shift();
  }
}
