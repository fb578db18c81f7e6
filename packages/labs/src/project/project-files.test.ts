import { expect, it } from 'vitest';
import { projectFiles, projectPackages } from './project-files';

const versions = Object.fromEntries(projectPackages.map((name) => [name, '^1.0.0']));

it('needs exactly what its program imports, and the data beside it', () => {
  const files = projectFiles({ name: 'mine', versions, language: 'en' });
  expect(Object.keys(files)).toEqual(['package.json', 'train.js', 'README.md', '.gitignore']);
  expect(JSON.parse(files['package.json']!)).toMatchObject({ name: 'mine', type: 'module', dependencies: versions });
  const imported = [...files['train.js']!.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  // The engine, and data that a loader looks for: nobody imports them by name.
  expect([...imported, '@tenlab/sample-data', '@tensorflow/tfjs-core'].sort()).toEqual([...projectPackages].sort());
});

it('is the same program in Chinese', () => {
  const code = (language: 'en' | 'zh') =>
    projectFiles({ name: 'mine', versions, language })
      ['train.js']!.replace(/^\/\/.*$/gm, '')
      .replace(/'[^']*'|`[^`]*`/g, '');
  expect(code('zh')).toBe(code('en'));
  const chinese = projectFiles({ name: 'mine', versions, language: 'zh' })['train.js']!;
  for (const [line] of chinese.matchAll(/^\/\/.*$/gm)) expect(line).toMatch(/[\u4e00-\u9fff]/);
});
