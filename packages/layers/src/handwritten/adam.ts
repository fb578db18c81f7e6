import { likeParameters, type Optimizer } from './optimizer';

/**
 * Adam: momentum and RMSProp together: `m` is a moving mean of the gradients, `v` of their squares.
 *
 * `m <- beta1 · m + (1 - beta1) · g`
 * `v <- beta2 · v + (1 - beta2) · g²`
 * `w <- w - learningRate · m' / (sqrt(v') + epsilon')`
 *
 * Both means begin at 0 and would be too small at first: `m' = m / (1 - beta1^t)` and `v' = v / (1 - beta2^t)` at step `t` mend
 * it. Below they are one factor, `alpha`, as in section 2.1 of the paper, where `epsilon` is added to the uncorrected `sqrt(v)`.
 *
 * The twin of `Adam`. Kingma & Ba 2014, arXiv:1412.6980.
 *
 * @example
 * const parameters = [[1]];
 * new Adam({ learningRate: 0.1 }).update(parameters, [[2]]); // the first step is as long as the learning rate
 * parameters; // [[0.9…]]
 */
export class Adam implements Optimizer {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  #step = 0;
  #momenta: number[][] | null = null;
  #velocities: number[][] | null = null;

  constructor({ learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = {}) {
    this.learningRate = learningRate;
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
  }

  update(parameters: number[][], gradients: readonly number[][]): void {
    this.#momenta ??= likeParameters(parameters, 0);
    this.#velocities ??= likeParameters(parameters, 0);
    this.#step += 1;
    const alpha = (this.learningRate * Math.sqrt(1 - this.beta2 ** this.#step)) / (1 - this.beta1 ** this.#step);
    for (const [i, w] of parameters.entries()) {
      const [g, m, v] = [gradients[i]!, this.#momenta[i]!, this.#velocities[i]!];
      for (let j = 0; j < w.length; j++) {
        m[j] = this.beta1 * m[j]! + (1 - this.beta1) * g[j]!;
        v[j] = this.beta2 * v[j]! + (1 - this.beta2) * g[j]! ** 2;
        w[j]! -= (alpha * m[j]!) / (Math.sqrt(v[j]!) + this.epsilon);
      }
    }
  }
}
