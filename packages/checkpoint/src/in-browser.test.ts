import { needs, runInChromium } from '@tenlab/testing';
import { expect, test } from 'vitest';
import type { PageReport } from './testing/keep-in-page';

needs({ chromium: true })('models in a page', () => {
  test.each(['net.keras', 'net.h5', 'net.safetensors', 'net.weights.h5'])(
    '%s goes out and comes back as an upload, in OPFS and in IndexedDB',
    async (name) => {
      const entry = new URL('./testing/keep-in-page.ts', import.meta.url);
      const { value, console } = await runInChromium<PageReport>({ entry, argument: name });
      const { saved, ...others } = value;
      expect(saved.map(({ length }) => length)).toEqual([12, 3]);
      expect(others).toEqual({ upload: saved, privateFiles: saved, database: saved });
      expect(console.filter((line) => line.startsWith('error'))).toEqual([]);
    },
  );
});
