import { done, fields, type Json, lengthThrough, type Stage, type StageIterator } from './stage';

export interface WindowOptions {
  /** Elements from one window's beginning to the next one's. Default: the size, so that windows do not overlap. */
  shift?: number;
  /** Elements from one of a window to its next. Default 1. */
  stride?: number;
  /** Leave out windows at the end that are not full. Default false. */
  dropRemainder?: boolean;
}

/** Neighbours as lists: from each `shift`-th element on, `size` elements, `stride` apart. TensorFlow: `tf.data.Dataset.window`. */
export class WindowStage<T> implements Stage<T[]> {
  readonly name: string;
  readonly sources: readonly [Stage<T>];
  readonly length: number | null;
  readonly #size: number;
  readonly #shift: number;
  readonly #stride: number;
  readonly #dropRemainder: boolean;

  constructor(source: Stage<T>, size: number, { shift = size, stride = 1, dropRemainder = false }: WindowOptions) {
    this.name = `window(${size}, shift ${shift}, stride ${stride}${dropRemainder ? ', full ones' : ''})`;
    this.sources = [source];
    this.#size = size;
    this.#shift = shift;
    this.#stride = stride;
    this.#dropRemainder = dropRemainder;
    this.length = lengthThrough(source.length, (length) => {
      const span = dropRemainder ? (size - 1) * stride + 1 : 1;
      return length < span ? 0 : Math.floor((length - span) / shift) + 1;
    });
  }

  open(pass: number, state?: Json): StageIterator<T[]> {
    // Elements of a window that is yet to come are read again after a restore: the place is that of its first one.
    const place = fields<{ skip: number; source: Json }>(state);
    const source = this.sources[0].open(pass, place?.source);
    const [size, shift, stride, dropRemainder] = [this.#size, this.#shift, this.#stride, this.#dropRemainder];
    const span = (size - 1) * stride + 1;
    /** What has been read and not passed yet, each with the place before it. */
    const held: { value: T; before: Json }[] = [];
    /** Elements to be passed over before the next window begins. */
    let skip = place?.skip ?? 0;
    let ended = false;

    async function read(): Promise<boolean> {
      const before = source.state();
      const next = ended ? done : await source.next();
      if (next.done) ended = true;
      else held.push({ value: next.value, before });
      return !ended;
    }

    return {
      async next() {
        for (; skip > 0; skip--) {
          if (held.length === 0 && !(await read())) return done;
          held.shift();
        }
        while (held.length < span && (await read()));
        if (held.length === 0 || (dropRemainder && held.length < span)) return done;
        const value = held.filter((_, index) => index < span && index % stride === 0).map((element) => element.value);
        skip = shift;
        return { done: false, value };
      },
      state: () => {
        const behind = Math.min(skip, held.length);
        return { skip: skip - behind, source: held[behind]?.before ?? source.state() };
      },
      close: () => source.close(),
    };
  }
}
