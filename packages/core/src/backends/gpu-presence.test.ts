import { describe, expect, it } from 'vitest';
import { explainUnusedGpu, type GpuSystem, gpuPresence } from './gpu-presence';

function system(parts: Partial<Omit<GpuSystem, 'exists'>> & { files?: string[] }): GpuSystem {
  const { files = [], platform = 'linux', environment = {}, read = () => '' } = parts;
  return { platform, environment, read, exists: (path) => files.includes(path) };
}

describe('gpuPresence', () => {
  it.each(['/dev/nvidia0', '/dev/nvidiactl', '/dev/dxg'])('finds a GPU by %s', (device) => {
    expect(gpuPresence(system({ files: [device] }))).toEqual({ present: true });
  });

  it('finds the driver on Windows', () => {
    const found = system({
      platform: 'win32',
      files: ['D:\\Win\\System32\\nvcuda.dll'],
      environment: { SystemRoot: 'D:\\Win' },
    });
    expect(gpuPresence(found)).toEqual({ present: true });
  });

  it.each([
    ['no device', system({})],
    ['hidden GPUs', system({ files: ['/dev/nvidia0'], environment: { CUDA_VISIBLE_DEVICES: '-1' } })],
    ['no driver on Windows', system({ platform: 'win32' })],
    ['macOS', system({ platform: 'darwin' })],
  ])('refuses: %s', (_, machine) => {
    const refusal = gpuPresence(machine) as { available: false; reason: string; remedy: string };
    expect(refusal.available).toBe(false);
    expect(`${refusal.reason}. ${refusal.remedy}.`).toMatchSnapshot();
  });

  it('answers about this machine without throwing', () => {
    expect(gpuPresence()).toBeTypeOf('object');
  });
});

describe('explainUnusedGpu', () => {
  const cudaOnPath = system({
    files: ['/opt/cuda/lib64/libcudart.so.11.0'],
    environment: { LD_LIBRARY_PATH: '/usr/local/lib::/opt/cuda/lib64' },
  });
  const cudaInCache = system({
    read: (path) => (path === '/etc/ld.so.cache' ? '\0libcudart.so.11.0\0/usr/lib/libcudart.so.11.0\0' : ''),
  });

  it.each([
    ['no CUDA', system({})],
    ['another CUDA', system({ files: ['/c/libcudart.so.12'], environment: { LD_LIBRARY_PATH: '/c' } })],
  ])('names the library: %s', (_, machine) => {
    expect(explainUnusedGpu(machine).reason).toMatch(/^libcudart.so.11.0, a library of CUDA, is neither/);
    expect(explainUnusedGpu(machine).remedy).toMatchInlineSnapshot(
      `"Install CUDA 11.2 and cuDNN 8.1, and put their folder on LD_LIBRARY_PATH"`,
    );
  });

  it.each([
    ['on LD_LIBRARY_PATH', cudaOnPath],
    ["in the linker's cache", cudaInCache],
    ['somewhere on Windows', system({ platform: 'win32' })],
  ])('sends to the warnings where CUDA is there: %s', (_, machine) => {
    expect(explainUnusedGpu(machine).reason).toMatchInlineSnapshot(
      `"TensorFlow was loaded and found no GPU that it can use"`,
    );
    expect(explainUnusedGpu(machine).remedy).toMatch(/^Read its warnings above/);
  });

  it('answers about this machine without throwing', () => {
    expect(explainUnusedGpu().reason).toMatch(/no GPU that it can use/);
  });
});
