import { randomUniformValues } from '@tenlab/core';
import { SGD } from '@tenlab/layers/handwritten';

/** What a cake too many costs, and what a cake too few would have earned. */
export interface Prices {
  cost: number;
  profit: number;
}

/**
 * A loss of one's own: what is baked and not sold costs, what is asked for and not there is profit lost.
 *
 * `L = cost · (p - y)` where `p > y`, and `profit · (y - p)` elsewhere.
 *
 * @example
 * moneyLost(12, 10, { cost: 1, profit: 9 }); // { loss: 2, slope: 1 }
 * moneyLost(8, 10, { cost: 1, profit: 9 }); // { loss: 18, slope: -9 }
 */
export function moneyLost(p: number, y: number, { cost, profit }: Prices): { loss: number; slope: number } {
  return p > y ? { loss: cost * (p - y), slope: cost } : { loss: profit * (y - p), slope: -profit };
}

/**
 * Learns by gradient descent how many to bake, where a day's demand is anything from 50 to 150. With the squared error that is
 * the mean demand, 100; with prices it is the demand that is not exceeded on `profit / (profit + cost)` of the days.
 */
export function howManyToBake(loss: Prices | 'squared', { days = 500, steps = 2000, seed = 1 } = {}): number {
  const demand = randomUniformValues(days, { minValue: 50, maxValue: 150, seed });
  const [parameters, optimizer] = [[[80]], new SGD({ learningRate: 0.2 })];
  const scale = loss === 'squared' ? 1 : loss.cost + loss.profit;
  for (let step = 0; step < steps; step++) {
    const p = parameters[0]![0]!;
    let slope = 0;
    for (const y of demand)
      slope += loss === 'squared' ? (2 * (p - y)) / days : moneyLost(p, y, loss).slope / days / scale;
    optimizer.update(parameters, [[slope]]);
  }
  return parameters[0]![0]!;
}
