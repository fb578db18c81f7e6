import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { headers } from '../server/headers';

/** Writes the service worker of a built site: its text, with the list of the files to keep before it. */
export async function writeServiceWorker(folder: string, text: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/^(data\/|service-worker\.js$|hashmap\.json$)/.test(file))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, ''))
    .sort();
  const hash = createHash('sha256').update(text).update(JSON.stringify(headers));
  for (const file of entries.filter((entry) => entry.name.endsWith('.html'))) {
    hash.update(await readFile(join(file.parentPath, file.name)));
  }
  const constants = { version: hash.digest('hex').slice(0, 12), files, headers };
  const lines = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  await writeFile(join(folder, 'service-worker.js'), `${lines.join('\n')}\n${text}`);
}
