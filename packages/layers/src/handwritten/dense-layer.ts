import { inWords, TenlabError } from '@tenlab/core';
import { type ActivationName, activations } from './activations';

/**
 * A dense layer in plain arrays: `a = f(x · W + b)`, and the way back through it.
 *
 * Everything is a list of rows: `x` has one row per sample, `weights` one row per input. The twin of `Dense`.
 *
 * @example
 * const layer = new DenseLayer([[1, 2], [3, 4]], [0, 1]); // two inputs, two units
 * layer.forward([[1, 1]]); // [[4, 7]]
 * layer.backward([[1, 0]]); // [[1, 3]]: how the loss changes with each input
 * layer.weightGradients; // [[1, 0], [1, 0]]
 */
export class DenseLayer {
  /** `W[i][j]` leads from input `i` to unit `j`. */
  readonly weights: number[][];
  /** `b[j]` */
  readonly biases: number[];
  readonly activation: ActivationName;
  weightGradients: number[][] = [];
  biasGradients: number[] = [];
  /** What went in and came out last, for the way back. */
  #inputs: readonly number[][] = [];
  #outputs: readonly number[][] = [];

  constructor(weights: number[][], biases: number[], activation: ActivationName = 'linear') {
    this.weights = weights;
    this.biases = biases;
    this.activation = activation;
  }

  /** From inputs to outputs: `a = f(x · W + b)`. */
  forward(inputs: readonly number[][]): number[][] {
    const { apply } = activations[this.activation];
    this.#expectInputs(inputs);
    const outputs = inputs.map((x) => {
      const z = [...this.biases];
      for (const [i, weights] of this.weights.entries()) {
        // A black pixel adds nothing to any unit.
        if (x[i] === 0) continue;
        for (let j = 0; j < z.length; j++) z[j]! += x[i]! * weights[j]!;
      }
      return z.map(apply);
    });
    this.#inputs = inputs;
    this.#outputs = outputs;
    return outputs;
  }

  /**
   * From the gradient of the loss by the outputs to that by the inputs, by the chain rule:
   *
   * `dz = da · f'(z)`, `dW = xᵀ · dz`, `db = Σ dz` over the samples, `dx = dz · Wᵀ`
   */
  backward(outputGradients: readonly number[][]): number[][] {
    return this.learnFrom(outputGradients).map((each) =>
      this.weights.map((weights) => {
        let dx = 0;
        for (let j = 0; j < each.length; j++) dx += each[j]! * weights[j]!;
        return dx;
      }),
    );
  }

  /**
   * The way back as far as the weights: `dz`, `dW` and `db`, and no `dx`. It is all that a first layer needs, whose inputs are data and
   * learn nothing. Returns `dz`.
   */
  learnFrom(outputGradients: readonly number[][]): number[][] {
    const { derivative } = activations[this.activation];
    const dz = outputGradients.map((row, n) => row.map((da, j) => da * derivative(this.#outputs[n]![j]!)));
    this.weightGradients = this.weights.map((row) => row.map(() => 0));
    this.biasGradients = this.biases.map((_, j) => sum(dz.map((each) => each[j]!)));
    for (const [n, each] of dz.entries()) {
      for (const [i, gradients] of this.weightGradients.entries()) {
        const x = this.#inputs[n]![i]!;
        if (x === 0) continue;
        for (let j = 0; j < each.length; j++) gradients[j]! += x * each[j]!;
      }
    }
    return dz;
  }

  #expectInputs(inputs: readonly number[][]): void {
    const wrong = inputs.find((x) => x.length !== this.weights.length);
    if (!wrong) return;
    throw new TenlabError({
      code: 'invalid-shape',
      place: 'DenseLayer',
      expected: `each sample must have ${this.weights.length} numbers, one for each row of the weights`,
      received: inWords(`one with ${wrong.length}`),
      remedy: 'Give the data and the first layer the same number of features.',
    });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
