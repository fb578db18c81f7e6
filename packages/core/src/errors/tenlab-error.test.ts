import { describe, expect, it } from 'vitest';
import { inWords, TenlabError } from './tenlab-error';

const units = {
  code: 'invalid-argument',
  place: "Dense 'dense_1'",
  expected: '`units` must be a positive integer',
  received: -3,
  remedy: 'Pass the number of outputs, for example 64.',
};

describe('TenlabError', () => {
  it('says where, what was expected, what came and what to do', () => {
    expect(new TenlabError(units).message).toMatchInlineSnapshot(
      `"Dense 'dense_1': \`units\` must be a positive integer. Received: -3. Pass the number of outputs, for example 64."`,
    );
  });

  it('leaves out a place it was not given', () => {
    expect(new TenlabError({ ...units, place: undefined }).message).toMatchInlineSnapshot(
      `"\`units\` must be a positive integer. Received: -3. Pass the number of outputs, for example 64."`,
    );
  });

  it('keeps the parts as fields', () => {
    const cause = new Error('below');
    const error = new TenlabError({ ...units, cause });
    expect({ ...error }).toEqual({ name: 'TenlabError', ...units });
    expect(error.cause).toBe(cause);
    expect('cause' in new TenlabError(units)).toBe(false);
  });

  it('shows words without quotes, and keeps them as the received field', () => {
    const error = new TenlabError({ ...units, received: inWords('nothing at all') });
    expect(error.message).toMatchInlineSnapshot(
      `"Dense 'dense_1': \`units\` must be a positive integer. Received: nothing at all. Pass the number of outputs, for example 64."`,
    );
    expect(error.received).toBe('nothing at all');
  });

  it('ends every part with one full stop', () => {
    const error = new TenlabError({ code: 'x', expected: 'Ends.', received: inWords('stops!'), remedy: 'none' });
    expect(error.message).toBe('Ends. Received: stops! none.');
  });

  it('is recognised when another copy of the package made it', () => {
    const foreign = Object.defineProperty(new Error('from another copy'), Symbol.for('tenlab.error'), { value: true });
    expect(TenlabError.isInstance(foreign)).toBe(true);
    expect(TenlabError.isInstance(new TenlabError(units))).toBe(true);
    expect(TenlabError.isInstance(new Error('plain'))).toBe(false);
    expect(TenlabError.isInstance({ code: 'invalid-argument' })).toBe(false);
    expect(TenlabError.isInstance(undefined)).toBe(false);
  });

  it('names itself in its stack', () => {
    expect(String(new TenlabError(units))).toMatch(/^TenlabError: Dense 'dense_1'/);
  });
});
