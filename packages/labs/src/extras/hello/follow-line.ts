import { Callback } from '@tenlab/layers';

/** Writes down the weight and the bias after each epoch. */
export class FollowLine extends Callback {
  readonly weights: number[] = [];
  readonly biases: number[] = [];

  override async onEpochEnd(): Promise<void> {
    const [weight, bias] = await Promise.all(this.model.weights.map(({ value }) => value.data()));
    this.weights.push(weight![0]!);
    this.biases.push(bias![0]!);
  }
}
