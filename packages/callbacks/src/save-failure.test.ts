import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectOnSaveError, trySaving } from './save-failure';

afterEach(() => vi.restoreAllMocks());

describe('trySaving', () => {
  it('passes the error on, or says it and goes on', async () => {
    const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const fails = async () => {
      throw new Error('the disk is full');
    };
    await expect(trySaving('Here', 'throw', fails)).rejects.toThrow('the disk is full');
    expect(printed).not.toHaveBeenCalled();
    expect(await trySaving('Here', 'warn', fails)).toBe(false);
    expect(printed.mock.calls.join()).toBe('Here: not saved, training goes on. the disk is full\n');
    expect(await trySaving('Here', 'warn', async () => {})).toBe(true);
  });

  it('knows two ways only', () => {
    expect(() => expectOnSaveError('ignore' as never, 'Here')).toThrow(/`onSaveError`/);
  });
});
