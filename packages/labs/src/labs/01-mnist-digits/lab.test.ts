import { useBackend } from '@tenlab/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { Lab } from '../../define-lab';
import type { LabEvent } from '../../runner/events';
import { type RunOutcome, runLab } from '../../runner/run-lab';
import { testDigits } from '../../testing/test-digits';
import { lab } from './lab';

it('runs from the first look to the report, learns, and leaves no tensor but weights', async () => {
  await useBackend('wasm');
  const before = tf.memory().numTensors;
  const events: LabEvent[] = [];
  let outcome: RunOutcome | undefined;
  const home = {
    command: 'npx tenlab',
    emit: (event: LabEvent) => void events.push(event),
    keepWeights: async () => [],
    keep: async (kept: RunOutcome) => {
      outcome = kept;
      return [];
    },
  };
  const settings = { epochs: 2, batchSize: 32, limit: 1920, seed: 1 };
  const end = await runLab(lab, { settings, backend: 'wasm', datasets: { offline: true } }, home);
  expect(end.test.accuracy).toBeGreaterThan(0.8);
  const figures = events.flatMap((event) => (event.event === 'figure' ? event.figure.name : []));
  expect(figures).toEqual(['samples', 'confusion', 'predictions', 'test-image-1', 'curves']);
  const named = outcome!.story.sections.flatMap((section) => section.figures ?? []);
  expect([...named].sort()).toEqual([...figures].sort());
  const model = outcome!.net as ReturnType<Lab['model']> & { dispose(): void };

  const { images, labels } = testDigits(20);
  let right = 0;
  for (const [index, image] of images.entries()) {
    const probabilities = await lab.drawing!.probabilities(outcome!.net, lab.drawing!.prepare(image).pixels);
    if (probabilities.indexOf(Math.max(...probabilities)) === labels[index]) right++;
  }
  expect(right).toBeGreaterThanOrEqual(15);

  model.dispose();
  expect(tf.memory().numTensors).toBeLessThanOrEqual(before);
});
