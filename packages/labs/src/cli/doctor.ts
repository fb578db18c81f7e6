import { cpus, totalmem } from 'node:os';
import { version } from '../../package.json';
import { inAll, type Text } from '../texts';
import type { Screen } from './screen';

/** One line of the examination. */
interface Finding {
  /** The same in every language, for programs. */
  name: string;
  title: Text;
  ok: boolean;
  found: Text | string;
  remedy?: Text;
}

/** `tenlab doctor`: says what runs here, on what, and what would make it better. Exit code 1 when labs cannot run. */
export async function doctor(screen: Screen): Promise<number> {
  const { bold, dim, green, red } = screen.colors;
  const findings: Finding[] = [];
  const words = (text: Text | string) => (typeof text === 'string' ? text : screen.words(text));
  const tell = (finding: Finding) => {
    findings.push(finding);
    const { name, title, ok, found, remedy } = finding;
    screen.event({ event: 'finding', name, ok, found: words(found), ...(remedy && { remedy: words(remedy) }) });
    screen.tell(`${ok ? green('✓') : red('✗')} ${bold(words(title))}  ${words(found)}`);
    if (remedy !== undefined) screen.tell(`  ${words(remedy)}`);
  };
  tell(node());
  const [cores, memory] = [cpus().length, Math.round(totalmem() / 2 ** 30)];
  tell({
    name: 'Machine',
    title: { en: 'Machine', zh: '机器' },
    ok: true,
    found: {
      en: `${process.platform} ${process.arch}, ${cores} cores, ${memory} GiB`,
      zh: `${process.platform} ${process.arch}，${cores} 个核，${memory} GiB`,
    },
  });
  const refused = await backend(tell);
  tell(await data());
  tell(await versions());
  if (refused.length > 0) {
    screen.say();
    screen.tell({ en: 'Faster backends that are not available here:', zh: '这里用不了的更快的后端：' });
    for (const { name, reason, remedy } of refused) screen.tell(`  ${name}: ${reason}. ${dim(remedy)}`);
  }
  const ill = findings.filter((finding) => !finding.ok);
  screen.say();
  const those = ill.map(({ title }) => screen.words(title)).join(', ');
  screen.say(
    ill.length === 0
      ? green(screen.words({ en: 'All labs can run here.', zh: '所有实验都能在这里运行。' }))
      : red(screen.words({ en: `To be mended: ${those}.`, zh: `需要修复：${those}。` })),
  );
  return ill.length === 0 ? 0 : 1;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  const remedy = {
    en: 'Install Node 20.19 or later, from https://nodejs.org.',
    zh: '请从 https://nodejs.org 安装 Node 20.19 或更新的版本。',
  };
  return { name: 'Node', title: inAll('Node'), ok, found: process.version, ...(ok ? {} : { remedy }) };
}

type Refused = { name: string; reason: string; remedy: string }[];

async function backend(tell: (finding: Finding) => void): Promise<Refused> {
  const { useBackend } = await import('@tenlab/core');
  const title = { en: 'Backend', zh: '后端' };
  try {
    const { name, threads, simd, reason, refused } = await useBackend();
    tell({ name: 'Backend', title, ok: true, found: { en: `${name} (${reason})`, zh: `${name}（${reason}）` } });
    tell({ name: 'SIMD', title: inAll('SIMD'), ok: true, found: simd });
    tell({
      name: 'Threads',
      title: { en: 'Threads', zh: '线程' },
      ok: true,
      found: {
        en: `${threads} of ${cpus().length} cores; TENLAB_THREADS or --threads sets them`,
        zh: `${cpus().length} 个核中用 ${threads} 个；可用 TENLAB_THREADS 或 --threads 设置`,
      },
    });
    return refused;
  } catch (error) {
    tell({ name: 'Backend', title, ok: false, found: (error as Error).message });
    return [];
  }
}

async function data(): Promise<Finding> {
  const { mnist } = await import('@tenlab/datasets');
  const own = { name: 'MNIST', title: inAll('MNIST') };
  try {
    const { source, train, test } = await mnist({ offline: true });
    const counts = `${train.x.length} + ${test.x.length}`;
    return { ...own, ok: true, found: { en: `${source} (${counts} images)`, zh: `${source}（${counts} 张图片）` } };
  } catch (error) {
    return { ...own, ok: false, found: (error as Error).message };
  }
}

async function versions(): Promise<Finding> {
  const { version_core } = await import('@tensorflow/tfjs-core');
  const found = {
    en: `tenlab ${version}, TensorFlow.js ${version_core}`,
    zh: `tenlab ${version}，TensorFlow.js ${version_core}`,
  };
  return { name: 'Versions', title: { en: 'Versions', zh: '版本' }, ok: true, found };
}
