import { cpus, totalmem } from 'node:os';
import { version } from '../../package.json';
import type { Screen } from './screen';

/** One line of the examination. */
interface Finding {
  name: string;
  ok: boolean;
  found: string;
  remedy?: string;
}

/** `tenlab doctor`: says what runs here, on what, and what would make it better. Exit code 1 when labs cannot run. */
export async function doctor(screen: Screen): Promise<number> {
  const { bold, dim, green, red } = screen.colors;
  const findings: Finding[] = [];
  const tell = (finding: Finding) => {
    findings.push(finding);
    screen.event({ event: 'finding', ...finding });
    screen.say(`${finding.ok ? green('✓') : red('✗')} ${bold(finding.name)}  ${finding.found}`);
    if (finding.remedy !== undefined) screen.say(`  ${finding.remedy}`);
  };
  tell(node());
  tell({
    name: 'Machine',
    ok: true,
    found: `${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  });
  const refused = await backend(tell);
  tell(await data());
  tell(await versions());
  if (refused.length > 0) {
    screen.say();
    screen.say('Faster backends that are not available here:');
    for (const { name, reason, remedy } of refused) screen.say(`  ${name}: ${reason}. ${dim(remedy)}`);
  }
  const ill = findings.filter((finding) => !finding.ok);
  screen.say();
  screen.say(
    ill.length === 0
      ? green('All labs can run here.')
      : red(`To be mended: ${ill.map((finding) => finding.name).join(', ')}.`),
  );
  return ill.length === 0 ? 0 : 1;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  const remedy = 'Install Node 20.19 or later, from https://nodejs.org.';
  return { name: 'Node', ok, found: process.version, ...(ok ? {} : { remedy }) };
}

type Refused = { name: string; reason: string; remedy: string }[];

async function backend(tell: (finding: Finding) => void): Promise<Refused> {
  const { useBackend } = await import('@tenlab/core');
  try {
    const { name, threads, simd, reason, refused } = await useBackend();
    tell({ name: 'Backend', ok: true, found: `${name} (${reason})` });
    tell({ name: 'SIMD', ok: true, found: simd });
    tell({
      name: 'Threads',
      ok: true,
      found: `${threads} of ${cpus().length} cores; TENLAB_THREADS or --threads sets them`,
    });
    return refused;
  } catch (error) {
    tell({ name: 'Backend', ok: false, found: (error as Error).message });
    return [];
  }
}

async function data(): Promise<Finding> {
  const { mnist } = await import('@tenlab/datasets');
  try {
    const { source, train, test } = await mnist({ offline: true });
    return { name: 'MNIST', ok: true, found: `${source} (${train.x.length} + ${test.x.length} images)` };
  } catch (error) {
    return { name: 'MNIST', ok: false, found: (error as Error).message };
  }
}

async function versions(): Promise<Finding> {
  const { version_core } = await import('@tensorflow/tfjs-core');
  return { name: 'Versions', ok: true, found: `tenlab ${version}, TensorFlow.js ${version_core}` };
}
