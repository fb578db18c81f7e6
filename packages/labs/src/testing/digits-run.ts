import type { DigitsRun } from '../labs/01-mnist-digits/checks';

/** For tests: a run of lab 1 as it might have gone, without having gone. */
export function digitsRun({ train = 60_000, epochs = 2, accuracy = 0.988, parameters = 121_930 } = {}): DigitsRun {
  const steps = Math.ceil(train / 32);
  return {
    start: {
      event: 'start',
      lab: 'mnist-digits',
      backend: 'wasm',
      threads: 2,
      seed: 1,
      data: { name: 'mnist', source: 'here', train, test: 100 },
    },
    data: { counts: { train, test: 100 } },
    net: { countParams: () => parameters },
    history: { loss: [0.2] },
    epochs: Array.from({ length: epochs }, (_, index) => ({
      event: 'epoch',
      epoch: index + 1,
      steps,
      ms_per_step: 8,
      loss: 0.1,
      accuracy: 0.97,
      val_loss: 0.05,
      val_accuracy: accuracy,
    })),
    test: { loss: 0.04, accuracy },
    answers: { logits: new Float32Array(1000), predictions: new Uint8Array(100), confidence: new Float32Array(100) },
    seconds: { training: 31, total: 40 },
  } as unknown as DigitsRun;
}
