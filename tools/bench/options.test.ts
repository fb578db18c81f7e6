import { expect, test } from 'vitest';
import { nets } from './nets/index';
import { readOptions } from './options';

test('by default all nets, and the peers at hand', () => {
  const options = readOptions([]);
  expect(options?.nets).toEqual(nets);
  expect(options?.against).toEqual(['tfjs-wasm']);
  expect(readOptions(['--python', 'python3'])?.against).toEqual(['keras-tensorflow', 'keras-jax', 'tfjs-wasm']);
});

test('nets and peers are chosen by name', () => {
  const options = readOptions(['--nets', 'autompg,fc512', '--against', 'keras-jax', '--threads', '1', '--quick']);
  expect(options?.nets.map((net) => net.name)).toEqual(['autompg', 'fc512']);
  expect(options?.against).toEqual(['keras-jax']);
  expect(options).toMatchObject({ threads: 1, effort: { rounds: 3, turn: 400 } });
});

test('--quick takes two nets', () => {
  expect(readOptions(['--quick'])?.nets.map((net) => net.name)).toEqual(['mnist-cnn', 'fashion-dense']);
});

test('--memory and --start measure these alone, unless nets are named', () => {
  expect(readOptions([])).toMatchObject({ memory: false, start: false });
  expect(readOptions(['--memory'])).toMatchObject({ nets: [], memory: true, start: false });
  expect(readOptions(['--start', '--rounds', '3'])).toMatchObject({ nets: [], start: true, single: { starts: 3 } });
  const options = readOptions(['--memory', '--start', '--nets', 'fc512', '--quick']);
  expect(options?.nets.map((net) => net.name)).toEqual(['fc512']);
  expect(options).toMatchObject({ memory: true, start: true, single: { training: { steps: 50, epochs: 1 } } });
});

test.each([
  [['--nets', 'mnist'], '--nets: must name some of mnist-cnn, fashion-dense,'],
  [['--against', 'pytorch'], 'Received: pytorch. Try --help.'],
  [['--threads', '0'], '--threads: must be a whole number from 1. Received: 0.'],
  [['--rounds', 'many'], '--rounds: must be a whole number from 1. Received: many. Leave it out for 7.'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is an error', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});

test('--help asks for the usage', () => {
  expect(readOptions(['--help'])).toBeUndefined();
});
