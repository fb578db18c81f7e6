import { useBackend } from '@tenlab/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { Dense } from '../index';
import { getRegularizer } from '../regularizers/index';
import { serializeObject, serializeValue } from './serialize-object';

beforeAll(async () => {
  await useBackend('cpu');
});

describe('serializeObject', () => {
  test('writes class, config and, once built, the shape it was built for', () => {
    const layer = new Dense({ units: 3, name: 'd' });
    expect(Object.keys(serializeObject(layer))).toEqual(['module', 'class_name', 'config', 'registered_name']);
    layer.build([null, 2]);
    expect(serializeObject(layer).build_config).toEqual({ input_shape: [null, 2] });
  });
});

describe('serializeValue', () => {
  test('writes objects, lists and records through, and leaves what is plain', () => {
    expect(serializeValue([1, 'a', null, undefined])).toEqual([1, 'a', null, null]);
    expect(serializeValue({ l2: getRegularizer('l2') })).toMatchObject({ l2: { class_name: 'L2' } });
    function myLoss() {}
    expect(serializeValue(myLoss)).toBe('myLoss');
    expect(() => serializeValue(() => {})).toThrow(/a function without a name/);
  });
});
