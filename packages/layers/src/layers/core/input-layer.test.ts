import { beforeEach, describe, expect, test } from 'vitest';
import { KerasTensor } from '../../graph/keras-tensor';
import { clearSession } from '../../graph/naming';
import { Input, InputLayer } from './input-layer';

beforeEach(() => {
  clearSession();
});

describe('InputLayer', () => {
  test('holds a symbolic tensor of the batch shape', () => {
    const layer = new InputLayer({ shape: [28, 28] });
    expect(layer.output.shape).toEqual([null, 28, 28]);
    expect(layer.output.name).toBe('input_layer');
    expect(new InputLayer({ shape: [4], batchSize: 32 }).batchShape).toEqual([32, 4]);
    expect(new InputLayer({ batchShape: [2, 3], dtype: 'int32' }).output.dtype).toBe('int32');
  });

  test('is written as Keras writes it', () => {
    expect(new InputLayer({ shape: [4], name: 'x' }).getConfig()).toEqual({
      batch_shape: [null, 4],
      dtype: 'float32',
      sparse: false,
      ragged: false,
      name: 'x',
      optional: false,
    });
  });

  test('refuses ragged inputs and options it does not know', () => {
    expect(() => new InputLayer({ shape: [4], ragged: true, name: 'x' })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: InputLayer 'x': \`sparse\` and \`ragged\` must be false. Received: { sparse: undefined, ragged: true }. Pad ragged rows to one length, and mask the padding.]`,
    );
    expect(() => new InputLayer({ shpe: [4], name: 'x' } as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: InputLayer 'x': options out of \`shape\`, \`batchSize\`, \`batchShape\`, \`sparse\`, \`ragged\`, \`optional\`, \`name\`, \`trainable\`, \`dtype\`, \`activityRegularizer\`, \`inputShape\`. Received: \`shpe\`. Did you mean \`shape\`?]`,
    );
  });
});

describe('Input', () => {
  test('gives the symbolic tensor itself', () => {
    const x = Input({ shape: [4] });
    expect(x).toBeInstanceOf(KerasTensor);
    expect(x.history?.operation).toBeInstanceOf(InputLayer);
  });
});
