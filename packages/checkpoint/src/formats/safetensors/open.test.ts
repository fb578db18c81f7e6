import { expect, it } from 'vitest';
import { bytesSource } from '../../sources/byte-source';
import { readAllTensors } from '../../weights/file-tensor';
import { encodeSafetensors } from './encode';
import { openSafetensors } from './open';

const tensors = new Map([['w', { dtype: 'float32' as const, shape: [2], data: Float32Array.of(1, 2) }]]);

it('gives tensors to be read later, and the order where the file is of ours', async () => {
  const metadata = new Map([
    ['format', 'tenlab'],
    ['format_version', '1'],
    ['weight_order', '["w"]'],
  ]);
  const { named } = await openSafetensors(bytesSource(encodeSafetensors(tensors, metadata), 'a'));
  expect(named.order).toEqual(['w']);
  expect(await readAllTensors(named)).toEqual(tensors);
  const other = await openSafetensors(bytesSource(encodeSafetensors(tensors), 'a'));
  expect(other.named.order).toBeUndefined();
});
