// The site's service worker. The build puts `version`, `files` (all pages and scripts) and `headers` before this text.
// It answers from what it has kept, keeps what it fetches, and adds the headers that isolate a page: so a site on a plain static host has
// threads, and a page once loaded works without network.
const store = `tenlab-${version}`;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) {
      // Data do not change with the site; pages and scripts do.
      if (name.startsWith('tenlab-') && name !== store && name !== 'tenlab-data') await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'keep') event.waitUntil(keep(event.data.urls));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const isPage = request.mode === 'navigate';
  const cache = await caches.open(isData(request.url) ? 'tenlab-data' : store);
  // A page may have changed under its address; everything else carries a hash in its name.
  if (!isPage) {
    const kept = await cache.match(plain(request.url));
    if (kept !== undefined) return isolated(kept);
  }
  try {
    const response = await fetch(request);
    if (response.ok && response.status === 200) await cache.put(plain(request.url), response.clone());
    return isolated(response);
  } catch (error) {
    const kept = await cache.match(plain(request.url));
    if (kept !== undefined) return isolated(kept);
    throw error;
  }
}

/** Keeps what the page was made of, then all pages and scripts, a few at a time. */
async function keep(urls) {
  const cache = await caches.open(store);
  const all = [...urls.map(plain), ...files.map((file) => new URL(file, self.registration.scope).href)];
  const missing = [];
  for (const url of new Set(all)) {
    if (!isData(url) && (await cache.match(url)) === undefined) missing.push(url);
  }
  while (missing.length > 0) {
    await Promise.all(
      missing.splice(0, 6).map(async (url) => {
        // What cannot be fetched now is fetched when it is wanted.
        const response = await fetch(url).catch(() => undefined);
        if (response?.ok) await cache.put(url, response);
      }),
    );
  }
}

function isData(url) {
  return new URL(url).pathname.includes('/data/');
}

/** An address without what does not change the answer. */
function plain(url) {
  const address = new URL(url);
  address.hash = '';
  if (!address.pathname.endsWith('.json')) address.search = '';
  return address.href;
}

/** The same answer with the headers of an isolated page. */
function isolated(response) {
  if (response.status === 0) return response;
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: all });
}
