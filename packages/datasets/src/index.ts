export { ImageArray, type ImageTensorOptions } from './arrays/image-array';
export { LabelArray } from './arrays/label-array';
export {
  type FlowFromDirectoryOptions,
  type FlowOptions,
  type ImageBatches,
  ImageDataGenerator,
  type ImageDataGeneratorOptions,
} from './augmentation/image-data-generator';
export { type AutoMpg, autoMpg, type Car } from './auto-mpg';
export type { Checksum } from './cache/checksum';
export { type DownloadOptions, download } from './cache/download';
export type { DownloadProgress } from './cache/fetch-into';
export { type CatalogEntry, type CatalogOptions, datasetCatalog, type LoadedSet } from './catalog';
export { type Cifar10Options, cifar10 } from './cifar10';
export { type Batched, stack } from './elements/stack';
export { type FashionMnistOptions, fashionMnist } from './fashion-mnist';
export { decodeImage } from './images/decode-image';
export type { ColorMode, ImageValues } from './images/image-values';
export { type Interpolation, resize } from './images/resize';
export { type Imdb, type ImdbOptions, imdb } from './imdb';
export { type DataReport, type Examples, inspectData } from './inspect/inspect-data';
export type { Row } from './inspect/row-index';
export { type Iris, iris } from './iris';
export { type MnistOptions, mnist } from './mnist';
export { type MovieReviews, movieReviews } from './movie-reviews';
export { type CifarBatch, parseCifar } from './parse/cifar';
export { type CsvOptions, parseCsv } from './parse/csv';
export { encodeIdx, type IdxArray, parseIdx } from './parse/idx';
export { Dataset } from './pipeline/dataset';
export type { DatasetIterator } from './pipeline/dataset-iterator';
export type { FromGeneratorOptions, GeneratorStart } from './pipeline/from-iterable';
export type { ElementPlace } from './pipeline/map';
export type { ParallelMapOptions } from './pipeline/parallel-map';
export type { SplitOptions } from './pipeline/split-numbers';
export type { WindowOptions } from './pipeline/window';
export type { WorkerFunction } from './pipeline/worker-pool';
export { type ImageFolder, type ImageFolderOptions, imageFolder } from './readers/image-folder';
export { type TextFolder, type TextFolderOptions, textFolder } from './readers/text-folder';
export { type TFRecordsOptions, tfRecords } from './readers/tf-records';
export { type TimeseriesOptions, timeseries } from './readers/timeseries';
export type { FileSetOptions } from './sources/find-data-file';
export type { ImageSetOptions } from './sources/image-set';
export type { ImageSet } from './sources/load-image-set';
export { type Stocks, stocks } from './stocks';
export { type Column, Table } from './tables/table';
export type { ImdbWordOptions } from './texts/imdb-reviews';
export { type PadSequencesOptions, padSequences } from './texts/pad-sequences';
export type { WordCodec } from './texts/word-index';
