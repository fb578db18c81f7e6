import { describe, expect, it } from 'vitest';
import { WireReader } from '../protobuf/wire-reader';
import { readSummary, type SummaryValue, writeSummary } from './summary-value';

const again = (values: SummaryValue[]) => readSummary(new WireReader(writeSummary(values).toBytes(), 'a'), 'a');

describe('summaries', () => {
  it.each<SummaryValue>([
    { tag: 'loss', simpleValue: 0 },
    { tag: 'image', image: { height: 2, width: 3, colorspace: 1, encoded: Uint8Array.of(1, 2) } },
    {
      tag: 'histogram',
      histogram: { min: -1, max: 2, count: 3, sum: 1.5, sumOfSquares: 5, limits: [0, 3], buckets: [1, 2] },
    },
    {
      tag: 'epoch_loss',
      tensor: { dtype: 'float32', shape: [], data: Float32Array.of(0.25) },
      metadata: {
        plugin: 'scalars',
        content: new Uint8Array(),
        displayName: 'Loss',
        description: '*lower*',
        dataClass: 1,
      },
    },
    {
      tag: 'digits',
      tensor: { dtype: 'bytes', shape: [1], data: [Uint8Array.of(0x89)] },
      metadata: { plugin: 'images' },
    },
  ])('are read as they were written: $tag', (value) => {
    expect(again([value])).toEqual([value]);
  });

  it('name the tag whose tensor is damaged', () => {
    const bytes = writeSummary([
      { tag: 'loss', tensor: { dtype: 'float32', shape: [2], data: Float32Array.of(1) } },
    ]).toBytes();
    expect(() => readSummary(new WireReader(bytes, 'events'), 'events')).toThrow("events, tag 'loss': 8 bytes");
  });
});
