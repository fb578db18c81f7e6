import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captured } from '../testing/captured';
import { type DataFlags, data } from './data';
import { Screen } from './screen';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenlab-data-'));
  vi.stubEnv('KERAS_HOME', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const run = (action: string, sets: string[] = [], flags: DataFlags = {}, json = false) =>
  captured(() => data(action, sets, flags, new Screen({ json })));

describe('tenlab data', () => {
  it('lists all sets: where they are, or how to get them', async () => {
    const { result, out } = await run('list');
    expect(result).toBe(0);
    expect(out).toContain('✓ iris  150 flowers, four lengths each\n  npm @tenlab/sample-data');
    expect(out).toContain('- cifar10  50,000 + 10,000 things and animals, colour, 32 x 32\n  not on this machine: ');
  });

  it('verifies what is asked for, and fails where it is not there', async () => {
    expect((await run('verify', ['iris', 'sp500'])).result).toBe(0);
    const { result, out } = await run('verify', ['imdb']);
    expect([result, out]).toEqual([1, expect.stringContaining('✗ imdb  imdb: the data on this machine')]);
  });

  it('looks sets over, as JSON too', async () => {
    expect((await run('inspect', ['iris'])).out).toContain('class       setosa: 50');
    const { out } = await run('inspect', ['iris'], {}, true);
    expect(JSON.parse(out)).toMatchObject({
      event: 'data',
      name: 'iris',
      found: true,
      licence: 'MIT',
      report: { examples: { train: 150, test: 0 }, imbalance: 1 },
    });
  });

  it('pulls nothing that is here', async () => {
    expect((await run('pull', ['auto-mpg'])).out).toContain('✓ auto-mpg');
  });

  it('pulls from a mirror, and believes none that sends something else', async () => {
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(200, { 'content-length': 5 }).end('other');
    });
    const asked: (string | undefined)[] = [];
    await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
    const { port } = server.address() as AddressInfo;
    const { result, out } = await run('pull', ['imdb'], { mirror: `http://127.0.0.1:${port}/sets` });
    server.close();
    expect([result, asked[0]]).toEqual([1, '/sets/imdb.npz']);
    expect(out).toContain('✗ imdb');
  });

  it('says offline that it cannot pull', async () => {
    vi.stubEnv('TENLAB_OFFLINE', '1');
    const { result, out } = await run('pull', ['imdb'], {}, true);
    expect(result).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ event: 'data', name: 'imdb', found: false, code: 'offline' });
  });

  it('refuses a mirror that is no address, or where nothing is pulled', async () => {
    await expect(run('pull', ['imdb'], { mirror: 'folder' })).rejects.toThrow('an address that begins with http');
    await expect(run('verify', ['imdb'], { mirror: 'https://a.org' })).rejects.toThrow('`data pull` only');
  });

  it.each([
    ['nonsense', ['iris'], 'one of list, pull, verify, inspect'],
    ['inspect', ['flowers'], 'mnist'],
    ['pull', [], 'the names of data sets: mnist'],
  ])('refuses %s %j', async (action, sets, message) => {
    await expect(run(action, sets)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(message) });
  });
});
