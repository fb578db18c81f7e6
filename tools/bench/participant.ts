import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundlePeers, peersFolder } from './peers/bundle-peers';
import type { Built, Peak, Request, Timed } from './peers/protocol';
import { builtTfjsNode } from './peers/tfjs-node-folder';

export const peerNames = ['keras-tensorflow', 'keras-jax', 'tfjs-node', 'tfjs-wasm'] as const;
export type PeerName = (typeof peerNames)[number];
export type ParticipantName = 'ours' | PeerName;

export interface ParticipantOptions {
  /** Cores each participant may use. */
  readonly threads: number;
  /** The Python with Keras in it. */
  readonly python?: string;
}

/** One of those measured: a process of its own, warm from round to round, asked one thing at a time. */
export class Participant {
  readonly name: ParticipantName;
  /** What it says it is, versions included; known once started. */
  version = '';
  /** When its process was started, by `performance.now()`. */
  readonly startedAt: number;
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  #errors = '';

  private constructor(name: ParticipantName, command: Command) {
    this.name = name;
    this.startedAt = performance.now();
    const child = spawn(command.program, command.args, {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...command.env },
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-4000);
    });
    child.on('error', (error) => {
      this.#errors += error.message;
    });
    child.stdin.on('error', () => {}); // A participant that died says so by ending its answers.
    this.#child = child;
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Starts a participant and waits until it has loaded. */
  static async start(name: ParticipantName, options: ParticipantOptions): Promise<Participant> {
    await bundlePeers();
    const participant = new Participant(name, commandFor(name, options));
    try {
      const { ready } = (await participant.#next()) as { ready: string };
      participant.version = ready;
    } catch (error) {
      participant.stop();
      throw error;
    }
    return participant;
  }

  build(request: Omit<Extract<Request, { do: 'build' }>, 'do'>): Promise<Built> {
    return this.#ask<Built>({ do: 'build', ...request });
  }

  train(epochs: number): Promise<Timed> {
    return this.#ask<Timed>({ do: 'train', epochs });
  }

  predict(repeats: number): Promise<Timed> {
    return this.#ask<Timed>({ do: 'predict', repeats });
  }

  /** The most memory it ever had in RAM, in MiB. */
  async peakMemory(): Promise<number> {
    return (await this.#ask<Peak>({ do: 'peak' })).mib;
  }

  stop(): void {
    this.#child.stdin?.end();
    this.#child.kill();
  }

  /** Stops it and waits until it is gone, so that it takes nothing from who comes next. */
  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.stop();
    if (this.#child.exitCode === null && this.#child.signalCode === null) await gone;
  }

  async #ask<T>(request: Request): Promise<T> {
    this.#child.stdin?.write(`${JSON.stringify(request)}\n`);
    return (await this.#next()) as T;
  }

  async #next(): Promise<unknown> {
    const { value, done } = await this.#answers.next();
    if (done) {
      throw new Error(`${this.name}: must answer. Received: its process ended. It wrote:\n${this.#errors.trim()}`);
    }
    const answer = JSON.parse(value) as { error?: string };
    if (answer.error !== undefined) throw new CannotError(this.name, answer.error);
    return answer;
  }
}

/** A participant that is well, but cannot do what was asked: a kernel is missing there, or a layer. */
export class CannotError extends Error {
  override readonly name = 'CannotError';
  constructor(participant: ParticipantName, reason: string) {
    super(`${participant}: ${reason}`);
  }
}

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

function commandFor(name: ParticipantName, { threads, python }: ParticipantOptions): Command {
  if (name === 'keras-tensorflow' || name === 'keras-jax') {
    if (python === undefined) {
      throw new Error(
        `${name}: needs a Python with Keras. Received: no --python. Add --python path/to/venv/bin/python.`,
      );
    }
    const args = ['peers/keras_peer.py', '--threads', String(threads)];
    return { program: python, args, env: { KERAS_BACKEND: name.slice('keras-'.length) } };
  }
  const which = name === 'ours' ? [] : [name.slice('tfjs-'.length)];
  // Plain Node on built packages, as users have it.
  const program = join(peersFolder, name === 'ours' ? 'tenlab-peer.js' : 'tfjs-peer.js');
  const args = [program, ...which, String(threads)];
  return { program: process.execPath, args, env: name === 'tfjs-node' ? nativeEnvironment(threads) : {} };
}

function nativeEnvironment(threads: number): NodeJS.ProcessEnv {
  const count = String(threads);
  return { NODE_PATH: builtTfjsNode(), TF_NUM_INTRAOP_THREADS: count, TF_NUM_INTEROP_THREADS: count };
}
