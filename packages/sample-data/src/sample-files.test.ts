import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type SampleFile, sampleFiles } from './sample-files';

const data = new URL('../data/', import.meta.url);
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const contentOf = ({ file }: SampleFile) => {
  const bytes = readFileSync(new URL(file, data));
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};
const sample = (name: string) => sampleFiles.find(({ file }) => file === name)!;

describe('sampleFiles', () => {
  it('lists every file of the folder, and no other', () => {
    const files = readdirSync(fileURLToPath(data), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(index\.json|LICENCES\.md)$/.test(entry.name))
      .map((entry) => `${entry.parentPath.slice(fileURLToPath(data).length)}/${entry.name}`.replace(/^\//, ''));
    expect(files.sort()).toEqual(sampleFiles.map(({ file }) => file).sort());
  });

  it.each(sampleFiles)('holds the checksums of $file', (entry) => {
    const bytes = readFileSync(new URL(entry.file, data));
    const content = contentOf(entry);
    expect([bytes.length, sum(bytes)]).toEqual([entry.bytes, entry.sha256]);
    expect([content.length, sum(content)]).toEqual([entry.unpacked.bytes, entry.unpacked.sha256]);
  });

  it.each(sampleFiles)('names licence, publisher and origin of $file', ({ licence, publisher, ...entry }) => {
    expect(licence).toMatch(/^(MIT|BSD-3-Clause)$/);
    expect(publisher).toContain('https://');
    expect(entry.package).toMatch(/^(npm|PyPI|Debian) /);
    expect(entry.changes).not.toBe('');
  });

  it('counts the rows', () => {
    const lines = (name: string) => contentOf(sample(name)).toString().trimEnd().split('\n').length;
    expect(lines('iris.csv')).toBe(1 + 150);
    expect(lines('auto-mpg.csv')).toBe(1 + 406);
    expect(lines('sp500-2000.csv.gz')).toBe(1 + 5105);
    expect(lines('movie-reviews.tsv.gz')).toBe(10605);
  });

  it.each([
    ['train', 12000, 1200],
    ['t10k', 2000, 200],
  ])('has equally many clothes of each class in %s', (part, count, each) => {
    const labels = contentOf(sample(`fashion-mnist/${part}-labels-idx1-ubyte.gz`)).subarray(8);
    const images = contentOf(sample(`fashion-mnist/${part}-images-idx3-ubyte.gz`));
    expect(images.length).toBe(16 + count * 784);
    const counts = Array<number>(10).fill(0);
    for (const label of labels) counts[label]! += 1;
    expect(counts).toEqual(Array(10).fill(each));
  });

  it('keeps the package below 7 MB', () => {
    expect(sampleFiles.reduce((total, { bytes }) => total + bytes, 0)).toBeLessThan(7_000_000);
  });
});
