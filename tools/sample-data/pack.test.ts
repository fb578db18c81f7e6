import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { carsToCsv } from './cars-to-csv';
import { firstOfEachClass } from './first-of-each-class';
import { irisToCsv } from './iris-to-csv';
import { pack } from './pack';

const about = { rows: 1, licence: 'MIT', publisher: '', package: '', changes: '' };

it('packs what is to be packed, and gives both checksums', () => {
  const { bytes, entry } = pack({ ...about, file: 'a.gz', content: Buffer.from('abc') });
  expect(gunzipSync(bytes).toString()).toBe('abc');
  // SHA-256 of "abc", from its standard (FIPS 180-2, B.1).
  const sum = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(entry.unpacked).toEqual({ bytes: 3, sha256: sum });
  expect(pack({ ...about, file: 'a', content: Buffer.from('abc') }).entry).toMatchObject({ bytes: 3, sha256: sum });
});

it('packs the same bytes on every system', () => {
  const { bytes } = pack({ ...about, file: 'a.gz', content: Buffer.from('abc') });
  expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
});

it('takes the first examples of each class in their order', () => {
  const labels = Buffer.from([0, 0, 8, 1, 0, 0, 0, 5, 1, 1, 0, 1, 0]);
  const images = Buffer.from([0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 1, 0, 0, 0, 1, 10, 11, 12, 13, 14]);
  const cut = firstOfEachClass(images, labels, 2);
  expect([...cut.labels]).toEqual([0, 0, 8, 1, 0, 0, 0, 4, 1, 1, 0, 0]);
  expect([...cut.images.subarray(4)]).toEqual([0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 1, 10, 11, 12, 14]);
});

it('writes tables with names, leaving empty what is unknown', () => {
  expect(irisToCsv('[[5.1,3.5,1.4,0.2,"setosa"]]').toString()).toBe(
    'sepal_length,sepal_width,petal_length,petal_width,species\n5.1,3.5,1.4,0.2,setosa\n',
  );
  const car = {
    Name: 'amc "x", new',
    Miles_per_Gallon: null,
    Cylinders: 8,
    Displacement: 307,
    Horsepower: null,
    Weight_in_lbs: 3504,
    Acceleration: 12,
    Year: '1970-01-01',
    Origin: 'USA',
  };
  expect(
    carsToCsv(JSON.stringify([car]))
      .toString()
      .split('\n')[1],
  ).toBe(',8,307,,3504,12,1970,USA,"amc ""x"", new"');
});
