export { cacheFolder } from './files/cache-folder';
export { makeFolder } from './files/make-folder';
export { type FileContent, removeUnfinished, writeFileAtomically } from './files/write-file-atomically';
export { isRunning } from './platform/is-running';
