import { Dataset, decodeImage, parseCsv, parseIdx } from '../index';

/** What came of a visitor's files in a page. */
export interface PageReport {
  image: { shape: number[]; first: number[] };
  rows: number;
  labels: number[];
  batches: number[][];
}

/** For tests in Chromium: files of each kind are read, and a pipeline is shuffled as in Node. */
export default async function readInPage({ png }: { png: number[] }): Promise<PageReport> {
  const upload = new File([Uint8Array.from(png)], 'a.png');
  const { data, shape } = await decodeImage(new Uint8Array(await upload.arrayBuffer()));
  const table = parseCsv(await new Blob(['x,name\n1,a\n2,"b, c"\n']).text());
  const { data: labels } = parseIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 1));
  const numbers = Dataset.fromIterable([1, 2, 3, 4, 5, 6, 7]).shuffle(7, { seed: 3 });
  const batches: number[][] = [];
  for await (const batch of numbers.window(3)) batches.push(batch);
  return {
    image: { shape: [...shape], first: [...data.subarray(0, 3)] },
    rows: table.rows().length,
    labels: [...labels].map(Number),
    batches,
  };
}
