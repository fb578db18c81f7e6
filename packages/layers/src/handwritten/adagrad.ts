import { likeParameters, type Optimizer } from './optimizer';

/**
 * Adagrad: a learning rate for each parameter, smaller the more it has moved: `a` adds up its squared gradients.
 *
 * `a <- a + g²`
 * `w <- w - learningRate · g / sqrt(a + epsilon)`
 *
 * The sum only grows, so the steps only shrink. The twin of `Adagrad`. Duchi et al. 2011.
 *
 * @example
 * const parameters = [[1]];
 * new Adagrad({ learningRate: 0.1, initialAccumulatorValue: 0 }).update(parameters, [[2]]); // a = 4
 * parameters; // [[0.9…]]
 */
export class Adagrad implements Optimizer {
  readonly learningRate: number;
  readonly initialAccumulatorValue: number;
  readonly epsilon: number;
  #accumulators: number[][] | null = null;

  constructor({ learningRate = 0.001, initialAccumulatorValue = 0.1, epsilon = 1e-7 } = {}) {
    this.learningRate = learningRate;
    this.initialAccumulatorValue = initialAccumulatorValue;
    this.epsilon = epsilon;
  }

  update(parameters: number[][], gradients: readonly number[][]): void {
    this.#accumulators ??= likeParameters(parameters, this.initialAccumulatorValue);
    for (const [i, w] of parameters.entries()) {
      const [g, a] = [gradients[i]!, this.#accumulators[i]!];
      for (let j = 0; j < w.length; j++) {
        a[j]! += g[j]! ** 2;
        w[j]! -= (this.learningRate * g[j]!) / Math.sqrt(a[j]! + this.epsilon);
      }
    }
  }
}
