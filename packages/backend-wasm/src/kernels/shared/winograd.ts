import { Opcode } from '../../../assembly/program/opcodes';
import type { Device } from '../../device';
import { floatWord, type Instruction, instruction } from '../../program/instruction';
import type { Epilogue } from './product';

/** A 3x3 convolution of stride 1, as the Winograd kernels see it. Addresses in bytes. */
export interface WinogradConvolution {
  readonly input: number;
  readonly out: number;
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
  readonly padTop: number;
  readonly padLeft: number;
  /** Element (tap, channel, filter) of the weights: steps in bytes. */
  readonly weights: { address: number; tapStep: number; channelStep: number; filterStep: number };
}

const positions = 36;
/** Output pixels of a tile along one axis. */
const tileOut = 4;
/** Fewer channels or filters than these, and the transforms cost more than they save. */
const fewest = 32;
/** Channels of a tile's patch that a thread's scratch holds. */
const most = 2048;

/**
 * Bytes from one position's matrix to the next: 64 x 5 more than whole pages, so that the same place of all 36, which a
 * tile writes together, falls into different sets of the cache.
 */
function positionStep(floats: number): number {
  return Math.ceil((floats * 4) / 4096) * 4096 + 320;
}

/** Whether a convolution can and should go through Winograd's F(4x4, 3x3), which needs a quarter of the products. */
export function suitsWinograd(
  kernel: readonly number[],
  strides: readonly number[],
  dilations: readonly number[],
  channels: number,
  filters: number,
): boolean {
  const plain = kernel.every((length) => length === 3) && [...strides, ...dilations].every((step) => step === 1);
  return plain && [channels, filters].every((count) => count >= fewest && count <= most && count % 4 === 0);
}

/** Convolves by Winograd: transforms weights and input, multiplies position by position, and transforms back. */
export function convolveByWinograd(device: Device, convolution: WinogradConvolution, epilogue: Epilogue): void {
  const { batch, height, width, channels, outHeight, outWidth, filters, padTop, padLeft, weights } = convolution;
  const down = Math.ceil(outHeight / tileOut);
  const across = Math.ceil(outWidth / tileOut);
  const tiles = batch * down * across;
  const stepU = positionStep(Math.ceil(filters / 8) * channels * 8);
  const zeros = device.zeros(1024);
  const stepV = positionStep(tiles * channels);
  const stepM = positionStep(tiles * filters);
  device.withTemporary([positions * stepU, positions * stepV, positions * stepM], (u, v, m) => {
    const { address, tapStep, channelStep, filterStep } = weights;
    device.execute(
      instruction(
        Opcode.WinogradWeights,
        [address, u!, channels, filters, channelStep, filterStep, tapStep, stepU],
        channels * filters * 72,
      ),
      instruction(
        Opcode.WinogradInput,
        [convolution.input, v!, batch, height, width, channels, down, across, padTop, padLeft, stepV],
        tiles * channels * 72,
      ),
      instruction(
        Opcode.MatMulBatch,
        [v!, u!, m!, positions, tiles, filters, channels, zeros, stepV, stepM, stepU, 0],
        positions * tiles * filters * channels,
      ),
      instruction(
        Opcode.WinogradOutput,
        [
          m!,
          convolution.out,
          batch,
          outHeight,
          outWidth,
          filters,
          down,
          across,
          epilogue.bias,
          epilogue.activation,
          epilogue.slope,
          floatWord(epilogue.alpha),
          stepM,
        ],
        tiles * filters * 72,
      ),
    );
  });
}

/** A 3x3 convolution of stride 1 whose input gradient is asked for. Addresses in bytes. */
export interface WinogradInputGradient extends Omit<WinogradConvolution, 'input' | 'out'> {
  readonly dy: number;
  readonly dx: number;
}

/**
 * The input gradient by Winograd: every transform of the convolution turned round, the last one first. It needs no more tiles
 * than the convolution, and dy transformed as the filter gradient needs it too.
 */
export function inputGradientByWinograd(device: Device, gradient: WinogradInputGradient): void {
  const { dx, batch, height, width, channels, outHeight, outWidth, filters, padTop, padLeft, weights } = gradient;
  const down = Math.ceil(outHeight / tileOut);
  const across = Math.ceil(outWidth / tileOut);
  const tiles = batch * down * across;
  const stepU = positionStep(Math.ceil(channels / 8) * filters * 8);
  const zeros = device.zeros(1024);
  const stepD = stepOfPanels(tiles, filters);
  const stepV = positionStep(tiles * channels);
  device.withTemporary([positions * stepU, positions * stepD, positions * stepV], (u, d, v) => {
    const { address, tapStep, channelStep, filterStep } = weights;
    device.execute(
      instruction(
        Opcode.WinogradWeights,
        [address, u!, filters, channels, filterStep, channelStep, tapStep, stepU],
        channels * filters * 72,
      ),
      transformDy(gradient, d!, { down, across, stepD }),
      instruction(
        Opcode.MatMulBatch,
        [d!, u!, v!, positions, tiles, channels, filters, zeros, stepD, stepV, stepU, 2],
        positions * tiles * filters * channels,
      ),
      instruction(
        Opcode.WinogradInputGradient,
        [v!, dx, batch, height, width, channels, down, across, padTop, padLeft, stepV],
        tiles * channels * 108,
      ),
    );
  });
}

/** Bytes from one position's panels of dy to the next. */
function stepOfPanels(tiles: number, filters: number): number {
  return positionStep(tiles * Math.ceil(filters / 8) * 8);
}

/** Transforms dy: the same for both gradients, so that a program does it once. */
function transformDy(
  { dy, batch, outHeight, outWidth, filters }: Omit<WinogradFilterGradient, 'input' | 'dw'>,
  to: number,
  { down, across, stepD }: { down: number; across: number; stepD: number },
): Instruction {
  const args = [dy, to, batch, outHeight, outWidth, filters, down, across, stepD];
  return instruction(Opcode.WinogradOutputGradient, args, batch * down * across * filters * 72);
}

/** A 3x3 convolution of stride 1 whose filter gradient is asked for. Addresses in bytes. */
export interface WinogradFilterGradient extends Omit<WinogradConvolution, 'out' | 'weights'> {
  readonly dy: number;
  readonly dw: number;
}

/**
 * The filter gradient by Winograd: tile by tile and position by position, the transformed input times the transformed dy,
 * summed over the tiles, and what comes out transformed to three by three taps.
 */
export function filterGradientByWinograd(device: Device, gradient: WinogradFilterGradient): void {
  const { input, dw, batch, height, width, channels, outHeight, outWidth, filters, padTop, padLeft } = gradient;
  const down = Math.ceil(outHeight / tileOut);
  const across = Math.ceil(outWidth / tileOut);
  const tiles = batch * down * across;
  const zeros = device.zeros(1024);
  const stepV = positionStep(tiles * channels);
  const stepD = stepOfPanels(tiles, filters);
  const stepS = positionStep(channels * filters);
  device.withTemporary([positions * stepV, positions * stepD, positions * stepS], (v, d, s) => {
    device.execute(
      instruction(
        Opcode.WinogradInput,
        [input, v!, batch, height, width, channels, down, across, padTop, padLeft, stepV],
        tiles * channels * 72,
      ),
      transformDy(gradient, d!, { down, across, stepD }),
      instruction(
        Opcode.MatMulBatch,
        [v!, d!, s!, positions, channels, filters, tiles, zeros, stepV, stepS, stepD, 1],
        positions * tiles * filters * channels,
      ),
      instruction(Opcode.WinogradFilterGradient, [s!, dw, channels, filters, stepS], channels * filters * 72),
    );
  });
}
