import type { Expression } from '../../kernels/elementwise/expression';
import { generateMap, shapeOf } from './generate-map';

/** A generated function: its place in every thread's table, and where its code lies in the shared memory. */
export interface GeneratedFunction {
  readonly index: number;
  readonly code: number;
}

/** What the kernels' module exports for generated functions: its table, and the library that they call. */
export type Library = WebAssembly.ModuleImports & { readonly table: WebAssembly.Table };

/** Words before a function's bytes: where the one made before it lies, its index, and how many bytes it has. */
const headerWords = 3;

/**
 * The functions that were generated for expressions, one for each shape of expression, as long as the device lives. The calling
 * thread gets a function at once. Its code is left in the shared memory, and the workers make theirs of it when they first come
 * by (`threads/worker.ts`), since they walk programs and hear nothing from JavaScript.
 */
export class GeneratedFunctions {
  readonly #memory: WebAssembly.Memory;
  readonly #library: Library;
  readonly #allocate: (bytes: number) => number;
  readonly #functions = new Map<string, GeneratedFunction | undefined>();
  #latest = 0;

  constructor(memory: WebAssembly.Memory, library: Library, allocate: (bytes: number) => number) {
    this.#memory = memory;
    this.#library = library;
    this.#allocate = allocate;
  }

  /** The function that computes an expression; nothing where this place compiles no module while others wait (pages of older browsers). */
  of(expression: Expression): GeneratedFunction | undefined {
    const shape = shapeOf(expression);
    if (!this.#functions.has(shape)) this.#functions.set(shape, this.#make(generateMap(expression)));
    return this.#functions.get(shape);
  }

  #make(bytes: Uint8Array<ArrayBuffer>): GeneratedFunction | undefined {
    let module: WebAssembly.Module;
    try {
      module = new WebAssembly.Module(bytes);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.#memory }, kernels: this.#library });
    const { table } = this.#library;
    const index = table.grow(1);
    table.set(index, exports.compute);
    const code = this.#allocate(headerWords * 4 + bytes.length);
    new Int32Array(this.#memory.buffer, code, headerWords).set([this.#latest, index, bytes.length]);
    new Uint8Array(this.#memory.buffer, code + headerWords * 4, bytes.length).set(bytes);
    this.#latest = code;
    return { index, code };
  }
}
