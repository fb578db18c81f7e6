import { expect, it } from 'vitest';
import { memoryFiles } from '../../sources/file-set';
import { latestCheckpoint } from './latest-checkpoint';

const text = (content: string) => memoryFiles(new Map([['checkpoint', new TextEncoder().encode(content)]]), 'run');

it('reads the name of the newest checkpoint', async () => {
  expect(await latestCheckpoint(text('model_checkpoint_path: "ckpt-2"\n'))).toBe('ckpt-2');
});

it('gives nothing where there is no such file', async () => {
  expect(await latestCheckpoint(memoryFiles(new Map(), 'run'))).toBeUndefined();
});

it('refuses a checkpoint elsewhere', async () => {
  await expect(latestCheckpoint(text('model_checkpoint_path: "/tmp/x"'))).rejects.toThrow('in the folder of this file');
});
