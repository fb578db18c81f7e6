import { Callback } from '@tenlab/layers';
import type { HeldStream } from './held-stream';

/** Holds the bars of a training back as it begins, until what stands above them is known. Goes before the bars' own callback. */
export class HoldBars extends Callback {
  override readonly everyBatch = false;
  readonly #bars: HeldStream;

  constructor(bars: HeldStream) {
    super();
    this.#bars = bars;
  }

  override onTrainBegin(): void {
    this.#bars.hold();
  }
}
