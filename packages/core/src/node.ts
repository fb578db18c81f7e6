export { cacheFolder } from './files/cache-folder';
export { writeError } from './files/file-error';
export { makeFolder } from './files/make-folder';
export {
  type FileContent,
  type FileWriter,
  removeUnfinished,
  writeFileAtomically,
} from './files/write-file-atomically';
export { isRunning } from './platform/is-running';
