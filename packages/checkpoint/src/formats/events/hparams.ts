import { WireWriter } from '../protobuf/wire-writer';
import type { SummaryValue } from './summary-value';

/** Hyperparameters by name. */
export type HparamValues = Readonly<Record<string, number | string | boolean>>;

/**
 * The values by which TensorBoard's page of hyperparameters knows a run: what the experiment consists of, and that the run began.
 *
 * @param hparams the run's hyperparameters
 * @param metrics tags of scalars to show beside them, by the folder of the run they lie in: `{ validation: ['epoch_loss'] }`
 * @param startTime seconds since 1970
 *
 * Source: https://github.com/tensorflow/tensorboard/blob/master/tensorboard/plugins/hparams/plugin_data.proto
 */
export function hparamsStart(
  hparams: HparamValues,
  metrics: Readonly<Record<string, readonly string[]>>,
  startTime: number,
): SummaryValue[] {
  const experiment = new WireWriter().double(3, startTime);
  for (const name of Object.keys(hparams)) experiment.message(4, new WireWriter().string(1, name));
  for (const [group, tags] of Object.entries(metrics)) {
    for (const tag of tags) {
      const metric = new WireWriter().string(1, group).string(2, tag);
      experiment.message(5, new WireWriter().message(1, metric));
    }
  }
  const session = new WireWriter();
  // Sorted, as protobuf's own deterministic writer does with a map.
  for (const [name, value] of Object.entries(hparams).sort(([a], [b]) => (a < b ? -1 : 1))) {
    session.message(1, new WireWriter().string(1, name).message(2, anyValue(value)));
  }
  session.double(5, startTime);
  return [
    pluginValue('_hparams_/experiment', new WireWriter().message(2, experiment)),
    pluginValue('_hparams_/session_start_info', new WireWriter().message(3, session)),
  ];
}

/** That the run ended: well, or with an error. */
export function hparamsEnd(ok: boolean, endTime: number): SummaryValue {
  const status = ok ? 1 : 2;
  const session = new WireWriter().number(1, status).double(2, endTime);
  return pluginValue('_hparams_/session_end_info', new WireWriter().message(4, session));
}

/** A google.protobuf.Value. */
function anyValue(value: number | string | boolean): WireWriter {
  if (typeof value === 'number') return new WireWriter().double(2, value);
  return typeof value === 'string' ? new WireWriter().string(3, value) : new WireWriter().boolean(4, value);
}

/** The message lies in the metadata; the tensor is there because a value must have one. */
function pluginValue(tag: string, content: WireWriter): SummaryValue {
  return {
    tag,
    tensor: { dtype: 'float32', shape: [], data: Float32Array.of(0) },
    metadata: { plugin: 'hparams', content: content.toBytes(), dataClass: 2 },
  };
}
