import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from './candidate';
import { nativeEnvironment } from './native-environment';

afterEach(() => vi.unstubAllEnvs());

describe('nativeEnvironment', () => {
  it('lets GPU memory grow where nobody says otherwise', () => {
    vi.stubEnv('TF_FORCE_GPU_ALLOW_GROWTH', undefined);
    expect(nativeEnvironment({}, true)).toEqual({ TF_FORCE_GPU_ALLOW_GROWTH: 'true' });
    expect(nativeEnvironment({ memoryGrowth: false }, true)).toEqual({ TF_FORCE_GPU_ALLOW_GROWTH: 'false' });
  });

  it("leaves the person's own setting, unless the program asks", () => {
    vi.stubEnv('TF_FORCE_GPU_ALLOW_GROWTH', 'false');
    expect(nativeEnvironment({}, true)).toEqual({});
    expect(nativeEnvironment({ memoryGrowth: true }, true)).toEqual({ TF_FORCE_GPU_ALLOW_GROWTH: 'true' });
  });

  it('names device, threads and what must stay free for the limit', () => {
    const options = { memoryGrowth: true, device: 1, threads: 3, memoryLimit: 4096 };
    const freeMemory = vi.fn(() => 10_000);
    expect(nativeEnvironment(options, true, freeMemory)).toEqual({
      CUDA_VISIBLE_DEVICES: '1',
      TF_DEVICE_MIN_SYS_MEMORY_IN_MB: '5904',
      TF_FORCE_GPU_ALLOW_GROWTH: 'true',
      TF_NUM_INTEROP_THREADS: '3',
      TF_NUM_INTRAOP_THREADS: '3',
    });
    expect(freeMemory).toHaveBeenCalledWith(1);
  });

  it('sets nothing about a GPU for the package without one', () => {
    expect(nativeEnvironment({ threads: 2 }, false)).toEqual({
      TF_NUM_INTEROP_THREADS: '2',
      TF_NUM_INTRAOP_THREADS: '2',
    });
  });

  it('refuses a limit above what is free', () => {
    expect(() => nativeEnvironment({ memoryLimit: 4096 }, true, () => 1000)).toThrowErrorMatchingInlineSnapshot(
      `[Refusal: the GPU has 1000 MB free, less than \`memoryLimit\` (4096 MB)]`,
    );
  });

  it('refuses a limit where the free memory cannot be found out', () => {
    vi.stubEnv('PATH', '/nowhere');
    expect(() => nativeEnvironment({ memoryLimit: 4096 }, true)).toThrowErrorMatchingInlineSnapshot(
      `[Refusal: \`memoryLimit\` needs to know the free memory of GPU 0, and nvidia-smi did not tell it]`,
    );
    expect(() => nativeEnvironment({ memoryLimit: 4096 }, true)).toThrow(Refusal);
  });
});
