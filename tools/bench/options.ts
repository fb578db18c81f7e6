import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Effort } from './measure';
import { nets } from './nets/index';
import type { Net } from './nets/net';
import { type PeerName, peerNames } from './participant';
import type { Training } from './singly';

export const usage = `pnpm bench [--nets a,b] [--against x,y] [--python P] [--json FILE] [--quick]
pnpm bench --memory --start [--against x,y] [--python P] [--json FILE] [--quick]

  --nets     which nets; all by default: ${nets.map((net) => net.name).join(', ')}
  --against  which peers; by default those at hand: ${peerNames.join(', ')}
  --python   the Python with Keras 3, TensorFlow and JAX in it
  --threads  cores for each participant (2, or 1 where there are no two)
  --rounds   turns of each participant, of which the median counts (7)
  --memory   only the peak memory of a whole training of mnist-cnn (and the nets given by --nets)
  --start    only the time from process start to the first trained step of mnist-cnn (and the nets given by --nets)
  --json     write the results to FILE; what it holds of the same machine and was not measured now stays in it
  --quick    under a minute: two nets, three short rounds`;

/** What one process does whose memory is measured, and how often a start is timed. */
export interface SingleEffort {
  readonly training: Training;
  readonly starts: number;
}

export interface BenchOptions {
  readonly nets: readonly Net[];
  readonly against: readonly PeerName[];
  readonly python?: string;
  readonly threads: number;
  readonly effort: Effort;
  readonly memory: boolean;
  readonly start: boolean;
  readonly single: SingleEffort;
  readonly json?: string;
}

/** Reads the command line; `undefined` where it asks for help. Throws on what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      nets: { type: 'string' },
      against: { type: 'string' },
      python: { type: 'string' },
      threads: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      memory: { type: 'boolean', default: false },
      start: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const quickNets = ['mnist-cnn', 'fashion-dense'];
  const byDefault = values.memory || values.start ? [] : values.quick ? quickNets : nets.map((net) => net.name);
  const chosen = values.nets?.split(',') ?? byDefault;
  const python: PeerName[] = values.python === undefined ? [] : ['keras-tensorflow', 'keras-jax'];
  return {
    nets: chosen.map((name) => oneOf('--nets', name, nets, (net) => net.name)),
    against: values.against?.split(',').map((name) => oneOf('--against', name, peerNames, (peer) => peer)) ?? [
      ...python,
      'tfjs-wasm',
    ],
    threads: wholeNumber('--threads', values.threads, Math.min(2, availableParallelism())),
    effort: {
      rounds: wholeNumber('--rounds', values.rounds, values.quick ? 3 : 7),
      turn: values.quick ? 400 : 1500,
    },
    memory: values.memory,
    start: values.start,
    single: {
      training: values.quick ? { steps: 50, epochs: 1 } : { steps: 400, epochs: 2 },
      starts: wholeNumber('--rounds', values.rounds, values.quick ? 2 : 5),
    },
    ...(values.python === undefined ? {} : { python: values.python }),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}

function oneOf<T>(option: string, name: string, all: readonly T[], nameOf: (item: T) => string): T {
  const found = all.find((item) => nameOf(item) === name);
  if (found !== undefined) return found;
  throw new Error(`${option}: must name some of ${all.map(nameOf).join(', ')}. Received: ${name}. Try --help.`);
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${option}: must be a whole number from 1. Received: ${text}. Leave it out for ${otherwise}.`);
}
