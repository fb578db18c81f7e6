import { type DataId, engine, type Tensor, type TensorInfo, tidy, util } from '@tensorflow/tfjs-core';
import { BackendError } from '../errors';
import type { WasmBackend } from '../wasm-backend';
import { absorb } from './absorb';
import type { Block } from './allocations';
import { appendOutputs } from './append-outputs';
import { fuse } from './fuse';
import { letGo } from './let-go';
import { lower } from './lower';
import { difference, type Recording, recordStep } from './record-step';
import { shareEqual } from './share-equal';
import { spreadRows } from './spread-rows';
import { StepProgram } from './step-program';
import { mapTensors, type Structure } from './structure';
import { sumGathered } from './sum-gathered';
import { throughPool } from './through-pool';
import { BoundVariables } from './variables';

/** A step that is compiled as it runs. */
export interface CompiledStep<Inputs extends Tensor[], Result> {
  (...inputs: Inputs): Result;
  /** Runs it `count` times with the same inputs, once compiled without a return to JavaScript; gives the last result. */
  times(count: number, ...inputs: Inputs): Result;
  /** As `times`, but gives the results of all runs in order; those of runs in one go come joined along their first axis. */
  collect(count: number, ...inputs: Inputs): Result[];
  /** What became of it: for each signature the program, or why there is none. */
  explain(): string;
  /** Gives the programs' memory back; the step starts over at its next call. */
  dispose(): void;
}

/** How `compileStep` tells. */
export interface CompileOptions {
  /** Takes the time of each instruction and gives the program as text after `profiledRuns` runs. */
  readonly onProfile?: (program: string) => void;
  /** Default 50: the kernels are compiled and warm. */
  readonly profiledRuns?: number;
  /** Called once with the reason when a step cannot be compiled and runs as it is. */
  readonly onRefused?: (reason: string) => void;
}

type Profile = Omit<CompileOptions, 'onRefused'>;

type Step = (...inputs: Tensor[]) => unknown;

/** What is known of a step for one signature (the shapes and dtypes of its inputs). */
type State =
  | { readonly kind: 'warming' }
  | { readonly kind: 'recorded'; readonly recording: Recording }
  | { readonly kind: 'compiled'; readonly compiled: Compiled }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Compiles a step for `wasm`. A signature's first call runs as it is, since it may make variables; the next two are
 * recorded and compared; from then on the program runs. A step that cannot be replayed goes on running as it is.
 */
export function compileStep(
  backend: WasmBackend,
  step: Step,
  { onRefused, ...profile }: CompileOptions = {},
): CompiledStep<Tensor[], unknown> {
  const states = new Map<string, State>();
  const eager: Step = (...inputs) => tidy(() => step(...inputs) as Tensor);
  let told = false;

  const refuse = (signature: string, reason: string) => {
    states.set(signature, { kind: 'refused', reason });
    if (!told) onRefused?.(reason);
    told = true;
  };

  const record = (signature: Signature, inputs: Tensor[], earlier?: Recording) => {
    const recording = recordStep(backend, step, inputs);
    const reason = recording.reason ?? (earlier && difference(earlier, recording));
    if (reason) refuse(signature.name, reason);
    else if (!earlier) states.set(signature.name, { kind: 'recorded', recording });
    else finish(signature, recording);
    return recording.result;
  };

  const finish = ({ name, collects }: Signature, recording: Recording) => {
    try {
      states.set(name, { kind: 'compiled', compiled: new Compiled(backend, recording, collects, profile) });
    } catch (error) {
      if (!(error instanceof BackendError && error.code === 'out-of-memory')) throw error;
      // Eagerly its values need not all have a place at once.
      refuse(name, `there is no room for its program: ${error.expected}, where ${error.received}`);
    }
  };

  /** The program for a signature, if there is one that can run now. */
  const programOf = ({ name }: Signature): Compiled | undefined => {
    const state = states.get(name);
    return state?.kind === 'compiled' && state.compiled.alive && !backend.device.recorder ? state.compiled : undefined;
  };

  const times = (count: number, ...inputs: Tensor[]): unknown => {
    const signature = signatureOf(inputs);
    for (let left = count; left > 1; left--) {
      const program = programOf(signature);
      if (program) return program.run(inputs, left);
      tidy(() => void runOnce(signature, inputs));
    }
    return runOnce(signature, inputs);
  };

  const collect = (count: number, ...inputs: Tensor[]): unknown[] => {
    const signature = signatureOf(inputs, true);
    const results: unknown[] = [];
    for (let left = count; left > 0; left--) {
      const program = programOf(signature);
      results.push(program ? program.run(inputs, left) : runOnce(signature, inputs));
      if (program) break;
    }
    return results;
  };

  const call = (...inputs: Tensor[]): unknown => runOnce(signatureOf(inputs), inputs);

  const runOnce = (signature: Signature, inputs: Tensor[]): unknown => {
    // Inside a step that is being recorded this one is just a part of it.
    if (backend.device.recorder) return step(...inputs);
    const { name } = signature;
    const state = states.get(name);
    if (!state) {
      const warm = [...states.values()].some(({ kind }) => kind === 'compiled');
      if (warm) return record(signature, inputs);
      states.set(name, { kind: 'warming' });
      return eager(...inputs);
    }
    if (state.kind === 'warming') return record(signature, inputs);
    if (state.kind === 'recorded') return record(signature, inputs, state.recording);
    if (state.kind === 'refused') return eager(...inputs);
    if (state.compiled.alive) return state.compiled.run(inputs);
    state.compiled.dispose();
    states.delete(name);
    return eager(...inputs);
  };

  return Object.assign(call, {
    times,
    collect,
    explain: () =>
      [...states]
        .map(
          ([signature, state]) =>
            `step(${signature}): ${state.kind === 'compiled' ? `\n${state.compiled.explain()}` : state.kind === 'refused' ? `runs eagerly: ${state.reason}` : state.kind}`,
        )
        .join('\n'),
    dispose: () => {
      for (const state of states.values()) if (state.kind === 'compiled') state.compiled.dispose();
      states.clear();
    },
  });
}

/** What there is a program for: a kind of inputs, and what is wanted of the runs. */
interface Signature {
  readonly name: string;
  /** Whether the results of all runs are wanted, rather than that of the last. */
  readonly collects: boolean;
}

/** Its name tells shapes and dtypes, and which inputs are the same tensor. */
function signatureOf(inputs: readonly Tensor[], collects = false): Signature {
  const names = inputs.map(
    ({ dtype, shape, dataId }) => `${dtype}[${shape}]@${inputs.findIndex((other) => other.dataId === dataId)}`,
  );
  return { name: `${names.join(', ')}${collects ? ', collected' : ''}`, collects };
}

/** A program with all it needs from outside held fast. */
class Compiled {
  readonly #backend: WasmBackend;
  readonly #program: StepProgram;
  readonly #variables: BoundVariables;
  readonly #captured: DataId[] = [];
  readonly #recording: Recording;
  /** Where the words are that say where results go, if those of all runs are wanted. */
  readonly #cursors: Block | undefined;

  #runs = 0;
  readonly #profile: Profile;

  constructor(backend: WasmBackend, recording: Recording, collects: boolean, profile: Profile) {
    this.#profile = profile;
    this.#backend = backend;
    this.#recording = recording;
    const { events, outputs, assignments, variables, argumentBlocks, recorder } = recording;
    let lowered = fuse(throughPool(shareEqual(absorb(spreadRows(sumGathered(lower(events, outputs, assignments)))))));
    if (collects) ({ lowered, cursors: this.#cursors } = appendOutputs(lowered));
    const read = new Set(lowered.steps.flatMap(({ reads }) => [...reads]));
    for (const { block } of outputs) read.add(block);
    const assigned = new Set(assignments.map(({ home }) => home));
    const made = new Set(lowered.steps.flatMap(({ writes }) => [...writes]));
    this.#variables = new BoundVariables(backend);
    const homes = new Map<(typeof argumentBlocks)[number], number>();
    for (const [block, variable] of variables) {
      if (read.has(block) || assigned.has(block)) homes.set(block, this.#variables.bind(variable, assigned.has(block)));
    }
    for (const block of read) {
      if (homes.has(block) || made.has(block) || lowered.constants.has(block) || argumentBlocks.includes(block))
        continue;
      const dataId = recorder.dataIds.get(block);
      // The device's own zeros belong to no tensor, and are never given back.
      if (dataId === undefined) continue;
      backend.incRef(dataId);
      this.#captured.push(dataId);
    }
    try {
      this.#program = new StepProgram(backend, lowered, argumentBlocks, homes, profile.onProfile !== undefined);
    } catch (error) {
      this.#letGo();
      throw error;
    }
  }

  /** Whether the variables it works on still exist. */
  get alive(): boolean {
    return this.#variables.alive;
  }

  /** Runs it `times` times; gives the last result, or all joined along their first axis if it collects them. */
  run(inputs: readonly Tensor[], times = 1): Structure {
    this.#variables.settle();
    for (const [index, input] of inputs.entries()) {
      this.#program.setArgument(this.#recording.argumentBlocks[index]!, this.#backend.address(input));
    }
    const collected = this.#cursors && this.#placeToCollect(this.#cursors, times);
    this.#program.run(times);
    const before = this.#runs;
    this.#runs += times;
    const { onProfile, profiledRuns = 50 } = this.#profile;
    if (before < profiledRuns && this.#runs >= profiledRuns) onProfile?.(this.#program.explain());
    let index = 0;
    return mapTensors(this.#recording.result, (recorded) => {
      if (collected) return engine().makeTensorFromTensorInfo(collected[index++]!);
      const argument = this.#recording.inputs.indexOf(recorded);
      const { block, shape, dtype } = this.#recording.outputs[index++]!;
      if (argument >= 0) return inputs[argument]!;
      const info = this.#backend.makeOutput(shape, dtype);
      const from = this.#program.addressOf(block);
      new Uint8Array(this.#backend.device.memory.buffer).copyWithin(
        this.#backend.address(info),
        from,
        from + block.bytes,
      );
      return engine().makeTensorFromTensorInfo(info);
    });
  }

  /** Tensors for the results of `times` runs, where the program is told to write them. */
  #placeToCollect(cursors: Block, times: number): TensorInfo[] {
    const infos = this.#recording.outputs.map(({ shape, dtype }) => {
      const [length, ...rest] = shape;
      util.assert(
        length !== undefined,
        () => 'collect: a step must give results of at least one axis. Received: a scalar.',
      );
      return this.#backend.makeOutput([length! * times, ...rest], dtype);
    });
    const places = this.#backend.device.integers(this.#program.addressOf(cursors), infos.length);
    for (const [index, info] of infos.entries()) places[index] = this.#backend.address(info);
    return infos;
  }

  explain(): string {
    return this.#program.explain();
  }

  dispose(): void {
    this.#program.dispose();
    this.#letGo();
  }

  #letGo(): void {
    this.#variables.release();
    for (const dataId of this.#captured.splice(0)) letGo(this.#backend, dataId);
  }
}
