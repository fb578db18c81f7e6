import { expect, it } from 'vitest';
import * as api from './index';

it('exports what it should', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "BackupAndRestore",
      "Callback",
      "EarlyStopping",
      "History",
      "LambdaCallback",
      "ProgressBar",
      "ReduceLROnPlateau",
      "StopWhen",
    ]
  `);
});
