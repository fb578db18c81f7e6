/**
 * A net to time, as plain data: Keras's class names and Keras's argument names.
 * Every participant, in Python or TypeScript, builds its model from the same text, so that all train the same net.
 */
export interface Net {
  readonly name: string;
  readonly batch: number;
  readonly input: InputSpec;
  readonly target: TargetSpec;
  readonly layers: readonly LayerSpec[];
  readonly optimizer: ClassSpec;
  readonly loss: ClassSpec;
  readonly metrics?: readonly string[];
}

/** A Keras class and its arguments: `['Dense', { units: 10 }]`. */
export type ClassSpec = readonly [className: string, config: Readonly<Record<string, unknown>>];

/** A layer; `ResidualBlock` with `filters` and `strides` stands for the basic block of ResNet, which every participant spells out. */
export type LayerSpec = ClassSpec;

/** One row of inputs: numbers from 0 to 1, or whole numbers below `count`. */
export type InputSpec =
  | { readonly kind: 'real'; readonly shape: readonly number[] }
  | { readonly kind: 'ids'; readonly shape: readonly number[]; readonly count: number };

/** One row of targets. */
export type TargetSpec =
  | { readonly kind: 'class'; readonly count: number }
  | { readonly kind: 'one-hot'; readonly count: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'real' };
