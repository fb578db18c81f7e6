export type { TopLevelSpec as ChartSpec } from 'vega-lite';
export { type ClassProbabilitiesOptions, classProbabilities } from './class-probabilities';
export { type ConfusionMatrixOptions, confusionCounts, confusionMatrix } from './confusion-matrix';
export { type ImageSheetOptions, imageSheet } from './image-sheet';
export { type HistoryLike, type LearningCurvesOptions, learningCurves } from './learning-curves';
export { type ReportFigure, type ReportOptions, type ReportSection, type ReportTable, report } from './report';
export { theme } from './theme';
export { toSVG } from './to-svg';
