/** The part of a browser's store that is needed. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A store of the browser, or memory for as long as the page is open where the browser has none for this site, as with cookies blocked.
 *
 * @param open gives the store; it throws where there is none
 */
export function storeOf(open: () => Store): Store & { lasts: boolean } {
  const held = new Map<string, string>();
  const memory: Store = {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
  const { store, lasts } = openOr(open, memory);
  return {
    lasts,
    getItem: (key) => store.getItem(key),
    setItem: (key, value) => store.setItem(key, value),
    removeItem: (key) => store.removeItem(key),
  };
}

function openOr(open: () => Store, memory: Store): { store: Store; lasts: boolean } {
  try {
    return { store: open(), lasts: true };
  } catch {
    // The only way to ask a browser whether it has one.
    return { store: memory, lasts: false };
  }
}
