import { describe, expect, test } from 'vitest';
import { classNameOf, snakeCase } from './class-name';

describe('classNameOf', () => {
  // biome-ignore lint/complexity/noStaticOnlyClass: as small as a class with a name can be
  class Named {
    static readonly className: string = 'Fixed';
  }
  class Own extends Named {}

  test('takes the static name, which a minifier leaves alone', () => {
    expect(classNameOf(new Named())).toBe('Fixed');
  });

  test('does not give a subclass the name of its parent', () => {
    expect(classNameOf(new Own())).toBe('Own');
  });
});

describe('snakeCase', () => {
  test.each([
    ['MeanSquaredError', 'mean_squared_error'],
    ['RMSprop', 'rm_sprop'],
    ['AdamW', 'adam_w'],
    ['SGD', 'sgd'],
    ['OneHotMeanIoU', 'one_hot_mean_io_u'],
    ['F1Score', 'f1_score'],
  ])('spells %s as Keras does', (name, expected) => {
    expect(snakeCase(name)).toBe(expected);
  });
});
