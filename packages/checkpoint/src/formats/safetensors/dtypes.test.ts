import { describe, expect, it } from 'vitest';
import { dtypeFromSafetensors, dtypeToSafetensors, safetensorsDtypes } from './dtypes';

describe('safetensors dtypes', () => {
  it('go both ways', () => {
    for (const name of safetensorsDtypes) expect(dtypeToSafetensors(dtypeFromSafetensors(name) ?? '')).toBe(name);
  });

  it.each([['F99'], ['f32'], ['toString'], [''], [1], [undefined]])('knows no %s', (name) => {
    expect(dtypeFromSafetensors(name)).toBeUndefined();
  });

  it('has no name for text and complex128', () => {
    expect(dtypeToSafetensors('string')).toBeUndefined();
    expect(dtypeToSafetensors('complex128')).toBeUndefined();
  });
});
