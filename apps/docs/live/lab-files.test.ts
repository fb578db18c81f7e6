import { expect, it, vi } from 'vitest';
import { fetchSources, ownFiles, shortName } from './lab-files';

const sources = {
  entry: 'labs/01-a/lab.ts',
  files: {
    'texts.ts': '',
    'labs/01-a/about.ts': '',
    'labs/01-a/network.ts': '',
    'labs/01-a/lab.ts': '',
    'labs/shared/x.ts': '',
  },
};

it("lists a lab's own files, the definition and the network first", () => {
  expect(ownFiles(sources).map(shortName)).toEqual(['lab.ts', 'network.ts', 'about.ts']);
});

it('says when the sources are not there', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(fetchSources('/', 'a')).rejects.toThrow('HTTP 404');
  vi.stubGlobal('fetch', async (url: string) => new Response(JSON.stringify({ entry: url, files: {} })));
  await expect(fetchSources('/docs/', 'a')).resolves.toEqual({ entry: '/docs/lab-sources/a.json', files: {} });
  vi.unstubAllGlobals();
});
