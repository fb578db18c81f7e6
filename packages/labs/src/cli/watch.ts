import { spawn } from 'node:child_process';
import { watch as watchFolder } from 'node:fs';
import { basename, relative } from 'node:path';
import { type ExerciseFlags, exerciseOf } from './exercise-of';
import type { Screen } from './screen';

/** Editors write a file in several goes: what comes within this time is one save. */
const settle = 150;

/**
 * `tenlab watch LAB`: judges an exercise now and each time it is saved, until every step passes or Ctrl-C.
 *
 * Each time in a process of its own: a loop without end in the learner's code ends with the next save.
 */
export async function watch(labName: string, flags: ExerciseFlags, screen: Screen): Promise<number> {
  const { about, folder, file } = await exerciseOf(labName, flags);
  const { readState } = await import('../exercises/node/exercise-folder');
  await readState(about.id, folder);
  const options = [
    ...(flags.folder === undefined ? [] : ['--folder', flags.folder]),
    '--lang',
    screen.language,
    ...(screen.json ? ['--json'] : []),
  ];
  return new Promise((resolve, reject) => {
    let running: ReturnType<typeof spawn> | undefined;
    let waiting: NodeJS.Timeout | undefined;
    const judge = () => {
      running?.kill();
      screen.say();
      const child = spawn(process.execPath, [process.argv[1]!, 'check', about.id, ...options], { stdio: 'inherit' });
      running = child;
      child.on('error', reject);
      child.on('close', (code) => {
        if (running !== child) return;
        running = undefined;
        if (code === 0) {
          watcher.close();
          resolve(0);
          return;
        }
        screen.tell({
          en: `Watching ${relative(process.cwd(), file)}. Save it and it is judged again; Ctrl-C ends.`,
          zh: `正在监视 ${relative(process.cwd(), file)}。保存后会再次检查；按 Ctrl-C 结束。`,
        });
      });
    };
    const watcher = watchFolder(folder, (_, name) => {
      if (name !== basename(file)) return;
      clearTimeout(waiting);
      waiting = setTimeout(judge, settle);
    });
    watcher.on('error', reject);
    judge();
  });
}
