import { Adam, Dense, Flatten, Sequential, SparseCategoricalCrossentropy } from '@tenlab/layers';

/** The course's network for clothes, as a list of layers. `100,480 + 1,290 = 101,770` parameters. */
export function clothesNetwork(): Sequential {
  const model = new Sequential([
    new Flatten({ inputShape: [28, 28, 1] }),
    new Dense({ units: 128, activation: 'relu' }),
    new Dense({ units: 10, activation: 'softmax' }),
  ]);
  return compiled(model);
}

/** The same network, layer by layer with `add`: which way one writes it makes no difference. */
export function clothesNetworkByAdd(): Sequential {
  const model = new Sequential();
  model.add(new Flatten({ inputShape: [28, 28, 1] }));
  model.add(new Dense({ units: 128, activation: 'relu' }));
  model.add(new Dense({ units: 10, activation: 'softmax' }));
  return compiled(model);
}

/** The last layer gives probabilities, so the loss takes none for logits. */
function compiled(model: Sequential): Sequential {
  model.compile({ optimizer: new Adam(), loss: new SparseCategoricalCrossentropy(), metrics: ['accuracy'] });
  return model;
}
