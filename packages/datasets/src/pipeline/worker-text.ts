/**
 * The text of a worker of `parallelMap`: it loads the function once and calls it for each element it is sent. As text it needs no file of its
 * own, which bundlers would lose.
 */
export const workerText = `
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');

function told(error) {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: 'Error', message: String(error) };
}

// Memory that a result owns alone is handed over instead of copied.
function owned(value, found = new Set()) {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) found.add(buffer);
  } else if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) owned(part, found);
  }
  return found;
}

async function load() {
  const { module, name, source } = workerData;
  if (source !== undefined) {
    const made = (0, eval)('(' + source + ')');
    if (typeof made !== 'function') throw new TypeError('the source is ' + typeof made);
    return made;
  }
  const loaded = await import(module);
  if (typeof loaded[name] === 'function') return loaded[name];
  throw new TypeError("no function '" + name + "', but " + (Object.keys(loaded).join(', ') || 'nothing'));
}

load().then(
  (change) => {
    parentPort.on('message', async ({ id, element, place }) => {
      try {
        const value = await change(element, place);
        parentPort.postMessage({ id, value }, [...owned(value)]);
      } catch (error) {
        parentPort.postMessage({ id, error: told(error) });
      }
    });
  },
  (error) => parentPort.postMessage({ failed: told(error) }),
);
`;
