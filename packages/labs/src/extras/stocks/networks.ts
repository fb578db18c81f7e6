import { Adam, Dense, Dropout, GRU, LSTM, Sequential, SimpleRNN } from '@tenlab/layers';
import { windowDays } from './prices-data';

/** The kinds of recurrent layer compared, in the order in which they are trained. */
export const kinds = { simple: SimpleRNN, lstm: LSTM, gru: GRU } as const;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as Kind[];

/** What each is called: as its layer. */
export const nameOf = (kind: Kind) => kinds[kind].name;

/** Sixty days in, the next one out: two recurrent layers of 80 and 100, each followed by dropout. */
export function pricesNetwork(kind: Kind): Sequential {
  const Recurrent = kinds[kind];
  const model = new Sequential([
    new Recurrent({ units: 80, returnSequences: true, inputShape: [windowDays, 1] }),
    new Dropout({ rate: 0.2 }),
    new Recurrent({ units: 100 }),
    new Dropout({ rate: 0.2 }),
    new Dense({ units: 1 }),
  ]);
  model.compile({ optimizer: new Adam({ learningRate: 0.001 }), loss: 'mse' });
  return model;
}
