/**
 * The headers of every answer of this site. The first two isolate a page from other origins, which gives it shared memory and with
 * it threads; the third keeps it, and all code that runs in it, from reaching any other place.
 *
 * `unsafe-inline` and `unsafe-eval` are for VitePress's own small scripts, for Vega, and for the code that readers edit: it may do what it
 * likes inside its worker, and its worker can reach nothing.
 */
export const headers: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; '),
};
