const reloaded = 'tenlab-reloaded';

/**
 * Starts the site's service worker, which keeps pages for a time without network, and sends the headers that isolate a page where the
 * host does not: then, once, the page is loaded again through it.
 */
export async function startServiceWorker(base: string): Promise<void> {
  const { serviceWorker } = navigator;
  // Not there without HTTPS: labs then run on one thread, and say so.
  if (serviceWorker === undefined) return;
  try {
    await serviceWorker.register(`${base}service-worker.js`);
  } catch (error) {
    console.info(`This page runs without its service worker: ${String(error)}`);
    return;
  }
  const { active } = await serviceWorker.ready;
  if (globalThis.crossOriginIsolated) {
    sessionStorage.removeItem(reloaded);
    whenIdle(() => active?.postMessage({ type: 'keep', urls: loadedUrls() }));
    return;
  }
  if (sessionStorage.getItem(reloaded) !== null) return;
  sessionStorage.setItem(reloaded, 'yes');
  location.reload();
}

/** What this page was made of: it was loaded before the service worker could keep it. */
function loadedUrls(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return [location.href, ...loaded].filter((url) => url.startsWith(location.origin));
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 5000 });
  else setTimeout(act, 2000);
}
