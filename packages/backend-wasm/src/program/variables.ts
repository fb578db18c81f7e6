import { type DataId, engine, util, type Variable } from '@tensorflow/tfjs-core';
import type { WasmBackend } from '../wasm-backend';

/**
 * Ties variables to fixed places in memory, where a compiled step reads and writes them. Between steps anyone may assign
 * them or clone them as ever; `settle`, before each step, puts the values back where the program expects them.
 */
export class BoundVariables {
  readonly #backend: WasmBackend;
  readonly #bound: {
    variable: Variable;
    dataId: DataId;
    readonly address: number;
    readonly bytes: number;
    readonly changes: boolean;
  }[] = [];

  constructor(backend: WasmBackend) {
    this.#backend = backend;
  }

  /** Ties a variable to where its value lies now; `changes` tells whether the program writes it. Returns the address. */
  bind(variable: Variable, changes: boolean): number {
    const { dataId } = variable;
    const address = this.#backend.address(variable);
    this.#backend.incRef(dataId);
    this.#bound.push({
      variable,
      dataId,
      address,
      changes,
      bytes: variable.size * util.bytesPerElement(variable.dtype),
    });
    return address;
  }

  /** Whether all variables still exist. */
  get alive(): boolean {
    return this.#bound.every(({ variable }) => !variable.isDisposed);
  }

  /** Makes every variable's value lie at its address, and nothing else with it that the program would overwrite. */
  settle(): void {
    for (const bound of this.#bound) {
      const { variable, address, bytes, changes } = bound;
      if (variable.dataId !== bound.dataId) {
        if (this.#backend.refCount(bound.dataId) > 1) this.#moveAway(bound);
        const from = this.#backend.address(variable);
        new Uint8Array(this.#backend.device.memory.buffer).copyWithin(address, from, from + bytes);
        this.#point(variable, bound.dataId);
      } else if (changes && this.#backend.refCount(bound.dataId) > 2) {
        this.#moveAway(bound);
        this.#point(variable, bound.dataId);
      }
    }
  }

  /** Lets go of the variables; their values stay. */
  release(): void {
    for (const { dataId } of this.#bound.splice(0)) this.#release(dataId);
  }

  /** Gives everyone else who holds the variable's data a copy of their own, and the place a new identity. */
  #moveAway(bound: { variable: Variable; dataId: DataId; readonly address: number; readonly bytes: number }): void {
    const { variable, address, bytes } = bound;
    const { shape, dtype } = variable;
    const data = this.#backend.dataIdMap.get(bound.dataId);
    const copy = this.#backend.device.allocate(bytes);
    new Uint8Array(this.#backend.device.memory.buffer).copyWithin(copy, address, address + bytes);
    data.memoryOffset = copy;
    this.#backend.wasm.tfjs.registerTensor(data.id, variable.size, copy);
    const old = bound.dataId;
    bound.dataId = {};
    this.#backend.adopt(bound.dataId, address, shape, dtype);
    this.#release(old);
  }

  /** Makes the variable's data be `dataId`, whose memory already holds its value. */
  #point(variable: Variable, dataId: DataId): void {
    const { shape, dtype } = variable;
    this.#backend.incRef(dataId);
    const tensor = engine().makeTensorFromTensorInfo({ dataId, shape, dtype });
    variable.assign(tensor);
    tensor.dispose();
  }

  #release(dataId: DataId): void {
    // The engine keeps books on data by its tensors; where none is left it forgets the data when the backend does.
    this.#backend.disposeData(dataId);
  }
}
