import { crc32 } from 'node:zlib';
import { expectReadOrRefused, mutationCases, type ReadOrRefusedOptions } from '@tenlab/testing';
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import { describe, expect, it, vi } from 'vitest';
import { decodeImage } from '../images/decode-image';
import { cifarBinary, cifarPickle } from '../testing/cifar-files';
import { parseCifar } from './cifar';
import { parseCifarPickle } from './cifar-pickle';
import { parseCsv } from './csv';
import { encodeIdx, parseIdx } from './idx';
import { parseTar } from './tar';

// Damaged copies of good data files, as those of models in @tenlab/checkpoint: each is read, or refused with an error of ours; a crash, a hang or an
// array out of proportion to the file fails the test. `pnpm fuzz` makes 10,000 copies.

// Before all else, for the decoders keep the constructors they find.
const memory = await vi.hoisted(async () => (await import('@tenlab/testing')).watchAllocations());

const perFile = 3_600_000;

function expectSound(
  good: Uint8Array,
  read: ReadOrRefusedOptions['read'],
  options: Partial<ReadOrRefusedOptions> = {},
) {
  return expectReadOrRefused(good, { cases: mutationCases(1500), seed: 31, read, memory, ...options });
}

const text = (content: string) => new TextEncoder().encode(content);

/** A picture of soft colours, so that it packs to less than its pixels. */
const picture = (channels: number) =>
  Uint8Array.from({ length: 24 * 16 * channels }, (_, at) => (at * 7 + Math.floor(at / 24) * 3) % 256);

describe('damaged copies of data files', () => {
  it(
    'CSV is read or refused',
    async () => {
      const rows = Array.from({ length: 40 }, (_, row) => `${row},"a ""quoted"" name, ${row}",${row / 7}\r\n`);
      const good = text(`id,name,value\n${rows.join('')}`);
      const read = (bytes: Uint8Array) => parseCsv(new TextDecoder().decode(bytes)).rows();
      expect(await expectSound(good, read)).toBeGreaterThan(0);
    },
    perFile,
  );

  it(
    'IDX is read or refused',
    async () => {
      const good = encodeIdx({ data: picture(1), shape: [1, 24, 16] });
      expect(await expectSound(good, (bytes) => parseIdx(bytes))).toBeGreaterThan(0);
      const wide = new Uint8Array(12 + 8 * 30);
      wide.set([0, 0, 14, 2, 0, 0, 0, 5, 0, 0, 0, 6]);
      expect(await expectSound(wide, (bytes) => parseIdx(bytes))).toBeGreaterThan(0);
    },
    perFile,
  );

  it(
    'CIFAR in both its forms is read or refused',
    async () => {
      expect(await expectSound(cifarBinary(), (bytes) => parseCifar(bytes))).toBeGreaterThan(0);
      const pickle = cifarPickle();
      expect(await expectSound(pickle, (bytes) => parseCifarPickle(bytes))).toBeGreaterThan(0);
      // The pixels are most of the file: what is done to its instructions needs a file that has few of them.
      const few = pickle.subarray(0, 260);
      await expectSound(few, (bytes) => parseCifarPickle(new Uint8Array([...bytes, ...pickle.subarray(260)])));
    },
    perFile,
  );

  it(
    'a tar archive is read or refused',
    async () => {
      const header = new Uint8Array(512);
      header.set(text('folder/batch.bin'));
      header.set(text('00000001000\0'), 124);
      header[156] = 0x30;
      const good = new Uint8Array([
        ...header,
        ...picture(1).subarray(0, 512),
        ...header,
        ...new Uint8Array(512 + 1024),
      ]);
      expect(await expectSound(good, (bytes) => parseTar(bytes))).toBeGreaterThan(0);
    },
    perFile,
  );

  it.each([1, 3, 4])(
    'a PNG of %i channels is read or refused, behind its checksums too',
    async (channels) => {
      const good = encodePng({ width: 24, height: 16, channels, data: picture(channels) });
      // A packed file may become larger by DEFLATE's limit, and is then brought to three channels.
      const mostTimes = 1032 * 3;
      expect(await expectSound(good, (bytes) => decodeImage(bytes), { mostTimes })).toBeGreaterThan(0);
      await expectSound(good, (bytes) => decodeImage(withPngSums(bytes)), { mostTimes });
    },
    perFile,
  );

  it(
    'a JPEG is read or refused',
    async () => {
      const { data } = jpeg.encode({ width: 24, height: 16, data: picture(4) }, 80);
      const good = new Uint8Array(data);
      // A run of empty blocks takes less than a bit for each of 64 pixels.
      expect(await expectSound(good, (bytes) => decodeImage(bytes), { mostTimes: 4096 })).toBeGreaterThan(0);
    },
    perFile,
  );
});

/** The chunks of a PNG with their checksums made right, as far as their lengths lead. */
function withPngSums(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) break;
    view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
    at = end + 4;
  }
  return bytes;
}
