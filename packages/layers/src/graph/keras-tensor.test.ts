import { beforeEach, describe, expect, test } from 'vitest';
import { KerasTensor } from './keras-tensor';
import { clearSession } from './naming';

beforeEach(() => {
  clearSession();
});

describe('KerasTensor', () => {
  test('has a shape and a type but no values', () => {
    const tensor = new KerasTensor([null, 3], 'int32', 'ids');
    expect(String(tensor)).toBe('<KerasTensor shape=(None, 3), dtype=int32, name=ids>');
    expect(tensor.rank).toBe(2);
    expect(tensor.history).toBeNull();
  });

  test('is numbered when it has no name, and keeps its shape to itself', () => {
    const shape = [null, 3];
    const tensor = new KerasTensor(shape);
    shape[1] = 4;
    expect(tensor.shape).toEqual([null, 3]);
    expect([tensor.name, new KerasTensor([]).name]).toEqual(['keras_tensor', 'keras_tensor_1']);
  });
});
