/**
 * A candidate is a connector: it says whether a TF.js backend can be had on this machine, and starts it. It computes nothing
 * itself. `useBackend` walks along the candidates; adding a backend is one more file of this shape and one line in
 * `candidates.ts`. The `cpu` candidate is the reference, for debugging: far too slow to train with.
 */
export type BackendCandidate = {
  readonly name: BackendName;
  readonly kind: BackendKind;
  /** Whether it can be had, as far as one can tell without starting it. Changes nothing, never throws. */
  probe(options: BackendOptions): Promise<Availability>;
  /**
   * Why this backend cannot do what an option asks, or `undefined` where it can.
   * An option it cannot honour is an error when the backend was named, and a note in the report under 'auto'.
   */
  whyNot<Option extends keyof BackendOptions>(
    option: Option,
    value: NonNullable<BackendOptions[Option]>,
  ): string | undefined;
  /** Starts the backend and makes it the current one of TF.js. @throws Refusal where it turns out not to be available */
  start(options: BackendOptions): Promise<StartedBackend>;
};

/** Names for `useBackend` and TENLAB_BACKEND, but for 'auto'. */
export type BackendName = 'tensorflow-gpu' | 'wasm' | 'tensorflow' | 'cpu';

export type BackendKind = 'gpu' | 'wasm' | 'native' | 'cpu';

/** What a backend can be asked for. Every field may be left out. */
export type BackendOptions = {
  /** How many threads compute; from 1. Default: all cores. TENLAB_THREADS overrides it. */
  threads?: number;
  /** GPU: take memory as it is needed (true, the default) or all of it at the start. */
  memoryGrowth?: boolean;
  /** GPU: the number of the device, from 0. */
  device?: number;
  /** GPU: the most device memory to take, in MB. */
  memoryLimit?: number;
  /** 'strict' keeps to plain float32 operations, which every machine rounds alike; 'fast' (the default) may fuse them. */
  numerics?: 'fast' | 'strict';
};

export type SimdLevel = 'none' | 'simd' | 'relaxed-simd';

/** Why a backend is not available, and what would make it so: both as sentences without a full stop at the end. */
export type Unavailable = { available: false; reason: string; remedy: string };

export type Availability = { available: true } | Unavailable;

/** What a started backend tells about itself; `note` is what the person should know, such as why there is one thread. */
export type StartedBackend = { threads: number; simd: SimdLevel; note?: string | undefined };

/** Thrown by `start` for what a probe could not know: the backend is not available after all. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly remedy: string;

  constructor({ reason, remedy, cause }: { reason: string; remedy: string; cause?: unknown }) {
    super(reason, cause === undefined ? undefined : { cause });
    this.remedy = remedy;
  }
}
