/** What a program in a worker can reach other places with, besides `fetch`. */
const others = ['XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts'] as const;

/**
 * Lets a worker reach its own site by `fetch` and nothing else, and tells of every try.
 *
 * The site's Content-Security-Policy refuses other places anyway; this puts it into words before the browser's "Failed to fetch".
 *
 * @param scope the worker's global object
 * @param refused called with what was tried
 */
export function guardNetwork(scope: WorkerScope, refused: (what: string) => void): void {
  const { origin } = scope.location;
  const refuse = (what: string): never => {
    refused(what);
    throw new TypeError(
      `Code on this page reaches no other place. Received: ${what}. Take data from @tenlab/datasets.`,
    );
  };
  const own = scope.fetch.bind(scope);
  scope.fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : String(input), scope.location.href);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) return refuse(`fetch of ${url.href}`);
    if (method !== 'GET') return refuse(`${method} ${url.href}`);
    return own(input, init);
  };
  for (const name of others) {
    if (!(name in scope)) continue;
    // A plain function: it must be refused by `new` as by a call.
    scope[name] = function refusedCall(target: unknown) {
      return refuse(`${name} to ${String(target)}`);
    };
  }
}

/** The part of a worker's global object that matters here. */
export interface WorkerScope {
  location: { origin: string; href: string };
  fetch: typeof fetch;
  [name: string]: unknown;
}
