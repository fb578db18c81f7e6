import { useBackend } from '@tenlab/core';
import type { Sequential } from '@tenlab/layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { LambdaCallback } from './lambda-callback';
import { SwapEMAWeights } from './swap-ema-weights';
import { smallData, smallModel } from './testing/small-run';

beforeAll(async () => {
  await useBackend('wasm', { threads: 2 });
});

const ema = () =>
  smallModel({ optimizer: { class_name: 'SGD', config: { learning_rate: 0.1, use_ema: true, ema_momentum: 0.8 } } });
const valuesOf = (model: Sequential) => model.weights.flatMap(({ value }) => [...value.dataSync()]);
const averagesOf = (model: Sequential) =>
  [...model.compiledState.optimizer.movingAverages.values()].flatMap(({ value }) => [...value.dataSync()]);

async function fit(
  model: Sequential,
  callbacks: ConstructorParameters<typeof LambdaCallback>[0],
  swap?: SwapEMAWeights,
) {
  const { x, y } = smallData;
  const validationData = [x, y] as const;
  const all = [...(swap ? [swap] : []), new LambdaCallback(callbacks)];
  return model.fit(x, y, { batchSize: 4, epochs: 3, verbose: 0, validationData, callbacks: all });
}

describe('SwapEMAWeights', () => {
  it('lets validation see the averages, and leaves training as it was', async () => {
    const plain = ema();
    const weights: number[][] = [];
    const averages: number[][] = [];
    const { history } = await fit(plain, {
      onEpochEnd: () => {
        weights.push(valuesOf(plain));
        averages.push(averagesOf(plain));
      },
    });
    const swapped = ema();
    const seen: number[][] = [];
    const after: number[][] = [];
    const { history: withSwap } = await fit(
      swapped,
      { onTestBegin: () => void seen.push(valuesOf(swapped)), onEpochEnd: () => void after.push(valuesOf(swapped)) },
      new SwapEMAWeights(),
    );
    expect(seen).toEqual(averages);
    expect(after).toEqual(weights);
    expect(withSwap.loss).toEqual(history.loss);
    expect(withSwap.val_loss).not.toEqual(history.val_loss);
    expect(valuesOf(swapped)).toEqual(valuesOf(plain));
    plain.dispose();
    swapped.dispose();
  });

  it('with swapOnEpoch other callbacks find the averages at the end of an epoch, and the model ends with them', async () => {
    const plain = ema();
    const averages: number[][] = [];
    await fit(plain, { onEpochEnd: () => void averages.push(averagesOf(plain)) });
    const swapped = ema();
    const found: number[][] = [];
    await fit(
      swapped,
      { onEpochEnd: () => void found.push(valuesOf(swapped)) },
      new SwapEMAWeights({ swapOnEpoch: true }),
    );
    expect(found).toEqual(averages);
    expect(valuesOf(swapped)).toEqual(averages[2]);
    plain.dispose();
    swapped.dispose();
  });

  it('wants an optimizer with averages', async () => {
    const model = smallModel();
    await expect(fit(model, {}, new SwapEMAWeights())).rejects.toThrow(
      /one that keeps none. Make it with `useEma: true`/,
    );
    model.dispose();
  });
});
