import { afterEach, expect, it, vi } from 'vitest';
import { LiveRun } from './live-run';

afterEach(() => vi.useRealTimers());

function running() {
  vi.useFakeTimers();
  const worker = { postMessage: vi.fn(), terminate: vi.fn(), onmessage: null, onerror: null } as unknown as Worker & {
    onmessage(event: { data: unknown }): void;
    onerror(event: { message: string }): void;
  };
  const [tell, silent] = [vi.fn(), vi.fn()];
  return { worker, tell, silent, run: new LiveRun({ start: () => worker, tell, silent }) };
}

it('notices that a worker does not answer, and that it answers again', () => {
  const { worker, silent } = running();
  vi.advanceTimersByTime(3000);
  worker.onmessage({ data: { type: 'alive' } });
  vi.advanceTimersByTime(3000);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3000);
  expect(silent.mock.calls).toEqual([[true]]);
  worker.onmessage({ data: { type: 'alive' } });
  vi.advanceTimersByTime(600);
  expect(silent.mock.calls).toEqual([[true], [false]]);
});

it('ends the worker and its own watch', () => {
  const { worker, run, silent } = running();
  run.end();
  expect(worker.terminate).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(silent).not.toHaveBeenCalled();
});

it('tells when the worker itself has failed', () => {
  const { worker, tell } = running();
  worker.onerror({ message: '' });
  expect(tell).toHaveBeenCalledWith({
    type: 'failed',
    code: 'worker',
    message: expect.stringContaining('memory may be full'),
  });
});
