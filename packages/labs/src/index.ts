export {
  type DatasetOptions,
  defineLab,
  type Lab,
  type LabAbout,
  type LabCheck,
  type LabContext,
  type LabData,
  type LabDrawing,
  type LabFigure,
  type LabFiles,
  type LabRun,
  type LabStory,
  type Net,
  type Picture,
  type Tier,
  type TierSettings,
} from './define-lab';
export {
  type Exercise,
  type ExerciseStep,
  type GradedStep,
  grade,
  type Hints,
  type Work,
} from './exercises/grade';
export { extras } from './extras/catalog';
export { type GreyImage, readGreyPng } from './images/grey-image';
export { type MnistDigit, toMnistDigit } from './images/mnist-digit';
export { type CatalogEntry, catalog, loadLab } from './labs/catalog';
export type {
  EndEvent,
  EpochEvent,
  ErrorEvent,
  FigureEvent,
  LabEvent,
  StartEvent,
  StepEvent,
  TextEvent,
} from './runner/events';
export { pictureSVG, type ReportPageOptions, reportPage } from './runner/report-page';
export { type CheckResult, type Home, type RunOptions, type RunOutcome, runLab } from './runner/run-lab';
export { duration, inLanguage, type Language, languages, readable, type Text } from './texts';
