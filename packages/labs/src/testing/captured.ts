import { vi } from 'vitest';

/** For tests: what is written to stdout and stderr while `action` runs. */
export async function captured<Result>(
  action: () => Result | Promise<Result>,
): Promise<{ result: Result; out: string; error: string }> {
  const texts = { out: '', error: '' };
  const catching = (name: 'out' | 'error') => (chunk: unknown) => {
    texts[name] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catching('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catching('error')),
  ];
  try {
    return { result: await action(), ...texts };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
