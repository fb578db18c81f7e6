import { expect, it } from 'vitest';
import { saveTensors } from './save-tensors';

it('refuses endings it does not know, and several tensors in one .npy', async () => {
  await expect(saveTensors(new Map(), 'x.bin')).rejects.toThrow('x.bin: a path that ends in .safetensors');
  await expect(saveTensors(new Map(), 'x.npy')).rejects.toThrow('Received: .npy for 0 tensors.');
});
