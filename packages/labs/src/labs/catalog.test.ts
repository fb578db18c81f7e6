import { expect, it } from 'vitest';
import { catalog, loadLab } from './catalog';

it('lists each lab as its own definition has it', async () => {
  for (const { about, load } of catalog) expect(await load()).toMatchObject(about);
  const numbers = catalog.map(({ about }) => about.number!);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

it.each(['mnist-digits', 'MNIST-Digits', '1', '01'])('finds lab 1 as %j', async (name) => {
  expect((await loadLab(name)).id).toBe('mnist-digits');
});

it.each(['', '0', '99', 'mnist'])('refuses %j and says which labs there are', async (name) => {
  await expect(loadLab(name)).rejects.toMatchObject({
    code: 'unknown-lab',
    remedy: expect.stringMatching(/^The labs are: 1 mnist-digits, .*\.$/),
  });
});
