import { createInterface } from 'node:readline';
import type { Net } from '../nets/net';
import { peakMemory } from './peak-memory';

/** What a participant is asked, one JSON object a line on its stdin; keras_peer.py speaks the same. */
export type Request =
  | { readonly do: 'build'; readonly net: Net; readonly steps: number }
  | { readonly do: 'train'; readonly epochs: number }
  | { readonly do: 'predict'; readonly repeats: number }
  | { readonly do: 'peak' };

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

/** The most memory the process ever had in RAM. */
export interface Peak {
  readonly mib: number;
}

export interface Peer {
  build(net: Net, steps: number): Promise<Built>;
  train(epochs: number): Promise<Timed>;
  predict(repeats: number): Promise<Timed>;
}

/** Starts, says what `start` returns (`tenlab on wasm, 2 threads`), and answers requests until stdin ends. */
export async function answerRequests(peer: Peer, start: () => Promise<string>): Promise<void> {
  await answer(async () => ({ ready: await start() }));
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line) as Request;
    await answer(() => {
      if (request.do === 'build') return peer.build(request.net, request.steps);
      if (request.do === 'train') return peer.train(request.epochs);
      return request.do === 'predict' ? peer.predict(request.repeats) : { mib: peakMemory() };
    });
  }
  process.exit();
}

/** An error is an answer too: whoever asked decides what it means. */
async function answer(work: () => object | Promise<object>): Promise<void> {
  let result: object;
  try {
    result = await work();
  } catch (error) {
    result = { error: (error instanceof Error ? error.message : String(error)).split('\n')[0] };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
