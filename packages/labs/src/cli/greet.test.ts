import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { captured } from '../testing/captured';
import { greet } from './greet';
import { Screen } from './screen';

it('offers the first lab to who has run none, and the next thing to who has', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenlab-greet-'));
  const run = join(folder, 'runs', 'mnist-digits-1');
  expect((await captured(() => greet(new Screen(), 'en', join(folder, 'runs')))).out).toContain(
    'Next: lab 1, Handwritten digits.',
  );
  await mkdir(run, { recursive: true });
  await writeFile(join(run, 'config.json'), '{"lab":"mnist-digits","state":"finished","ended":"2026-01-01T00:00:00Z"}');
  expect((await captured(() => greet(new Screen(), 'en', join(folder, 'runs')))).out).toMatch(/Next: lab (?!1,)/);
});
