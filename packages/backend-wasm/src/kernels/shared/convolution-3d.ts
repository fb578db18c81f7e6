import { type backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { Opcode } from '../../../assembly/program/opcodes';
import { type Instruction, instruction } from '../../program/instruction';
import type { WasmBackend } from '../../wasm-backend';
import { matrix, multiply, noEpilogue, packPanels, panelBytes } from './product';
import { type WindowInfo, windowArguments } from './window';

// Convolutions of volumes are products of patches: what each output voxel sees becomes a row of a matrix. The matrix is
// made and multiplied a few thousand rows at a time, so it never takes more than a few megabytes.

/** Floats of patches at a time. */
const patchFloats = 1 << 20;

interface Patches {
  readonly columns: number;
  readonly pixels: number;
  readonly rowsAtATime: number;
  /** The instruction that writes the rows of `count` voxels, from `first` on, to `to`. */
  rows(from: number, to: number, first: number, count: number): Instruction;
}

function patchesOf(info: WindowInfo, channels: number, spread: readonly number[]): Patches {
  const geometry = windowArguments(info, channels, 'conv3d');
  const columns = info.filterDepth * info.filterHeight * info.filterWidth * channels;
  const pixels = info.batchSize * info.outDepth * info.outHeight * info.outWidth;
  return {
    columns,
    pixels,
    rowsAtATime: Math.max(64, Math.floor(patchFloats / Math.max(1, columns))),
    rows: (from, to, first, count) =>
      instruction(Opcode.VolumePatches, [from, to, ...geometry, ...spread, first, count], count * columns),
  };
}

/** out[voxel, column] = patches(input) panels, a few thousand rows at a time. */
function multiplyPatches(
  backend: WasmBackend,
  patches: Patches,
  input: number,
  panels: number,
  out: number,
  n: number,
): void {
  const { device } = backend;
  const { columns, pixels, rowsAtATime } = patches;
  device.withTemporary([Math.max(4, Math.min(pixels, rowsAtATime) * columns * 4)], (rows) => {
    for (let first = 0; first < pixels; first += rowsAtATime) {
      const m = Math.min(rowsAtATime, pixels - first);
      device.execute(
        patches.rows(input, rows!, first, m),
        multiply(device, matrix(rows!, columns, false), panels, out + first * n * 4, { m, n, k: columns }, noEpilogue),
      );
    }
  });
}

/** out = in * filter, NDHWC. */
export function convolveVolume(
  backend: WasmBackend,
  x: TensorInfo,
  filter: TensorInfo,
  out: TensorInfo,
  info: backend_util.Conv3DInfo,
): void {
  if (util.sizeFromShape(info.outShape) === 0) return;
  const { device } = backend;
  const patches = patchesOf(info, info.inChannels, [1, 1, 1]);
  const [k, n] = [patches.columns, info.outChannels];
  device.withTemporary([panelBytes(k, n)], (panels) => {
    device.execute(packPanels(matrix(backend.address(filter), n, false), panels!, k, n));
    multiplyPatches(backend, patches, backend.address(x), panels!, backend.address(out), n);
  });
}

/** dx: dy spread out by the strides and convolved with the filter turned round. */
export function convolveVolumeInputGradient(
  backend: WasmBackend,
  dy: TensorInfo,
  filter: TensorInfo,
  dx: TensorInfo,
  info: backend_util.Conv3DInfo,
): void {
  if (util.sizeFromShape(info.inShape) === 0) return;
  const { device } = backend;
  const { inChannels, outChannels, padInfo } = info;
  const back: WindowInfo = {
    ...info,
    ...{ inDepth: info.outDepth, inHeight: info.outHeight, inWidth: info.outWidth },
    ...{ outDepth: info.inDepth, outHeight: info.inHeight, outWidth: info.inWidth },
    ...{ strideDepth: 1, strideHeight: 1, strideWidth: 1 },
    padInfo: {
      ...padInfo,
      front: (info.filterDepth - 1) * info.dilationDepth - padInfo.front,
      top: (info.filterHeight - 1) * info.dilationHeight - padInfo.top,
      left: (info.filterWidth - 1) * info.dilationWidth - padInfo.left,
    },
  };
  const patches = patchesOf(back, outChannels, [info.strideDepth, info.strideHeight, info.strideWidth]);
  const [k, n] = [patches.columns, inChannels];
  device.withTemporary([panelBytes(k, n)], (panels) => {
    // Row (tap, filter), column channel of W[tap, channel, filter], the taps from the last to the first.
    const weights = { address: backend.address(filter), rowStep: 4, columnStep: outChannels * 4 };
    device.execute(packPanels(weights, panels!, k, n, outChannels, inChannels * outChannels * 4));
    multiplyPatches(backend, patches, backend.address(dy), panels!, backend.address(dx), n);
  });
}

/** dW = transposed patches of the input times dy. */
export function convolveVolumeFilterGradient(
  backend: WasmBackend,
  x: TensorInfo,
  dy: TensorInfo,
  dw: TensorInfo,
  info: backend_util.Conv3DInfo,
): void {
  const { device } = backend;
  const patches = patchesOf(info, info.inChannels, [1, 1, 1]);
  const { columns: m, pixels, rowsAtATime } = patches;
  const n = info.outChannels;
  device.execute(instruction(Opcode.Fill, [backend.address(dw), m * n, 0], m * n));
  if (m * n * pixels === 0) return;
  const most = Math.min(pixels, rowsAtATime);
  device.withTemporary([most * m * 4, panelBytes(most, n), m * n * 4], (rows, panels, part) => {
    for (let first = 0; first < pixels; first += rowsAtATime) {
      const k = Math.min(rowsAtATime, pixels - first);
      const transposed = { address: rows!, rowStep: 4, columnStep: m * 4 };
      device.execute(
        patches.rows(backend.address(x), rows!, first, k),
        packPanels(matrix(backend.address(dy) + first * n * 4, n, false), panels!, k, n),
        multiply(device, transposed, panels!, part!, { m, n, k }, noEpilogue),
        instruction(Opcode.AddTo, [part!, backend.address(dw), m * n], m * n),
      );
    }
  });
}
