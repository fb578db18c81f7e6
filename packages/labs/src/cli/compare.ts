import { mkdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { type ComparedRun, type CurvesOfTwo, compareRuns } from '../runner/compare-runs';
import type { KeptRun } from '../runner/node/read-runs';
import type { Screen } from './screen';
import { padded, widthOf } from './wrap';

export interface CompareFlags {
  out?: string;
}

/** `tenlab compare RUN RUN`: two runs' numbers side by side, and their curves together as pictures. */
export async function compare(first: string, second: string, { out }: CompareFlags, screen: Screen): Promise<void> {
  const { readEpochs, readRun } = await import('../runner/node/read-runs');
  const read = async (named: string): Promise<ComparedRun & { run: KeptRun }> => {
    const run = await readRun(named);
    return { name: basename(run.path), config: run.config, epochs: await readEpochs(run), run };
  };
  const [a, b] = [await read(first), await read(second)];
  const { rows, curves } = compareRuns(a, b, screen.language);
  const { bold, cyan, dim } = screen.colors;
  const cells = [['', a.name, b.name], ...rows.map(({ label, values }) => [label, ...values])];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => widthOf(row[column]!))));
  cells.forEach(([label = '', left = '', right = ''], index) => {
    const differs = index > 0 && left !== right;
    const line = [dim(padded(label, widths[0]!)), padded(left, widths[1]!), right].join('  ').trimEnd();
    screen.say(index === 0 || differs ? bold(line) : line);
  });
  const folder = out ?? join('runs', `compare-${a.name}-${b.name}`);
  const pictures = await draw(curves, folder, screen);
  screen.event({
    event: 'compare',
    runs: [a.run.path, b.run.path],
    rows: rows.map(({ id, values }) => ({ name: id, values })),
    pictures,
  });
  if (pictures.length === 0) return;
  screen.say();
  const paths = pictures.map((path) => cyan(relative(process.cwd(), path) || path)).join(', ');
  screen.tell({ en: `Curves together: ${paths}`, zh: `合在一起的曲线：${paths}` });
}

async function draw(curves: readonly CurvesOfTwo[], folder: string, screen: Screen): Promise<string[]> {
  if (curves.length === 0) return [];
  const [{ compareCurves, toSVG }, { writeFileAtomically }] = await Promise.all([
    import('@tenlab/viz'),
    import('@tenlab/core/node'),
  ]);
  await mkdir(folder, { recursive: true });
  const words = screen.language === 'zh' ? { training: '训练', validation: '验证', epoch: '轮次' } : {};
  const paths: string[] = [];
  for (const { metric, title, runs } of curves) {
    const alt = screen.words({ en: `${title} of two runs, by epoch.`, zh: `两次运行各轮次的 ${title}。` });
    const path = join(folder, `${title.replaceAll(' ', '-')}.svg`);
    await writeFileAtomically(path, await toSVG(compareCurves({ runs, metric, title, words }), { alt }));
    paths.push(path);
  }
  return paths;
}
