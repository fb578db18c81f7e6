import { expect, it } from 'vitest';
import { HeldStream } from './held-stream';
import { HoldBars } from './hold-bars';

it('holds bars back from the beginning of a training on', () => {
  const bars = new HeldStream({ write: () => true } as unknown as NodeJS.WriteStream);
  const callback = new HoldBars(bars);
  expect([bars.heldFor, callback.everyBatch]).toEqual([0, false]);
  callback.onTrainBegin();
  expect(bars.heldFor).toBeGreaterThan(0);
});
