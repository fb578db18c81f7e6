import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeWithFixtures, listFixtures, readExpected, readFixture } from '../../testing/fixtures';
import { bytesOfArray } from '../stored-array';
import { readRecords } from '../tfrecord/read-records';
import { decodeEvent, encodeEvent, eventFileVersion, type TensorBoardEvent } from './event';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('events', () => {
  it.each<TensorBoardEvent>([
    { wallTime: 1.5, step: 0, fileVersion: eventFileVersion },
    { wallTime: 2, step: 2 ** 40, summary: [{ tag: 'loss', simpleValue: 0.5 }] },
    { wallTime: 3, step: 1, graph: Uint8Array.of(1, 2) },
  ])('are read as they were written', (event) => {
    expect(decodeEvent(encodeEvent(event))).toEqual(event);
  });

  it('skip what is not known', () => {
    // log_message, field 6
    expect(decodeEvent(Uint8Array.of(0x32, 0x02, 0x08, 0x01))).toEqual({ wallTime: 0, step: 0 });
  });
});

type Row = {
  file_version?: string;
  step?: number;
  tag?: string;
  plugin?: string;
  value_field?: string;
  simple_value?: number;
  histo?: { min: number; max: number; num: number; sum: number; bucket_limit: number[]; bucket: number[] };
  image?: { height: number; width: number; png_sha256: string };
  tensor?: { dtype: string; shape?: number[]; b64?: string; sha256?: string[] };
};

/** Events in the form of `expected.json`. */
function rowsOf(event: TensorBoardEvent): Row[] {
  if (event.fileVersion !== undefined) return [{ file_version: event.fileVersion }];
  return (event.summary ?? []).map(({ tag, simpleValue, histogram, image, tensor, metadata }) => {
    const row: Row = { step: event.step, tag, plugin: metadata?.plugin ?? '' };
    if (simpleValue !== undefined) Object.assign(row, { value_field: 'simple_value', simple_value: simpleValue });
    if (histogram !== undefined) {
      const { min, max, count: num, sum, limits: bucket_limit, buckets: bucket } = histogram;
      Object.assign(row, { value_field: 'histo', histo: { min, max, num, sum, bucket_limit, bucket } });
    }
    if (image !== undefined) {
      const { height, width, encoded } = image;
      Object.assign(row, { value_field: 'image', image: { height, width, png_sha256: sha256(encoded) } });
    }
    if (tensor?.dtype === 'bytes') {
      Object.assign(row, { value_field: 'tensor', tensor: { dtype: 'string', sha256: tensor.data.map(sha256) } });
    } else if (tensor !== undefined) {
      const { dtype, shape } = tensor;
      const b64 = Buffer.from(bytesOfArray(tensor)).toString('base64');
      Object.assign(row, { value_field: 'tensor', tensor: { dtype, shape, b64 } });
    }
    return row;
  });
}

describeWithFixtures('events of TensorFlow', () => {
  const names = ['v1', 'v2', 'keras_callback/train', 'keras_callback/validation'].flatMap((folder) =>
    listFixtures(`events/${folder}`, /tfevents/).map((name) => `${folder}/${name}`),
  );

  it.each(names)('are read from %s', async (name) => {
    const rows: Row[] = [];
    for await (const record of readRecords(readFixture(`events/${name}`))) rows.push(...rowsOf(decodeEvent(record)));
    expect(rows).toEqual(readExpected<{ files: Record<string, Row[]> }>('events').files[name]);
  });

  it.each(names)('are written again with the same contents: %s', async (name) => {
    for await (const record of readRecords(readFixture(`events/${name}`))) {
      const event = decodeEvent(record);
      expect(decodeEvent(encodeEvent(event))).toEqual(event);
    }
  });
});
