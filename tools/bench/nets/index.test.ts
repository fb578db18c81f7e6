import { expect, test } from 'vitest';
import { nets } from './index';

test('the ten nets, in the order of the tables', () => {
  expect(nets.map(({ name, batch }) => `${name} ${batch}`)).toEqual([
    'mnist-cnn 32',
    'fashion-dense 32',
    'fc512 512',
    'lenet-dropout 128',
    'alexnet 128',
    'imdb-pool 512',
    'autompg 32',
    'stock-lstm 64',
    'stock-gru 64',
    'cifar-resnet18 32',
  ]);
});

test('a net is plain data, so that Python can read it', () => {
  expect(JSON.parse(JSON.stringify(nets))).toEqual(nets);
});
