import { TenlabError } from '@tenlab/core';
import { expectOneOf, perAxis } from '../checks';
import { type DataFormat, expectDataFormat } from '../data-format';
import type { Window } from './conv-shapes';

/** The options that say how the window of a depthwise or separable convolution moves. */
export interface ChannelwiseWindowOptions {
  /** The size of the window, one number or one per axis. */
  kernelSize: number | readonly number[];
  /** How far the window moves, one number or one per axis. Default 1. */
  strides?: number | readonly number[];
  /** `valid` (default): none. `same`: so much that with stride 1 the size stays. */
  padding?: 'valid' | 'same';
  /** Default `channels_last`. */
  dataFormat?: DataFormat | null;
  /** The distance of the window's elements. Default 1. Not together with strides. */
  dilationRate?: number | readonly number[];
}

/** The names of {@link ChannelwiseWindowOptions}. */
export const CHANNELWISE_WINDOW_OPTIONS = ['kernelSize', 'strides', 'padding', 'dataFormat', 'dilationRate'];

/** A window whose dilation is known. */
export type ChannelwiseWindow = Window & { dilationRate: readonly number[] };

/** Reads the options. Throws on sizes that are none, and on strides together with dilation. */
export function channelwiseWindow(
  place: string,
  options: ChannelwiseWindowOptions,
  spatialAxes: number,
): ChannelwiseWindow {
  const { kernelSize, strides = 1, padding = 'valid', dilationRate = 1 } = options;
  expectOneOf(place, 'padding', padding, ['valid', 'same'] as const);
  const window = {
    size: perAxis(place, 'kernelSize', kernelSize, spatialAxes),
    strides: perAxis(place, 'strides', strides, spatialAxes),
    dilationRate: perAxis(place, 'dilationRate', dilationRate, spatialAxes),
    padding,
    dataFormat: expectDataFormat(place, options.dataFormat),
  };
  if (Math.max(...window.strides) > 1 && Math.max(...window.dilationRate) > 1) {
    throw new TenlabError({
      code: 'invalid-argument',
      place,
      expected: 'only one of `strides` and `dilationRate` may be above 1',
      received: { strides: window.strides, dilationRate: window.dilationRate },
      remedy: 'Leave one of them at 1.',
    });
  }
  return window;
}
