import type { LabSources } from '../worker/protocol';

/** Fetches the sources of a lab, which the build has put beside the pages. */
export async function fetchSources(base: string, lab: string): Promise<LabSources> {
  const response = await fetch(`${base}lab-sources/${lab}.json`);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as LabSources;
}

/** The files that make up the lab itself, its own folder, the definition first: what a reader wants to edit. */
export function ownFiles({ entry, files }: LabSources): string[] {
  const folder = entry.slice(0, entry.lastIndexOf('/') + 1);
  const own = Object.keys(files).filter((path) => path.startsWith(folder));
  const rank = (path: string) => (path === entry ? 0 : /\/networks?\.ts$/.test(path) ? 1 : 2);
  return own.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** The name of a file for people: without the folder of its lab. */
export function shortName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
