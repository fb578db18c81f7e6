import { expect, it } from 'vitest';
import { WireReader } from '../protobuf/wire-reader';
import { readTensorShape, writeTensorShape } from './tensor-shape';

it.each([[[]], [[3]], [[0, 4]], [[-1, 2 ** 40]]])('reads the shape [%s] it wrote', (shape) => {
  expect(readTensorShape(new WireReader(writeTensorShape(shape).toBytes(), 'a'))).toEqual(shape);
});

it('writes a size as TensorFlow does', () => {
  // tf.TensorShape([2]).as_proto().SerializeToString()
  expect([...writeTensorShape([2]).toBytes()]).toEqual([0x12, 0x02, 0x08, 0x02]);
});
