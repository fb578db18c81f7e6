import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { LabelArray } from './label-array';

describe('LabelArray', () => {
  const labels = new LabelArray(Uint8Array.of(5, 0, 4));

  it('becomes an int32 tensor', () => {
    const tensor = labels.toTensor();
    expect(tensor.dtype).toBe('int32');
    expect([...tensor.dataSync()]).toEqual([5, 0, 4]);
    tensor.dispose();
  });

  it('slices without copying', () => {
    const part = labels.slice(-2);
    expect([...part.data]).toEqual([0, 4]);
    expect(part.length).toBe(2);
    expect(part.data.buffer).toBe(labels.data.buffer);
  });
});
