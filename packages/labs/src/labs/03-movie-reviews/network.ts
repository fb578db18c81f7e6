import { Dense, Embedding, GlobalAveragePooling1D, Sequential } from '@tenlab/layers';

/**
 * The course's network for texts: each word becomes 16 numbers, a text the mean of its words, and two dense layers weigh that.
 *
 * `maskZero` keeps the filling out of the mean. Of the order of the words nothing is left.
 *
 * `16 · numWords + 272 + 17` parameters.
 */
export function reviewNetwork(numWords: number): Sequential {
  const model = new Sequential([
    new Embedding({ inputDim: numWords, outputDim: 16, maskZero: true, inputShape: [null] }),
    new GlobalAveragePooling1D(),
    new Dense({ units: 16, activation: 'relu' }),
    new Dense({ units: 1, activation: 'sigmoid' }),
  ]);
  model.compile({ optimizer: 'adam', loss: 'binary_crossentropy', metrics: ['accuracy'] });
  return model;
}
