import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newestFinishedRun } from './newest-run';

const runs = await mkdtemp(join(tmpdir(), 'tenlab-runs-'));
const add = async (name: string, config: string) => {
  await mkdir(join(runs, name));
  await writeFile(join(runs, name, 'config.json'), config);
};

it('finds none where there is no folder', async () => {
  expect(await newestFinishedRun('mnist-digits', join(runs, 'nowhere'))).toBeUndefined();
});

it('takes the newest finished run of the lab, past all others', async () => {
  await add('a', '{"lab":"mnist-digits","state":"finished","ended":"2026-01-01T00:00:00Z"}');
  await add('b', '{"lab":"mnist-digits","state":"finished","ended":"2026-02-01T00:00:00Z"}');
  await add('c', '{"lab":"mnist-digits","state":"interrupted","ended":"2026-03-01T00:00:00Z"}');
  await add('d', '{"lab":"iris","state":"finished","ended":"2026-04-01T00:00:00Z"}');
  await add('e', '{"lab":"mnist-digits","state":"fin');
  await writeFile(join(runs, 'file'), '');
  expect(await newestFinishedRun('mnist-digits', runs)).toBe(join(runs, 'b'));
});
