import { describe, expect, it } from 'vitest';
import { hparamsEnd, hparamsStart } from './hparams';

const content = ({ metadata }: { metadata?: { content?: Uint8Array } }) =>
  Buffer.from(metadata?.content ?? []).toString('hex');

describe('hyperparameters', () => {
  // What tensorboard.plugins.hparams.plugin_data_pb2 of TensorBoard 2.21 serializes the same messages to.
  it('are the bytes that TensorBoard itself writes', () => {
    const [experiment, start] = hparamsStart(
      { units: 64, optimizer: 'adam', shuffle: true },
      { validation: ['epoch_loss'] },
      1.5,
    );
    expect(content(experiment!)).toMatchInlineSnapshot(
      `"124619000000000000f83f22070a05756e697473220b0a096f7074696d697a657222090a0773687566666c652a1a0a180a0a76616c69646174696f6e120a65706f63685f6c6f7373"`,
    );
    expect(content(start!)).toMatchInlineSnapshot(
      `"1a410a130a096f7074696d697a657212061a046164616d0a0d0a0773687566666c65120220010a120a05756e697473120911000000000000504029000000000000f83f"`,
    );
    expect(content(hparamsEnd(true, 2.5))).toMatchInlineSnapshot(`"220b0801110000000000000440"`);
    expect(content(hparamsEnd(false, 2.5))).toMatchInlineSnapshot(`"220b0802110000000000000440"`);
  });
});
