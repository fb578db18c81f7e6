/** Where a file of @tenlab/sample-data can be fetched: the two networks that carry every package of npm. */
export function sampleMirrors(file: string): string[] {
  return ['https://cdn.jsdelivr.net/npm', 'https://unpkg.com'].map(
    (network) => `${network}/@tenlab/sample-data@0/data/${file}`,
  );
}
