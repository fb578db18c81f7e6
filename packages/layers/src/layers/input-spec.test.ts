import { describe, expect, test } from 'vitest';
import { expectInput, type InputSpec } from './input-spec';

const check = (spec: InputSpec, shape: (number | null)[]) => () => expectInput("Layer 'l'", spec, shape);

describe('expectInput', () => {
  test('lets shapes pass that fit', () => {
    expect(check({ ndim: 2, axes: { [-1]: 3 } }, [null, 3])).not.toThrow();
    expect(check({ minNdim: 2, maxNdim: 4 }, [1, 2, 3])).not.toThrow();
    expect(check({ shape: [null, 3, 1], allowLastAxisSqueeze: true }, [5, 3])).not.toThrow();
    expect(check({ axes: { 1: null } }, [1, 9])).not.toThrow();
  });

  test('says what is wrong with others', () => {
    expect(check({ ndim: 4 }, [null, 28, 28])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Layer 'l': the input must have 4 axes. Received: shape (None, 28, 28). The first axis is the batch; is the batch or the channel axis missing?]`,
    );
    expect(check({ ndim: 2 }, [null, 28, 28])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Layer 'l': the input must have 2 axes. Received: shape (None, 28, 28). The first axis is the batch; flatten or reshape the input first.]`,
    );
    expect(check({ minNdim: 3 }, [1, 2])).toThrow(/must have at least 3 axes/);
    expect(check({ maxNdim: 1 }, [1, 2])).toThrow(/must have at most 1 axes/);
    expect(check({ axes: { [-1]: 3 } }, [1, 2])).toThrow(/axis -1 of the input must have length 3/);
    expect(check({ shape: [null, 3], name: 'left' }, [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: Layer 'l': the input must have shape (None, 3) for input 'left'. Received: shape (1, 2). Reshape the data, or build the model with the shape of the data.]`,
    );
  });
});
