import { expect, it } from 'vitest';
import { expectResumable } from '../testing/expect-resumable';
import { Dataset } from './dataset';
import { ArraysStage } from './from-arrays';
import { GeneratorStage } from './from-iterable';
import { SelectStage } from './select';

const letters = ['a', 'b', 'c', 'd', 'e'];
const numbers = Int32Array.of(4, 0, 2);

it('gives elements in the order asked for where they can be read so', async () => {
  const make = () => new Dataset(new SelectStage(new ArraysStage<string>([letters]), numbers));
  expect(await make().toArray()).toEqual(['e', 'a', 'c']);
  await expectResumable(make);
});

it('gives elements in the order they have where they cannot', async () => {
  const make = () => new Dataset(new SelectStage(new GeneratorStage('letters', () => letters), numbers));
  expect(await make().toArray()).toEqual(['a', 'c', 'e']);
  await expectResumable(make);
});
