import { Dense, Sequential } from '@tenlab/layers';

/** The walkthrough's network: two hidden layers of ten, and a logit for each species. `50 + 110 + 33 = 193` parameters. */
export function irisNetwork(): Sequential {
  return new Sequential([
    new Dense({ units: 10, activation: 'relu', inputShape: [4] }),
    new Dense({ units: 10, activation: 'relu' }),
    new Dense({ units: 3 }),
  ]);
}

/** The bare one: a single layer from four lengths to three probabilities. `(4 + 1) * 3 = 15` parameters. */
export function bareNetwork(): Sequential {
  return new Sequential([new Dense({ units: 3, activation: 'softmax', inputShape: [4] })]);
}
