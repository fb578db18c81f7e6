import { Dense, Dropout, regularizers, Sequential } from '@tenlab/layers';

/** The networks compared, in the order in which they are trained. */
export const variants = {
  small: { units: 4 },
  middle: { units: 16 },
  big: { units: 512 },
  l2: { units: 512, l2: 0.001 },
  dropout: { units: 512, rate: 0.5 },
  both: { units: 512, l2: 0.001, rate: 0.5 },
} as const satisfies Record<string, { units: number; l2?: number; rate?: number }>;

export type Variant = keyof typeof variants;

export const variantNames = Object.keys(variants) as Variant[];

/**
 * Two hidden layers over which words a text holds.
 *
 * `l2` adds `l2 · Σ w²` of each hidden kernel to the loss; `rate` is the share of hidden values that dropout sets to 0 in each
 * training step. The cross-entropy is a metric besides, for the loss of a regularised network holds its penalty too.
 */
export function textNetwork(
  words: number,
  { units, l2, rate }: { units: number; l2?: number; rate?: number },
): Sequential {
  const penalty = () => (l2 === undefined ? {} : { kernelRegularizer: new regularizers.L2({ l2 }) });
  const dropout = () => (rate === undefined ? [] : [new Dropout({ rate })]);
  const model = new Sequential([
    new Dense({ units, activation: 'relu', inputShape: [words], ...penalty() }),
    ...dropout(),
    new Dense({ units, activation: 'relu', ...penalty() }),
    ...dropout(),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy', 'binary_crossentropy'] });
  return model;
}
