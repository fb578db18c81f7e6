export { type SampleFile, sampleFiles } from './sample-files';
