import { expect, test } from 'vitest';
import { checkTraces } from './check-traces';

const trace = (text: string) => checkTraces(new Map([['a.ts', text]]));

// Put together here, for the check reads this file too.
const folder = ['', 'work', 'main'].join('/');

test.each([`const kit = '${folder}';`, `see ${folder}/tools`, `\n(${['', 'home', 'ann', 'x'].join('/')})`])(
  'a path of one machine is a problem: %j',
  (text) => {
    expect(trace(text)).toEqual([
      {
        file: expect.stringMatching(/^a\.ts:\d$/),
        message: expect.stringContaining('must not name a path of one machine'),
      },
    ]);
  },
);

test('so is a registry, and a tarball from elsewhere', () => {
  expect(trace(['registry', 'https://npm.example.org/'].join('='))).toHaveLength(1);
  expect(
    trace(`  resolution: {integrity: x, ${['tarball', ' https://npm.example.org/x.tgz'].join(':')}}`),
  ).toHaveLength(1);
});

test.each([
  '../shared/conformance',
  'a hard-work/life balance',
  'https://example.org/work/x',
  '/usr/bin/chromium',
  'the registry of names',
])('this is none: %s', (text) => {
  expect(trace(text)).toEqual([]);
});
