import { expect, it } from 'vitest';
import { readVersions } from './read-versions';

it('names a version of every package that a lab imports', () => {
  const versions = readVersions();
  expect(Object.keys(versions)).toContain('@tenlab/layers');
  for (const version of Object.values(versions)) expect(version).toMatch(/^\^\d+\.\d+\.\d+$/);
});
