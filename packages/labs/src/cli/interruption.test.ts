import { afterEach, expect, it, vi } from 'vitest';
import { listenForInterruption } from './interruption';

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('aborts at the first Ctrl-C, takes its echo for the same, and exits at the second', () => {
  vi.useFakeTimers();
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
  const first = vi.fn();
  const interruption = listenForInterruption(first);
  expect(interruption.exitCode()).toBeUndefined();
  process.emit('SIGINT');
  process.emit('SIGINT');
  process.emit('SIGTERM');
  expect([first.mock.calls.length, interruption.signal.aborted, interruption.exitCode()]).toEqual([1, true, 130]);
  expect(exit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  process.emit('SIGINT');
  expect(exit).toHaveBeenCalledWith(130);
  interruption.end();
});

it('exits as killed processes do after a kill', () => {
  const interruption = listenForInterruption(() => {});
  process.emit('SIGTERM');
  expect(interruption.exitCode()).toBe(143);
  interruption.end();
});

it('leaves no listener behind', () => {
  const before = process.listenerCount('SIGINT');
  const interruption = listenForInterruption(() => {});
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  interruption.end();
  expect(process.listenerCount('SIGINT')).toBe(before);
});
