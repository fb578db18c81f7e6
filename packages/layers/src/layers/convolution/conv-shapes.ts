import { inWords, TenlabError } from '@tenlab/core';
import { formatShape, type Shape } from '../../graph/shape';
import type { DataFormat } from '../data-format';

export type Padding = 'valid' | 'same' | 'causal';

/** A window that slides over the spatial axes. */
export interface Window {
  size: readonly number[];
  strides: readonly number[];
  dilationRate?: readonly number[];
  padding: Padding;
  dataFormat: DataFormat;
}

/**
 * The shape after a window has slid over the input: per axis `ceil(length / stride)` with padding, without it
 * `floor((length - dilation * (size - 1) - 1) / stride) + 1`.
 *
 * `channels` null keeps the input's. Throws when the window is larger than the input.
 */
export function slidingShape(place: string, inputShape: Shape, channels: number | null, window: Window): Shape {
  const { size, strides, padding, dataFormat } = window;
  const channelsLast = dataFormat === 'channels_last';
  const [batch = null, ...rest] = inputShape;
  const spatial = channelsLast ? rest.slice(0, -1) : rest.slice(1);
  const inputChannels = (channelsLast ? rest.at(-1) : rest[0]) ?? null;
  const lengths = spatial.map((length, axis) => {
    if (length === null) return null;
    const stride = strides[axis] as number;
    if (padding !== 'valid') return Math.ceil(length / stride);
    const extent = (window.dilationRate?.[axis] ?? 1) * ((size[axis] as number) - 1) + 1;
    const steps = Math.floor((length - extent) / stride) + 1;
    if (steps > 0) return steps;
    throw new TenlabError({
      code: 'invalid-shape',
      place,
      expected: `the input must be at least ${extent} long along spatial axis ${axis}`,
      received: inWords(`shape ${formatShape(inputShape)}`),
      remedy: "Use `padding: 'same'`, a smaller window, or fewer layers that shrink the input.",
    });
  });
  const out = channels ?? inputChannels;
  return channelsLast ? [batch, ...lengths, out] : [batch, out, ...lengths];
}
