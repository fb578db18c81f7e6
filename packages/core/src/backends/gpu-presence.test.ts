import { describe, expect, it } from 'vitest';
import { type GpuSystem, gpuPresence } from './gpu-presence';

function system(parts: Partial<Omit<GpuSystem, 'exists'>> & { files?: string[] }): GpuSystem {
  const { files = [], platform = 'linux', environment = {}, read = () => '' } = parts;
  return { platform, environment, read, exists: (path) => files.includes(path) };
}

describe('gpuPresence', () => {
  it('finds a GPU whose CUDA is on LD_LIBRARY_PATH', () => {
    const found = gpuPresence(
      system({
        files: ['/dev/nvidia0', '/opt/cuda/lib64/libcudart.so.11.0'],
        environment: { LD_LIBRARY_PATH: '/usr/local/lib::/opt/cuda/lib64' },
      }),
    );
    expect(found).toEqual({ present: true });
  });

  it("finds a GPU whose CUDA the system's linker knows", () => {
    const read = (path: string) =>
      path === '/etc/ld.so.cache' ? '\0libcudart.so.11.0\0/usr/lib/libcudart.so.11.0\0' : '';
    expect(gpuPresence(system({ files: ['/dev/nvidiactl'], read }))).toEqual({ present: true });
    expect(gpuPresence(system({ files: ['/dev/dxg'], read }))).toEqual({ present: true });
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
    ['no CUDA', system({ files: ['/dev/nvidia0'] })],
    ['another CUDA', system({ files: ['/dev/nvidia0', '/c/libcudart.so.12'], environment: { LD_LIBRARY_PATH: '/c' } })],
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
