import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense, Layer } from '../index';
import { deserializeLayer, withCustomObjects } from './deserialize';
import { serializeObject } from './serialize-object';

beforeAll(async () => {
  await useBackend('cpu');
});

class Mine extends Layer {
  static override readonly className: string = 'MineToo';
  override call(inputs: never) {
    return inputs;
  }
}

describe('deserializeLayer', () => {
  test('makes the layer again, built as it was', () => {
    const layer = new Dense({ units: 3, activation: 'relu', kernelRegularizer: 'l2', name: 'd' });
    layer.build([null, 2]);
    const copy = deserializeLayer(serializeObject(layer)) as Dense;
    expect(copy).toBeInstanceOf(Dense);
    expect(serializeObject(copy)).toEqual(serializeObject(layer));
    expect(copy.kernel.shape).toEqual([2, 3]);
  });

  test('finds custom classes inside the scope only', () => {
    const config = { class_name: 'MineToo', config: { name: 'm' } };
    expect(withCustomObjects({ MineToo: Mine }, () => deserializeLayer(config))).toBeInstanceOf(Mine);
    expect(() => deserializeLayer(config)).toThrow(/'MineToo'/);
  });

  test('refuses what is no config', () => {
    expect(() => deserializeLayer('Dense')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: a layer must be { class_name, config }. Received: 'Dense'. Pass what model.toJSON() or Keras wrote.]`,
    );
    expect(() => deserializeLayer({ class_name: 'Dense', config: { units: 3, unit: 4 } })).toThrow(/`units`/);
  });
});
