import type { Expression } from '../../kernels/elementwise/expression';
import { generateMap, shapeOf } from './generate-map';
import { unsigned } from './wasm';

/** A generated function: its place in every thread's table, and where its code lies in the shared memory. */
export interface GeneratedFunction {
  readonly index: number;
  readonly code: number;
}

/** What the kernels' module exports for generated functions: its table, and the library that they call. */
export type Library = WebAssembly.ModuleImports & { readonly table: WebAssembly.Table };

/** Words before a function's bytes: where the one made before it lies, its index, and how many bytes it has. */
const headerWords = 3;

/** Inputs and outputs whose blocks fit a thread's scratch: see `assembly/kernels/generated-map.ts`. */
const maxBlocks = 120;

/** An empty module that is longer than any function's: a custom section without a name. */
const longModule = new Uint8Array(16_384 + 12);
longModule.set([0, ...new TextEncoder().encode('asm'), 1, 0, 0, 0, 0, ...unsigned(16_384)]);

function compilesAtOnce(): boolean {
  try {
    new WebAssembly.Module(longModule);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The functions that were generated for expressions, one for each shape of expression, as long as the device lives. The calling
 * thread gets a function at once. Its code is left in the shared memory, and the workers make theirs of it when they first come
 * by (`threads/worker.ts`), since they walk programs and hear nothing from JavaScript.
 */
export class GeneratedFunctions {
  readonly #memory: WebAssembly.Memory;
  readonly #library: Library;
  readonly #allocate: (bytes: number) => number;
  readonly #functions = new Map<string, GeneratedFunction>();
  #latest = 0;
  #available: boolean | undefined;

  constructor(memory: WebAssembly.Memory, library: Library, allocate: (bytes: number) => number) {
    this.#memory = memory;
    this.#library = library;
    this.#allocate = allocate;
  }

  /** Whether this place compiles modules while others wait; pages of older browsers compile none of more than 4 KiB. */
  get available(): boolean {
    this.#available ??= compilesAtOnce();
    return this.#available;
  }

  /** The function that computes an expression; nothing where the interpreter has to do. */
  of(expression: Expression): GeneratedFunction | undefined {
    if (!this.available || expression.inputs.length + expression.outputs.length > maxBlocks) return undefined;
    const shape = shapeOf(expression);
    const made = this.#functions.get(shape) ?? this.#make(generateMap(expression));
    this.#functions.set(shape, made);
    return made;
  }

  #make(bytes: Uint8Array<ArrayBuffer>): GeneratedFunction {
    const module = new WebAssembly.Module(bytes);
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
