import { describe, expect, test } from 'vitest';
import { keepsLogits, withCallContext, withLogitsKept } from './call-context';

describe('withCallContext', () => {
  test('is made by the outermost call and shared by those inside', () => {
    let entries = 0;
    const enter = () => {
      entries++;
    };
    const training = withCallContext({}, enter, (outer) => {
      outer.training = true;
      return withCallContext({}, enter, (inner) => inner.training);
    });
    expect(training).toBe(true);
    expect(entries).toBe(1);
    expect(withCallContext({}, enter, ({ training: fresh }) => fresh)).toBeUndefined();
    expect(entries).toBe(2);
  });

  test('ends when the call throws', () => {
    const fail = () =>
      withCallContext(
        {},
        () => {},
        (context) => {
          context.training = true;
          throw new Error('no');
        },
      );
    expect(fail).toThrow('no');
    expect(
      withCallContext(
        {},
        () => {},
        ({ training }) => training,
      ),
    ).toBeUndefined();
  });
});

describe('withLogitsKept', () => {
  test('holds inside only', () => {
    expect(withLogitsKept(keepsLogits)).toBe(true);
    expect(keepsLogits()).toBe(false);
  });
});
