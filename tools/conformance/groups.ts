// The groups of a conformance kit, one file each, and what runs their cases. A group without a runner is not skipped: each
// of its cases fails with the reason. A runner builds the object, feeds it, and returns how far its numbers are off.
import { runConstraintCase } from './constraints';
import type { Deviation } from './deviation';
import type { Execution } from './execution';
import { runFunctionCase } from './functions';
import { runInitializerCase } from './initializers';
import { runLayerCase } from './layers';
import { runLossCase } from './losses';
import { runMetricCase } from './metrics';
import { runOptimizerCase } from './optimizers';
import { runPadSequencesCase, runPreprocessingCase } from './preprocessing';
import { runRegularizerCase } from './regularizers';
import { runScheduleCase } from './schedules';
import { runStatefulCase } from './stateful';
import { runTrainingCase } from './training';

/** Runs one case; empty, or all within tolerance, means passed. Throws where something is missing altogether. */
export type CaseRunner = (golden: never, execution: Execution) => Promise<Deviation[]>;

/** What runs the cases of a group: one runner, or one for each `kind` of case in it. */
export type Group = CaseRunner | Readonly<Record<string, CaseRunner>>;

export const groups: Readonly<Record<string, Group>> = {
  losses: runLossCase,
  metrics: runMetricCase,
  optimizers: runOptimizerCase,
  schedules: runScheduleCase,
  initializers: runInitializerCase,
  regularizers: runRegularizerCase,
  constraints: runConstraintCase,
  layers: { layer: runLayerCase, function: runFunctionCase },
  rnn: { layer: runLayerCase, stateful: runStatefulCase },
  preprocessing: { layer: runPreprocessingCase, function: runFunctionCase, pad_sequences: runPadSequencesCase },
  training: runTrainingCase,
};
