import { type DataId, engine, util, type Variable } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';
import { letGo } from './let-go';

/**
 * The fixed place of one variable, the same for every program that works on it: `dataId` names the data that lie at
 * `address` now.
 */
type Home = {
  readonly variable: Variable;
  dataId: DataId;
  readonly address: number;
  readonly bytes: number;
  programs: number;
};

/** The homes of each backend's variables. A step that trains and one that tests share a variable, so they share its home. */
const homesOf = new WeakMap<WasmBackend, WeakMap<Variable, Home>>();

/**
 * Ties variables to fixed places in memory, where a compiled step reads and writes them. Between steps anyone may assign
 * them or clone them as ever; `settle`, before each step, puts the values back where the program expects them.
 */
export class BoundVariables {
  readonly #backend: WasmBackend;
  readonly #homes: WeakMap<Variable, Home>;
  readonly #bound: { readonly home: Home; readonly changes: boolean }[] = [];

  constructor(backend: WasmBackend) {
    this.#backend = backend;
    this.#homes = homesOf.get(backend) ?? new WeakMap();
    homesOf.set(backend, this.#homes);
  }

  /** Ties a variable to its home, or makes one where its value lies now; `changes` tells whether the program writes it. Returns the address. */
  bind(variable: Variable, changes: boolean): number {
    const home = this.#homes.get(variable) ?? this.#makeHome(variable);
    home.programs++;
    this.#bound.push({ home, changes });
    return home.address;
  }

  /** Whether all variables still exist. */
  get alive(): boolean {
    return this.#bound.every(({ home }) => !home.variable.isDisposed);
  }

  /** Makes every variable's value lie at its address, and nothing else with it that the program would overwrite. */
  settle(): void {
    for (const { home, changes } of this.#bound) {
      const { variable, address, bytes } = home;
      if (variable.dataId !== home.dataId) {
        if (this.#backend.refCount(home.dataId) > 1) this.#moveAway(home);
        const from = this.#backend.address(variable);
        new Uint8Array(this.#backend.device.memory.buffer).copyWithin(address, from, from + bytes);
        this.#point(variable, home.dataId);
      } else if (changes && this.#backend.refCount(home.dataId) > 2) {
        this.#moveAway(home);
        this.#point(variable, home.dataId);
      }
    }
  }

  /** Lets go of the variables; their values stay. */
  release(): void {
    for (const { home } of this.#bound.splice(0)) {
      if (--home.programs > 0) continue;
      this.#homes.delete(home.variable);
      letGo(this.#backend, home.dataId);
    }
  }

  #makeHome(variable: Variable): Home {
    const { dataId } = variable;
    this.#backend.incRef(dataId);
    const bytes = variable.size * util.bytesPerElement(variable.dtype);
    const home = { variable, dataId, address: this.#backend.address(variable), bytes, programs: 0 };
    this.#homes.set(variable, home);
    return home;
  }

  /** Gives everyone else who holds the variable's data a copy of their own, and the place a new identity. */
  #moveAway(home: Home): void {
    const { variable, address, bytes } = home;
    const { shape, dtype } = variable;
    const data = this.#backend.dataIdMap.get(home.dataId);
    const copy = this.#backend.device.allocate(bytes);
    new Uint8Array(this.#backend.device.memory.buffer).copyWithin(copy, address, address + bytes);
    data.memoryOffset = copy;
    this.#backend.wasm.tfjs.registerTensor(data.id, variable.size, copy);
    const old = home.dataId;
    home.dataId = {};
    this.#backend.adopt(home.dataId, address, shape, dtype);
    letGo(this.#backend, old);
  }

  /** Makes the variable's data be `dataId`, whose memory already holds its value. */
  #point(variable: Variable, dataId: DataId): void {
    const { shape, dtype } = variable;
    this.#backend.incRef(dataId);
    const tensor = engine().makeTensorFromTensorInfo({ dataId, shape, dtype });
    variable.assign(tensor);
    tensor.dispose();
  }
}
