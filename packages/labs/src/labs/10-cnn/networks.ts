import { Adam, Input, type Model, SparseCategoricalCrossentropy } from '@tenlab/layers';
import { AlexNet } from './networks/alexnet';
import { Dense128 } from './networks/dense128';
import { Inception } from './networks/inception';
import { LeNet } from './networks/lenet';
import { Parts } from './networks/parts';
import { ResNet } from './networks/resnet';
import { Vgg } from './networks/vgg';

const classes = {
  dense128: Dense128,
  parts: Parts,
  lenet: LeNet,
  alexnet: AlexNet,
  vgg: Vgg,
  inception: Inception,
  resnet: ResNet,
} as const;

export type NetworkName = keyof typeof classes;

/** In the order in which they are trained: the yardstick, the course's own, then by age. */
export const networkNames = Object.keys(classes) as NetworkName[];

/** How many layers with weights a picture passes on the longest way through each. */
export const depths: Readonly<Record<NetworkName, number>> = {
  dense128: 2,
  parts: 4,
  lenet: 5,
  alexnet: 8,
  vgg: 8,
  inception: 8,
  resnet: 8,
};

/**
 * For how many epochs a network is trained. The one from parts is as costly as all others together, and learns most in an epoch: it
 * gets half as many.
 */
export function epochsOf(name: NetworkName, epochs: number): number {
  return name === 'parts' ? Math.ceil(epochs / 2) : epochs;
}

/**
 * A network, compiled. All answer in ten logits and are trained alike, so that what differs is the network.
 *
 * It has no weights yet: a class learns how large its inputs are by its first call.
 */
export function network(name: NetworkName): Model {
  const model: Model = new classes[name]({ name });
  model.compile({
    optimizer: new Adam(),
    loss: new SparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: ['accuracy'],
  });
  return model;
}

/** Makes the weights of a network for images of this shape: height, width, channels. */
export function build(model: Model, shape: readonly number[]): void {
  model.apply(Input({ shape: [...shape] }));
}
