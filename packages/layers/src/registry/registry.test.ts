import { describe, expect, test } from 'vitest';
import { Registry } from './registry';

class Ridge {
  static readonly className: string = 'RidgePenalty';
  readonly factor: number;
  constructor(options: { factor?: number } = {}) {
    this.factor = options.factor ?? 1;
  }
}

describe('Registry', () => {
  const registry = new Registry<Ridge>('regularizer', [Ridge], { ridge: 'RidgePenalty' });

  test.each(['RidgePenalty', 'ridge_penalty', 'ridgePenalty', 'ridge'])('finds a class as %s', (name) => {
    expect(registry.get(name).factor).toBe(1);
  });

  test('builds from a config', () => {
    expect(registry.get({ class_name: 'RidgePenalty', config: { factor: 3 } }).factor).toBe(3);
  });

  test('passes an instance through', () => {
    const instance = new Ridge();
    expect(registry.get(instance)).toBe(instance);
  });

  test('names near names where it knows none', () => {
    expect(() => registry.get('rige')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: the name of a known regularizer. Received: 'rige'. Did you mean 'ridge'?]`,
    );
  });

  test.each([
    [3, "Received: 3. Known are 'RidgePenalty', 'ridge'."],
    [null, 'Received: null.'],
    [{}, 'the regularizer must be a name, a config or an object. Received: {}.'],
    [Ridge, 'Make an object of the class: `new …()`.'],
  ])('refuses %s, which is no object of a class', (identifier, message) => {
    expect(() => registry.get(identifier as never)).toThrow(message);
  });

  test('lists what it knows where nothing is near', () => {
    expect(() => registry.get('something else')).toThrow("Known are 'RidgePenalty', 'ridge'.");
  });

  test('takes classes of your own', () => {
    class Own extends Ridge {
      static override readonly className: string = 'Own';
    }
    registry.register(Own);
    expect(registry.get('own')).toBeInstanceOf(Own);
    expect(registry.has('OWN')).toBe(true);
    expect(registry.names()).toContain('Own');
  });
});
