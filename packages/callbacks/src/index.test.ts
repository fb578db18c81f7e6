import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "BackupAndRestore",
      "CSVLogger",
      "Callback",
      "EarlyStopping",
      "History",
      "LambdaCallback",
      "LearningRateFinder",
      "LearningRateScheduler",
      "ModelCheckpoint",
      "ProgressBar",
      "ReduceLROnPlateau",
      "RemoteMonitor",
      "StopAfter",
      "StopWhen",
      "SwapEMAWeights",
      "TensorBoard",
      "TerminateOnNaN",
      "TrainingDoctor",
    ]
  `);
});
