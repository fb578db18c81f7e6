import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium is, or in words why there is none. `CHROMIUM_PATH` overrides the usual places. */
export function findChromium(): { readonly path: string } | { readonly path: undefined; readonly reason: string } {
  const { CHROMIUM_PATH } = process.env;
  const places = CHROMIUM_PATH ? [CHROMIUM_PATH] : usualPlaces;
  const path = places.find((place) => existsSync(place));
  if (path !== undefined) return { path };
  const remedy = CHROMIUM_PATH ? 'correct CHROMIUM_PATH' : 'install it or set CHROMIUM_PATH';
  return { path: undefined, reason: `no Chromium at ${places[0]}: ${remedy}` };
}
