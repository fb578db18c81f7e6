export { cacheFolder } from './files/cache-folder';
export { type FileContent, writeFileAtomically } from './files/write-file-atomically';
