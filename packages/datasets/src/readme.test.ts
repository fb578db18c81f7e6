import { readFile } from 'node:fs/promises';
import { describeReadme, readmeExamples } from '@tenlab/testing';
import { expect, it } from 'vitest';

await describeReadme(import.meta.url);

it('shows the same programs in Chinese', async () => {
  const [english, chinese] = await Promise.all(
    ['README.md', 'README.zh-CN.md'].map((name) => readFile(new URL(`../${name}`, import.meta.url), 'utf8')),
  );
  expect(readmeExamples(chinese!)).toEqual(readmeExamples(english!));
});
