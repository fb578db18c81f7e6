/** What every optimizer here is: something that changes parameters, given the gradients of the loss by them. */
export interface Optimizer {
  /** One step, in place. Both are lists of lists of numbers, in the same order each time. */
  update(parameters: number[][], gradients: readonly number[][]): void;
}

/** A state of the same form as the parameters, all of one value: each parameter has its own. */
export function likeParameters(parameters: readonly number[][], value: number): number[][] {
  return parameters.map((list) => list.map(() => value));
}
