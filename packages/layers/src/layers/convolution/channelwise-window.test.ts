import { describe, expect, test } from 'vitest';
import { channelwiseWindow } from './channelwise-window';

describe('channelwiseWindow', () => {
  test('has the defaults of Keras', () => {
    expect(channelwiseWindow('p', { kernelSize: 3 }, 2)).toEqual({
      size: [3, 3],
      strides: [1, 1],
      dilationRate: [1, 1],
      padding: 'valid',
      dataFormat: 'channels_last',
    });
  });

  test('refuses strides together with dilation, and causal padding', () => {
    expect(() =>
      channelwiseWindow("DepthwiseConv1D 'd'", { kernelSize: 3, strides: 2, dilationRate: 2 }, 1),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: DepthwiseConv1D 'd': only one of \`strides\` and \`dilationRate\` may be above 1. Received: { strides: [2], dilationRate: [2] }. Leave one of them at 1.]`,
    );
    expect(() => channelwiseWindow('p', { kernelSize: 3, padding: 'causal' as never }, 1)).toThrow(/`padding`/);
  });
});
