import { describe, expect, it } from 'vitest';
import { describeWithFixtures, fixtureFiles, readExpected } from '../../testing/fixtures';
import {
  decodeObjectGraph,
  encodeObjectGraph,
  escapeLocalName,
  type ObjectGraph,
  objectGraphKey,
} from './object-graph';
import { TensorBundle } from './tensor-bundle';

const graph: ObjectGraph = [
  {
    children: new Map([
      ['net', 1],
      ['alias', 1],
    ]),
    variables: [],
    slots: [{ variable: 2, name: 'm', slotVariable: 3 }],
  },
  {
    children: new Map([
      ['kernel', 2],
      ['root', 0],
    ]),
    variables: [],
    slots: [],
  },
  { children: new Map(), variables: [{ attribute: 'VARIABLE_VALUE', fullName: 'k', key: 'net/kernel' }], slots: [] },
  { children: new Map(), variables: [], slots: [] },
];

describe('object graphs', () => {
  it('are read as they were written, cycles and shared objects included', () => {
    expect(decodeObjectGraph(encodeObjectGraph(graph), 'a')).toEqual(graph);
  });

  it('refuse an object that is not there', () => {
    const bytes = encodeObjectGraph([{ children: new Map(), variables: [], slots: [] }]);
    const wrong = Uint8Array.of(0x0a, 0x04, 0x0a, 0x02, 0x08, 0x05, ...bytes);
    expect(() => decodeObjectGraph(wrong, 'a.index')).toThrow('an object from 0 to 1. Received: 5');
  });
});

it('escapeLocalName frees keys of dots and slashes', () => {
  expect(escapeLocalName('a.b/c')).toBe('a..b.Sc');
});

interface Expected {
  checkpoints: Record<
    string,
    { object_graph: { children: Record<string, number>; attributes: [string, string, string][] }[] }
  >;
}

describeWithFixtures('an object graph of TensorFlow', () => {
  it('is read', async () => {
    const bundle = await TensorBundle.open(fixtureFiles('bundles/object'), 'ckpt-1');
    const read = decodeObjectGraph((await bundle.readBytes(objectGraphKey)).data[0]!, bundle.place);
    await bundle.close();
    const wanted = readExpected<Expected>('bundles').checkpoints['object/ckpt-1']!.object_graph;
    expect(
      read.map(({ children, variables }) => ({
        children: Object.fromEntries(children),
        attributes: variables.map(({ attribute, fullName, key }) => [attribute, fullName, key]),
      })),
    ).toEqual(wanted);
  });
});
