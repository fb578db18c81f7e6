import { Opcode } from '../../../assembly/program/opcodes';
import type { Device } from '../../device';
import { floatWord, type Instruction, instruction } from '../../program/instruction';

/** What a product does to its result while that is still in the cache. Addresses; 0 is none. */
export interface Epilogue {
  readonly bias: number;
  readonly activation: number;
  readonly slope: number;
  readonly alpha: number;
}

/** No bias, no activation. */
export const noEpilogue: Epilogue = { bias: 0, activation: 0, slope: 0, alpha: 0 };

/** A matrix in memory: element (i, j) lies at `address + i * rowStep + j * columnStep`, in bytes; one of the steps is 4. */
export interface Matrix {
  readonly address: number;
  readonly rowStep: number;
  readonly columnStep: number;
}

/** A row-major rows x columns matrix, or its transpose read in place. */
export function matrix(address: number, columns: number, transposed: boolean): Matrix {
  return transposed
    ? { address, rowStep: 4, columnStep: columns * 4 }
    : { address, rowStep: columns * 4, columnStep: 4 };
}

/** Bytes of a k x n matrix packed into panels of eight columns. */
export function panelBytes(k: number, n: number): number {
  return Math.max(1, k * Math.ceil(n / 8)) * 32;
}

/** Packs B[k, n] into panels. `flip` > 0 reads the taps of convolution weights backwards, `flip` rows each. */
export function packPanels(from: Matrix, to: number, k: number, n: number, flip = 0, tapStep = 0): Instruction {
  return instruction(Opcode.PackPanels, [from.address, to, k, n, from.rowStep, from.columnStep, flip, tapStep], k * n);
}

/** C[m, n] = activation(A[m, k] panels + bias). */
export function multiply(
  device: Device,
  a: Matrix,
  panels: number,
  c: number,
  { m, n, k }: { m: number; n: number; k: number },
  { bias, activation, slope, alpha }: Epilogue,
): Instruction {
  const zeros = device.zeros(Math.max(4, k * 4));
  const args = [
    a.address,
    panels,
    c,
    m,
    n,
    k,
    a.rowStep,
    a.columnStep,
    zeros,
    bias,
    activation,
    slope,
    floatWord(alpha),
  ];
  return instruction(Opcode.MatMul, args, m * n * k);
}

/** The product of two matrices into `c`, B packed into temporary memory. */
export function product(
  device: Device,
  a: Matrix,
  b: Matrix,
  c: number,
  size: { m: number; n: number; k: number },
  epilogue: Epilogue,
): void {
  device.withTemporary([panelBytes(size.k, size.n)], (panels) => {
    device.execute(packPanels(b, panels, size.k, size.n), multiply(device, a, panels!, c, size, epilogue));
  });
}
