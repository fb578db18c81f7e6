/** For tests: examples of CIFAR-10 in both of its forms. Pixel `p` of colour `c` of the `i`-th image is `(i + p + 50 c) % 256`. */
export const cifarLabels = [3, 9, 0];

const planesOf = (image: number) =>
  Uint8Array.from({ length: 3072 }, (_, at) => (image + (at % 1024) + 50 * Math.floor(at / 1024)) % 256);

/** The binary form. */
export function cifarBinary(labels: readonly number[] = cifarLabels): Uint8Array {
  return Buffer.concat(labels.flatMap((label, image) => [Uint8Array.of(label), planesOf(image)]));
}

/** As Python 2 pickled it, in which form the archive for Python is published. */
export function cifarPickle(labels: readonly number[] = cifarLabels): Uint8Array {
  const text = (value: string) =>
    Buffer.concat([Buffer.from('U'), Buffer.of(value.length), Buffer.from(value, 'latin1')]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(labels.length * 3072);
  return Buffer.concat([
    Buffer.from('\x80\x02}q\x01(', 'latin1'),
    text('batch_label'),
    text('training batch 1 of 5'),
    text('labels'),
    Buffer.from(']q\x02(', 'latin1'),
    Buffer.from(labels.flatMap((label) => [0x4b, label])),
    Buffer.from('e'),
    text('data'),
    Buffer.from('cnumpy.core.multiarray\n_reconstruct\nq\x03cnumpy\nndarray\nq\x04K\x00\x85', 'latin1'),
    text('b'),
    Buffer.from('\x87Rq\x05(K\x01', 'latin1'),
    Buffer.of(0x4b, labels.length),
    Buffer.from('M\x00\x0c\x86cnumpy\ndtype\nq\x06', 'latin1'),
    text('u1'),
    Buffer.from('K\x00K\x01\x87Rq\x07(K\x03', 'latin1'),
    text('|'),
    Buffer.from('NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb\x89T', 'latin1'),
    length,
    ...labels.map((_, image) => planesOf(image)),
    Buffer.from('tb'),
    text('filenames'),
    Buffer.from(']q\x08(', 'latin1'),
    ...labels.map((_, image) => text(`${image}.png`)),
    Buffer.from('eu.'),
  ]);
}
