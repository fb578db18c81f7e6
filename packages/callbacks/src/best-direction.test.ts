import type { Model } from '@tenlab/layers';
import { describe, expect, it } from 'vitest';
import { bestDirection } from './best-direction';

describe('bestDirection', () => {
  it.each([
    ['val_loss', 'min'],
    ['loss', 'min'],
    ['head_loss', 'min'],
    ['accuracy', 'max'],
    ['val_sparse_categorical_accuracy', 'max'],
    ['val_digits_accuracy', 'max'],
    ['auc_1', 'max'],
    ['mean_squared_error', 'min'],
    ['val_mae', 'min'],
    ['categorical_crossentropy', 'min'],
    ['f1_score', 'max'],
    ['my_metric', undefined],
    ['val_glossy', undefined],
  ])('%s is best at its %s', (name, direction) => {
    expect(bestDirection(name)).toBe(direction);
  });

  it('asks the model about a metric of its own', () => {
    const model = { metrics: [{ name: 'sharpness', direction: 'max' }] } as unknown as Model;
    expect(bestDirection('val_sharpness', model)).toBe('max');
    expect(bestDirection('val_other', model)).toBeUndefined();
  });
});
