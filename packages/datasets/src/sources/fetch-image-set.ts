import { gunzip, isGzip } from '../platform/gunzip';
import { fetchBytes } from './fetch-bytes';
import type { ImageSetDefinition, ImageSetOptions, ImageSetParts } from './image-set';
import { readIdxSet } from './read-idx-set';

/** A gzip file may be so much longer than what it holds. */
const gzipOverhead = 1024;

/**
 * Fetches a set from an address into memory: the IDX files themselves, or, of a set that has a part in @tenlab/sample-data, the gzipped
 * files of that part, from a copy of that package's folder `data`.
 */
export async function fetchImageSet(
  definition: ImageSetDefinition,
  baseUrl: string,
  { onProgress }: Pick<ImageSetOptions, 'onProgress'>,
): Promise<ImageSetParts> {
  const { sample } = definition;
  const remedy = 'Put the published files at this address, unchanged.';
  const base = `${baseUrl.replace(/\/$/, '')}/${sample === undefined ? '' : `${sample.folder}/`}`;
  return readIdxSet(
    { ...definition, idx: sample?.idx ?? definition.idx },
    async ({ name, size }) => {
      const url = `${base}${name}${sample === undefined ? '' : '.gz'}`;
      const bytes = await fetchBytes(url, { size: size + (sample === undefined ? 0 : gzipOverhead), onProgress });
      return { bytes: isGzip(bytes) ? await gunzip(bytes, size, url, remedy) : bytes, place: url };
    },
    remedy,
  );
}
