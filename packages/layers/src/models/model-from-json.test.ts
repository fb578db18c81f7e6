import { TenlabError, useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import golden from '../../golden/architectures.json';
import { Model, modelFromJSON, Sequential } from '../index';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('modelFromJSON', () => {
  test('reads what Keras wrote, compiled as it was', () => {
    const model = modelFromJSON(JSON.stringify(golden.models.stack.json));
    expect(model).toBeInstanceOf(Sequential);
    expect(model.optimizer.name).toBe('adam');
    expect(model.countParams()).toBe(40 + 16 + 111);
    expect(modelFromJSON(golden.models.shared.json as never)).toBeInstanceOf(Model);
  });

  test('leaves the model uncompiled when asked', () => {
    expect(modelFromJSON(golden.models.stack.json as never, { compile: false }).compiled).toBe(false);
    expect(modelFromJSON(golden.models.unbuilt.json as never).compiled).toBe(false);
  });

  test('refuses what is no model', () => {
    expect(() => modelFromJSON('{')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the text must be JSON. Received: '{'. Pass what model.toJSON() returned.]`,
    );
    expect(() => modelFromJSON('[1]')).toThrow(TenlabError);
    const layer = (golden.models.stack.json.config.layers as unknown[])[2];
    expect(() => modelFromJSON(layer as never)).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the config must be that of a model. Received: that of a Conv2D. Use deserializeLayer for layers.]`,
    );
    expect(() => modelFromJSON({ class_name: 'Sequentiel', config: {} })).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the class must be one that is known. Received: 'Sequentiel'. Did you mean 'Sequential'? Make a class of your own known with registerClasses(YourLayer).]`,
    );
  });
});
