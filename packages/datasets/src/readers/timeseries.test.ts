import { describe, expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import golden from './golden/timeseries.json';
import { type TimeseriesOptions, timeseries } from './timeseries';

const series = Float32Array.from({ length: 20 }, (_, index) => index);
const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe('timeseries', () => {
  it.each(golden)(
    'gives with $options and targets $targets what Keras gives',
    async ({ options, targets, elements }) => {
      const own = Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
      const data = timeseries(series, targets as number[], own as unknown as TimeseriesOptions);
      expect(data.size).toBe(elements.length);
      const given = (await data.toArray()) as unknown[];
      const plain = (window: unknown) => [...(window as { data: Float32Array }).data];
      expect(
        given.map((element) =>
          targets === null ? plain(element) : [plain((element as unknown[])[0]), (element as unknown[])[1]],
        ),
      ).toEqual(elements);
    },
  );

  it('keeps the features of a time step together', async () => {
    const data = timeseries({ data: Uint8Array.of(1, 2, 3, 4, 5, 6), shape: [3, 2] }, [10, 20], { sequenceLength: 2 });
    expect(await data.toArray()).toEqual([
      [{ data: Uint8Array.of(1, 2, 3, 4), shape: [2, 2] }, 10],
      [{ data: Uint8Array.of(3, 4, 5, 6), shape: [2, 2] }, 20],
    ]);
  });

  it('can be read in any order, and goes on exactly where it was', async () => {
    const [part] = timeseries(series, null, { sequenceLength: 3 }).split([0.5], { shuffle: true, seed: 1 });
    expect(await part!.toArray()).toHaveLength(9);
    await expectResumable(() => timeseries(series, series, { sequenceLength: 15 }));
  });

  it.each([
    [{ sequenceLength: 21 }, 'at least 21 time steps and a target. Received: 20'],
    [{ sequenceLength: 0 }, '`sequenceLength` to be a whole number from 1'],
    [{ sequenceLength: 2, samplingRate: 0.5 }, '`samplingRate` to be a whole number'],
    [{ sequenceLength: 2, endIndex: 30 }, 'both within 20 time steps'],
  ])('refuses %j', (options, message) => {
    expect(() => timeseries(series, null, options)).toThrow(message);
  });
});
