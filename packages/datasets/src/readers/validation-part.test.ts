import { describe, expect, it } from 'vitest';
import { type PartOptions, validationPart } from './validation-part';

const files = Array.from({ length: 10 }, (_, index) => index);
const part = (options: PartOptions, seed = 1) => validationPart(files, options, seed, 'here');

describe('validationPart', () => {
  it('divides by chance, sharing none', () => {
    const training = part({ validationSplit: 0.3, subset: 'training' });
    const validation = part({ validationSplit: 0.3, subset: 'validation' });
    expect([training.length, validation.length]).toEqual([7, 3]);
    expect([...training, ...validation].sort()).toEqual(files);
    expect(part({ validationSplit: 0.3, subset: 'validation' }, 2)).not.toEqual(validation);
  });

  it('gives all where no part is asked for', () => {
    expect(part({})).toEqual(files);
  });

  it.each<PartOptions>([{ validationSplit: 0.3 }, { subset: 'training' }, { validationSplit: 1, subset: 'training' }])(
    'refuses %j',
    (options) => {
      expect(() => part(options)).toThrow('`validationSplit` above 0 and below 1, and `subset`');
    },
  );
});
