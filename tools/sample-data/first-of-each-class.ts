/** The first `count` examples of each class of two IDX files, in the order they have there, as two IDX files. */
export function firstOfEachClass(images: Buffer, labels: Buffer, count: number): { images: Buffer; labels: Buffer } {
  const [height, width] = [images.readUInt32BE(8), images.readUInt32BE(12)];
  const size = height * width;
  const taken = new Map<number, number>();
  const chosen: number[] = [];
  for (const [index, label] of labels.subarray(8).entries()) {
    const before = taken.get(label) ?? 0;
    if (before === count) continue;
    taken.set(label, before + 1);
    chosen.push(index);
  }
  const numberOf = (header: Buffer) => {
    const copy = Buffer.from(header);
    copy.writeUInt32BE(chosen.length, 4);
    return copy;
  };
  return {
    images: Buffer.concat([
      numberOf(images.subarray(0, 16)),
      ...chosen.map((index) => images.subarray(16 + index * size, 16 + (index + 1) * size)),
    ]),
    labels: Buffer.concat([numberOf(labels.subarray(0, 8)), Buffer.from(chosen.map((index) => labels[8 + index]!))]),
  };
}
