import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { Deviation } from './deviation';
import { judge } from './judge';

/** Cases checked in beside a test, in the format of a kit. */
export interface GoldenCases {
  cases: readonly { name: string; class_name?: string; function?: string }[];
}

/**
 * Declares one test for each checked-in case of a class: our numbers must be Keras's. Throws when there is no case, so that a
 * class cannot lose its cases unseen.
 *
 * @example
 * goldenTests(golden, 'Huber', runLossCase);
 */
export function goldenTests({ cases }: GoldenCases, name: string, run: (golden: never) => Promise<Deviation[]>): void {
  const own = cases.filter((golden) => golden.class_name === name || golden.function === `keras.activations.${name}`);
  if (own.length === 0) throw new Error(`There must be golden cases for '${name}'. Received: none.`);
  beforeAll(async () => {
    await useBackend('cpu');
  });
  for (const golden of own) {
    test(`gives Keras's numbers for ${golden.name}`, async () => {
      tf.engine().startScope();
      const { reason } = judge(await run(golden as never));
      tf.engine().endScope();
      expect(reason).toBe('');
    });
  }
}
