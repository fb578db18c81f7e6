import { beforeEach, describe, expect, test } from 'vitest';
import { KerasTensor } from './keras-tensor';
import { clearSession } from './naming';
import { Operation } from './operation';

class TwiceIt extends Operation {
  static override readonly className = 'TwiceIt';
  override apply(inputs: unknown): unknown {
    return inputs;
  }
  override computeOutputSpec(): KerasTensor {
    return new KerasTensor([1]);
  }
  override getConfig() {
    return { name: this.name };
  }
}

beforeEach(() => {
  clearSession();
});

describe('Operation', () => {
  test('is named after its class unless it has a name', () => {
    expect([new TwiceIt().name, new TwiceIt().name, new TwiceIt('mine').name]).toEqual([
      'twice_it',
      'twice_it_1',
      'mine',
    ]);
  });

  test('does not show its calls among its properties', () => {
    const operation = new TwiceIt();
    expect(Object.keys(operation)).toEqual(['name']);
    expect(operation.inboundNodes).toEqual([]);
  });
});
