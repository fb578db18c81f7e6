import { useBackend } from '@tenlab/core';
import { describe, expect, test } from 'vitest';
import { Dense, Input } from '../layers/index';
import { KerasTensor } from './keras-tensor';
import { type Node, symbolicTensors } from './node';

await useBackend('cpu');

describe('Node', () => {
  const x = Input({ shape: [2], name: 'x' });
  const layer = new Dense({ units: 3 });
  const [first, second] = [layer.apply(x), layer.apply(x)];
  const [a, b] = layer.inboundNodes as [Node, Node];

  test('notes each call of a layer', () => {
    expect(layer.inboundNodes).toHaveLength(2);
    expect(first.history).toEqual({ operation: layer, nodeIndex: 0, tensorIndex: 0 });
    expect(second.history?.nodeIndex).toBe(1);
    expect([a.inputs, b.outputs]).toEqual([[x], [second]]);
  });

  test('knows the calls before it', () => {
    const inputNode = x.history?.operation.inboundNodes[0];
    expect(a.parents).toEqual([inputNode]);
    expect([inputNode?.isInput, a.isInput]).toEqual([true, false]);
  });

  test('fills values in for symbolic tensors, and leaves the rest', () => {
    const values = new Map([[x, 'value']]);
    expect(a.fillIn(values)).toEqual({ inputs: 'value', options: {} });
    expect(symbolicTensors([x, { y: 3, z: new KerasTensor([1]) }])).toHaveLength(2);
  });
});
