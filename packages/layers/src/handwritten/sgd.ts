import type { Optimizer } from './optimizer';

/**
 * Gradient descent: a small step against the gradient.
 *
 * `w <- w - learningRate · g`
 *
 * The twin of `SGD`.
 *
 * @example
 * const parameters = [[1]];
 * new SGD({ learningRate: 0.1 }).update(parameters, [[2]]);
 * parameters; // [[0.8]]
 */
export class SGD implements Optimizer {
  readonly learningRate: number;

  constructor({ learningRate = 0.01 } = {}) {
    this.learningRate = learningRate;
  }

  update(parameters: number[][], gradients: readonly number[][]): void {
    for (const [i, w] of parameters.entries()) {
      const g = gradients[i]!;
      for (let j = 0; j < w.length; j++) w[j]! -= this.learningRate * g[j]!;
    }
  }
}
