export { ImageArray, type ImageTensorOptions } from './arrays/image-array';
export { LabelArray } from './arrays/label-array';
export { type DownloadOptions, download } from './cache/download';
export type { DownloadProgress } from './cache/fetch-into';
export { mnist } from './mnist';
export { encodeIdx, type IdxArray, parseIdx } from './parse/idx';
export type { ImageSetOptions } from './sources/image-set';
export type { ImageSet } from './sources/load-image-set';
