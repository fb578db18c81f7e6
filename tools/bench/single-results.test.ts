import { expect, test } from 'vitest';
import type { ParticipantName } from './participant';
import { singleTable, summarizeSingly } from './single-results';
import type { Single } from './singly';

const singles = new Map<ParticipantName, Single>([
  ['ours', { version: 'tenlab', values: [180, 150, 160] }],
  ['keras-tensorflow', { version: 'keras', values: [800] }],
  ['keras-jax', { version: 'jax', values: [640] }],
  ['tfjs-wasm', { version: 'tfjs', values: [], cannot: 'no kernel' }],
]);

test('medians, and ours over the best peer', () => {
  const result = summarizeSingly('mnist-cnn', 'peak_mib', singles);
  expect(result).toEqual({
    net: 'mnist-cnn',
    ours: { peak_mib: 160, version: 'tenlab', rounds: [180, 150, 160] },
    'keras-tensorflow': { peak_mib: 800, version: 'keras', rounds: [800] },
    'keras-jax': { peak_mib: 640, version: 'jax', rounds: [640] },
    'tfjs-wasm': { version: 'tfjs', cannot: 'no kernel', rounds: [] },
    ratio: 0.25,
  });
});

test('no ratio where there is nothing to compare', () => {
  const alone = summarizeSingly('mnist-cnn', 'peak_mib', new Map([['ours', { version: 'tenlab', values: [1] }]]));
  expect(alone).not.toHaveProperty('ratio');
});

test('the tables', () => {
  const memory = singleTable(summarizeSingly('mnist-cnn', 'peak_mib', singles), 'peak_mib');
  const start = singleTable(summarizeSingly('mnist-cnn', 'first_step_ms', singles), 'first_step_ms');
  expect(`\n${memory}\n\n${start}`).toMatchInlineSnapshot(`
    "
    mnist-cnn         peak memory  ours / it
    ours                  160 MiB
    keras-tensorflow      800 MiB       0.20
    keras-jax             640 MiB       0.25
    tfjs-wasm              cannot          —

    mnist-cnn         first step  ours / it
    ours                  160 ms
    keras-tensorflow      800 ms       0.20
    keras-jax             640 ms       0.25
    tfjs-wasm             cannot          —"
  `);
});
