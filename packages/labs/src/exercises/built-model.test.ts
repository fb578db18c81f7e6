import { expect, it } from 'vitest';
import { builtModel } from './built-model';
import type { Work } from './grade';

const work = (build: (units: number) => unknown) => ({ build }) as unknown as Work;

it('gives what the function was asked to make', async () => {
  const model = await builtModel(
    work((units) => ({ fit: () => units })),
    'build',
    '[9]',
    4,
  );
  expect((model.fit as unknown as () => number)()).toBe(4);
});

it('tells of what is no model, and of an input that a layer does not like', async () => {
  await expect(
    builtModel(
      work(() => 1),
      'build',
      '[9]',
    ),
  ).rejects.toMatchObject({ id: 'not-a-model' });
  const refuse = () => {
    throw new Error('wrong shape');
  };
  await expect(builtModel(work(refuse), 'build', '[9]')).rejects.toMatchObject({ id: 'wrong-input-shape' });
});
