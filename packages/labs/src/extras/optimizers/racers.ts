import { Adagrad, Adam, Momentum, type Optimizer, RMSProp, SGD } from '@tenlab/layers/handwritten';

/** Those who race. Learning rates are not alike, for a step of Adam is as long as its rate, and one of SGD as long as rate times gradient. */
export const racers = {
  sgd: { name: 'SGD', rate: 0.01, make: (learningRate: number): Optimizer => new SGD({ learningRate }) },
  momentum: { name: 'momentum', rate: 0.01, make: (learningRate: number): Optimizer => new Momentum({ learningRate }) },
  adagrad: { name: 'Adagrad', rate: 0.05, make: (learningRate: number): Optimizer => new Adagrad({ learningRate }) },
  rmsprop: { name: 'RMSProp', rate: 0.003, make: (learningRate: number): Optimizer => new RMSProp({ learningRate }) },
  adam: { name: 'Adam', rate: 0.005, make: (learningRate: number): Optimizer => new Adam({ learningRate }) },
} as const;

export type Racer = keyof typeof racers;

export const racerNames = Object.keys(racers) as Racer[];
