import { Dense, Dropout, regularizers, Sequential } from '@tenlab/layers';

/** The networks compared, in the order in which they are trained. */
export const variants = {
  plain: {},
  l2: { l2: 0.004 },
  dropout: { rate: 0.5 },
} as const satisfies Record<string, { l2?: number; rate?: number }>;

export type Variant = keyof typeof variants;

export const variantNames = Object.keys(variants) as Variant[];

/**
 * Two hidden layers of 128 over two coordinates: far more than two moons need.
 *
 * `l2` adds `l2 · Σ w²` of each hidden kernel to the loss; `rate` is the share of hidden values that dropout sets to 0 in each
 * training step. The cross-entropy is a metric besides, for the loss with L2 holds its penalty too.
 */
export function planeNetwork({ l2, rate }: { l2?: number; rate?: number }): Sequential {
  const penalty = () => (l2 === undefined ? {} : { kernelRegularizer: new regularizers.L2({ l2 }) });
  const dropout = () => (rate === undefined ? [] : [new Dropout({ rate })]);
  const model = new Sequential([
    new Dense({ units: 128, activation: 'relu', inputShape: [2], ...penalty() }),
    ...dropout(),
    new Dense({ units: 128, activation: 'relu', ...penalty() }),
    ...dropout(),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy', 'binary_crossentropy'] });
  return model;
}
