import { useBackend } from '@tenlab/core';
import { Dense, type Model, Sequential } from '@tenlab/layers';
import { encodeModel, encodeWeights, loadModel, loadWeights } from '../index';

/** What a page found out about one kind of file: the model's weights, and those of what came back along each way. */
export interface PageReport {
  saved: number[][];
  upload: number[][];
  privateFiles: number[][];
  database: number[][];
}

/** For tests in Chromium: a trained model goes out as a download and comes back as an upload, and is kept in OPFS and in IndexedDB. */
export default async function keepInPage(name: string): Promise<PageReport> {
  await useBackend('cpu');
  const model = build();
  await model.trainOnBatch([[1, 2, 3, 4]], [[0, 1, 0]]);
  const isWhole = name !== 'net.weights.h5';
  const bytes = isWhole ? await encodeModel(model, name) : await encodeWeights(model, name);
  const file = new File([bytes as Uint8Array<ArrayBuffer>], name);
  const again = async (from: Blob): Promise<number[][]> => {
    const copy = isWhole ? await loadModel(from) : build();
    if (!isWhole) await loadWeights(copy, from, { optimizer: true });
    // The optimizer came along where the format has it.
    if (!name.endsWith('.safetensors') && copy.optimizer.iterations.dataSync()[0] !== 1) throw new Error('no state');
    return weightsOf(copy);
  };
  return {
    saved: weightsOf(model),
    upload: await again(upload(await download(file), name)),
    privateFiles: await again(await throughPrivateFiles(file)),
    database: await again(await throughDatabase(file)),
  };
}

function build(): Model {
  const model = new Sequential([new Dense({ units: 3, inputShape: [4], name: 'out' })], { name: 'net' });
  model.compile({ optimizer: 'adam', loss: 'mse' });
  return model;
}

function weightsOf(model: Model): number[][] {
  return model.weights.map(({ value }) => [...value.dataSync()]);
}

/** What a click on a link with `download` would save. */
async function download(file: Blob): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    return await (await fetch(url)).blob();
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The file that a visitor chooses. */
function upload(content: Blob, name: string): File {
  const input = document.createElement('input');
  input.type = 'file';
  const chosen = new DataTransfer();
  chosen.items.add(new File([content], name));
  input.files = chosen.files;
  return input.files[0]!;
}

/** The origin's private file system. */
async function throughPrivateFiles(file: File): Promise<File> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(file.name, { create: true });
  const stream = await handle.createWritable();
  await stream.write(file);
  await stream.close();
  return handle.getFile();
}

function throughDatabase(file: File): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('models', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('files');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('files', 'readwrite').objectStore('files');
      store.put(file, file.name);
      const reading = store.get(file.name);
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => resolve(reading.result as Blob);
    };
  });
}
