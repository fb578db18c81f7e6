export { Callback, History, type Logs } from '@tenlab/layers';
export { BackupAndRestore, type BackupAndRestoreOptions } from './backup-and-restore';
export { EarlyStopping, type EarlyStoppingOptions } from './early-stopping';
export { LambdaCallback, type LambdaCallbackOptions } from './lambda-callback';
export type { MonitorOptions } from './monitor';
export { ProgressBar, type ProgressBarOptions } from './progress-bar';
export { ReduceLROnPlateau, type ReduceLROnPlateauOptions } from './reduce-lr-on-plateau';
export { StopWhen, type StopWhenOptions } from './stop-when';
export type { TextStream } from './text-stream';
