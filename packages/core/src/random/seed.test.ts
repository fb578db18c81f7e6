import { describe, expect, it } from 'vitest';
import { checkSeed, deriveSeed, getSeed, getSeedState, keyOfSeed, setSeed, setSeedState } from './seed';

describe('the global seed', () => {
  it('is drawn by chance once, then kept', () => {
    const drawn = getSeed();
    expect(Number.isInteger(drawn)).toBe(true);
    expect(getSeed()).toBe(drawn);
  });

  it('is what was set', () => {
    setSeed(42);
    expect(getSeed()).toBe(42);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53, '42', null, undefined])('refuses %s', (seed) => {
    setSeed(7);
    expect(() => setSeed(seed as number)).toThrowError(
      expect.objectContaining({ code: 'invalid-seed', received: seed, place: 'setSeed' }),
    );
    expect(getSeed()).toBe(7);
  });

  it('says what a seed is', () => {
    expect(() => checkSeed(-1, 'setSeed')).toThrowErrorMatchingInlineSnapshot(
      `[TenlabError: setSeed: \`seed\` must be a whole number from 0 to 2^53 - 1. Received: -1. Pass a number such as 42; the same seed gives the same results.]`,
    );
  });
});

describe('deriveSeed', () => {
  it('gives the same sequence after the same setSeed, and another after another', () => {
    const sequence = (seed: number) => {
      setSeed(seed);
      return Array.from({ length: 5 }, () => deriveSeed());
    };
    expect(sequence(42)).toEqual(sequence(42));
    expect(sequence(42)).not.toEqual(sequence(43));
  });

  it('gives different seeds, each a whole number below 2^31', () => {
    setSeed(0);
    const seeds = Array.from({ length: 1000 }, () => deriveSeed());
    expect(new Set(seeds).size).toBe(1000);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
  });

  it('keeps to the numbers of the first release: a change would change every trained weight', () => {
    setSeed(42);
    expect([deriveSeed(), deriveSeed()]).toMatchInlineSnapshot(`
      [
        1337179562,
        1245444249,
      ]
    `);
  });
});

describe('setSeedState', () => {
  it('goes on where the sequence was', () => {
    setSeed(9);
    deriveSeed();
    const place = getSeedState();
    const next = [deriveSeed(), deriveSeed()];
    setSeed(1);
    setSeedState(place);
    expect([deriveSeed(), deriveSeed()]).toEqual(next);
    expect(getSeed()).toBe(9);
  });

  it.each([
    { seed: -1, derived: 0 },
    { seed: 1, derived: 0.5 },
  ])('refuses %j', (place) => {
    expect(() => setSeedState(place)).toThrow(expect.objectContaining({ code: 'invalid-seed' }));
  });
});

describe('keyOfSeed', () => {
  it('is the high and the low 32 bits', () => {
    expect(keyOfSeed(5)).toEqual([0, 5]);
    expect(keyOfSeed(2 ** 32 + 3)).toEqual([1, 3]);
    expect(keyOfSeed(2 ** 53 - 1)).toEqual([2 ** 21 - 1, 2 ** 32 - 1]);
  });
});
