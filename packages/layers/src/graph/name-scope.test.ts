import { describe, expect, test } from 'vitest';
import { currentPath, type ScopeOwner, withNameScope } from './name-scope';

const owner = (name: string): ScopeOwner => ({ name, parentPath: null });

describe('withNameScope', () => {
  test('joins the names of what is building', () => {
    const [model, layer] = [owner('model'), owner('dense')];
    expect(withNameScope(model, () => withNameScope(layer, currentPath))).toBe('model/dense');
    expect(currentPath()).toBe('');
  });

  test('does not repeat an owner inside its own scope', () => {
    const layer = owner('dense');
    expect(withNameScope(layer, () => withNameScope(layer, currentPath))).toBe('dense');
  });

  test('keeps the place where an owner was first', () => {
    const [model, layer] = [owner('model'), owner('dense')];
    withNameScope(model, () => withNameScope(layer, () => {}));
    expect(withNameScope(owner('other'), () => withNameScope(layer, currentPath))).toBe('model/dense');
  });

  test('is left when the work throws', () => {
    expect(() =>
      withNameScope(owner('model'), () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(currentPath()).toBe('');
  });
});
