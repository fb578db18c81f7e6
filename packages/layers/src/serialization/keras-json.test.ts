import { expect, test } from 'vitest';
import { kerasJson } from './keras-json';

test('writes a float as a float, and all else as JSON does', () => {
  const config = {
    optimizer: { momentum: 0, learning_rate: 0.1 },
    layers: [{ momentum: 0.99, units: 1 }],
    name: 'momentum',
  };
  expect(kerasJson(config)).toBe(
    '{"optimizer":{"momentum":0.0,"learning_rate":0.1},"layers":[{"momentum":0.99,"units":1}],"name":"momentum"}',
  );
  expect(JSON.parse(kerasJson(config))).toEqual(config);
});
