import { describe, expect, test } from 'vitest';
import {
  type CallObserver,
  changesStates,
  hasStates,
  keepsLogits,
  noteCall,
  observeCalls,
  withCallContext,
  withLogitsKept,
  withoutStates,
  withStatesKept,
} from './call-context';

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

describe('observeCalls', () => {
  test('shows the calls made inside to the innermost observer, also after an error', () => {
    const [outer, inner]: string[][] = [[], []];
    const observer =
      (seen: string[]): CallObserver =>
      ({ name }) =>
        void seen.push(name);
    const call = (name: string) => noteCall({ name } as Parameters<CallObserver>[0], []);
    observeCalls(observer(outer!), () => {
      call('a');
      const fail = () => {
        call('b');
        throw new Error('no');
      };
      expect(() => observeCalls(observer(inner!), fail)).toThrow('no');
      call('c');
    });
    call('d');
    expect([outer, inner]).toEqual([['a', 'c'], ['b']]);
  });
});

describe('the states of stateful layers', () => {
  const uses = () => [hasStates(), changesStates()];

  test('are read and changed, but only read or not even read inside a trial', () => {
    expect(withStatesKept(uses)).toEqual([true, false]);
    expect(withoutStates(uses)).toEqual([false, false]);
    expect(uses()).toEqual([true, true]);
  });

  test('stay ignored in a trial inside another', () => {
    expect(withoutStates(() => withStatesKept(uses))).toEqual([false, false]);
  });
});
