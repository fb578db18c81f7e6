import { expect, it } from 'vitest';
import { readmeExamples } from './describe-readme';

const program = '```ts\nconsole.log(1);\n```\n';

it('finds each program with its output', () => {
  expect(readmeExamples(`# a\n${program}\`\`\`text\n1\n\`\`\`\n\`\`\`sh\nls\n\`\`\`\n`)).toEqual([
    { title: 'example 1', program: 'console.log(1);\n', output: '1' },
  ]);
});

it('refuses a program without output, and a README without programs', () => {
  expect(() => readmeExamples(`${program}text\n`)).toThrow('Received: 1 programs, 0 with output.');
  expect(() => readmeExamples('# a\n')).toThrow('Received: 0 programs');
});
