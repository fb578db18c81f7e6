import { describe, expect, it } from 'vitest';
import { backendChoices } from '../backend-options';
import { allCandidates, candidatesHere } from './candidates';

describe('the candidates', () => {
  it('are in the order of preference', () => {
    expect(candidatesHere(true).map(({ name, kind }) => `${name} (${kind})`)).toEqual([
      'tensorflow-gpu (gpu)',
      'wasm (wasm)',
      'tensorflow (native)',
      'cpu (cpu)',
    ]);
    expect(candidatesHere(false).map(({ name }) => name)).toEqual(['wasm', 'cpu']);
    expect(candidatesHere()).toBe(allCandidates);
  });

  it('can all be named', () => {
    expect(backendChoices).toEqual(['auto', ...allCandidates.map(({ name }) => name)]);
  });
});
