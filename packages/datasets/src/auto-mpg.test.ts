import { expect, it } from 'vitest';
import { autoMpg } from './auto-mpg';

it('loads the cars from the samples, knowing what is not known', async () => {
  const { cars, table, source } = await autoMpg({ offline: true });
  expect(source).toMatch(/^npm @tenlab\/sample-data/);
  expect(cars[0]).toEqual({
    mpg: 18,
    cylinders: 8,
    displacement: 307,
    horsepower: 130,
    weight: 3504,
    acceleration: 12,
    modelYear: 1970,
    origin: 'USA',
    name: 'chevrolet chevelle malibu',
  });
  // As the data set's description counts them.
  expect(cars).toHaveLength(406);
  expect(cars.filter(({ mpg }) => mpg === undefined)).toHaveLength(8);
  expect(cars.filter(({ horsepower }) => horsepower === undefined)).toHaveLength(6);
  expect(new Set(cars.map(({ origin }) => origin))).toEqual(new Set(['USA', 'Europe', 'Japan']));
  expect(table.withoutUnknown().length).toBe(392);
});

it('refuses an unknown option', async () => {
  // @ts-expect-error: an option that does not exist
  await expect(autoMpg({ full: true })).rejects.toThrow('no option `full` exists');
});
