import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { list } from './list';
import { Screen } from './screen';

it('names each lab, what it teaches, and how to start', async () => {
  const { out } = await captured(() => list(new Screen(), 'en'));
  expect(out).toContain('1  mnist-digits  Handwritten digits\n    Train a small convolutional network');
  expect(out).toMatch(/Extras, in any order:\n {4}hello {2}The smallest network/);
  expect(out).toMatch(/Start one: .* run mnist-digits\n$/);
});

it('speaks Chinese as well, and JSON', async () => {
  expect((await captured(() => list(new Screen(), 'zh'))).out).toContain('手写数字');
  const { out } = await captured(() => list(new Screen({ json: true }), 'en'));
  expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({ event: 'lab', id: 'mnist-digits', number: 1 });
});
