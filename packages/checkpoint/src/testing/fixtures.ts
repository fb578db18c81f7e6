import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { needs } from '@tenlab/testing';
import { bytesOfArray, type StoredArray } from '../formats/stored-array';
import { type FileSet, folderFiles } from '../sources/file-set';

// Files written by the real tools lie beside the clone, in ../shared/fixtures. For tests only: nothing of the package
// imports this.

const folder = fileURLToPath(new URL('../../../../../shared/fixtures/', import.meta.url));

/** `describe` for tests on the fixtures: skipped with the reason where they are not there, required in CI. */
export const describeWithFixtures = needs({ path: folder, what: 'fixtures' });

/** The bytes of one fixture file. */
export function readFixture(path: string): Uint8Array {
  return readFileSync(folder + path);
}

/** The names of the fixture files in a folder that match. */
export function listFixtures(path: string, pattern: RegExp): string[] {
  if (!existsSync(folder)) return [];
  if (!existsSync(folder + path)) return [];
  return readdirSync(folder + path).filter((name) => pattern.test(name));
}

/** What `expected.json` says of an array. */
export interface ExpectedArray {
  dtype: string;
  shape: number[];
  b64?: string;
  values?: string[];
}

/** An array in the form of `expected.json`. */
export function asExpected(array: StoredArray): ExpectedArray {
  const { dtype, shape } = array;
  if (array.dtype === 'string') return { dtype, shape, values: array.data };
  return { dtype, shape, b64: Buffer.from(bytesOfArray(array)).toString('base64') };
}

/** `expected.json` of a fixture folder. */
export function readExpected<T>(path: string): T {
  return JSON.parse(new TextDecoder().decode(readFixture(`${path}/expected.json`))) as T;
}

/** A fixture folder as a format of several files wants it. */
export function fixtureFiles(path: string): FileSet {
  return folderFiles(folder + path);
}

/** Where a fixture file lies. */
export function fixturePath(path: string): string {
  return folder + path;
}
