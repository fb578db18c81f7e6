import { createInterface } from 'node:readline';
import type { Net } from '../nets/net';

/** What a participant is asked, one JSON object a line on its stdin; keras_peer.py speaks the same. */
export type Request =
  | { readonly do: 'build'; readonly net: Net; readonly steps: number }
  | { readonly do: 'train'; readonly epochs: number }
  | { readonly do: 'predict'; readonly repeats: number };

/** The number of weights: all participants must have built the same net. */
export interface Built {
  readonly params: number;
}

/** Milliseconds of one step, or of one predicted batch. */
export interface Timed {
  readonly ms: number;
  /** The loss at the end of training, a number if all is well. */
  readonly loss?: number;
}

export interface Peer {
  build(net: Net, steps: number): Promise<Built>;
  train(epochs: number): Promise<Timed>;
  predict(repeats: number): Promise<Timed>;
}

/** Answers requests until stdin ends. `version` names what is measured: `tenlab on wasm, 2 threads`. */
export async function answerRequests(peer: Peer, version: string): Promise<void> {
  const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);
  say({ ready: version });
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    try {
      if (request.do === 'build') say(await peer.build(request.net, request.steps));
      else if (request.do === 'train') say(await peer.train(request.epochs));
      else say(await peer.predict(request.repeats));
    } catch (error) {
      say({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  process.exit();
}
