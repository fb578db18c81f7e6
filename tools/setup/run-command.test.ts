import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.mjs';

const node = process.execPath;
const here = fileURLToPath(new URL('.', import.meta.url));

test('output and exit code come back', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)';
  const { code, output } = await runCommand([node, '-e', script], { cwd: here, output: 'capture' });
  expect(code).toBe(3);
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test('a command that a signal ends has the exit code a shell would give', async () => {
  const command = [node, '-e', 'process.kill(process.pid, "SIGKILL")'];
  expect((await runCommand(command, { cwd: here, output: 'capture' })).code).toBe(137);
});

test('a command that hangs is ended at the limit, and the output says so', async () => {
  const command = [node, '-e', 'setInterval(() => {}, 1000)'];
  const { code, output } = await runCommand(command, { cwd: here, output: 'capture', limit: 300 });
  expect(code).toBe(143);
  expect(output).toBe('\nended: it must finish within 0.3 s\n');
});

test('a program that does not exist is an error', async () => {
  await expect(runCommand(['no-such-program'], { cwd: here, output: 'capture' })).rejects.toThrow('ENOENT');
});

// A group of its own stands for a terminal: there Ctrl-C goes to every process of the group.
test.skipIf(process.platform === 'win32')('Ctrl-C leaves the exit code to the command', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'run-command-'));
  try {
    const script = join(folder, 'parent.mjs');
    const inner =
      'process.on("SIGINT", () => setTimeout(() => process.exit(130), 50)); setInterval(() => {}, 1000); console.log("ready")';
    writeFileSync(
      script,
      `import { runCommand } from ${JSON.stringify(new URL('./run-command.mjs', import.meta.url).href)};
       const { code } = await runCommand([process.execPath, '-e', ${JSON.stringify(inner)}], { cwd: '.', output: 'inherit' });
       process.exitCode = code;`,
    );
    const parent = spawn(node, [script], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    process.kill(-Number(parent.pid), 'SIGINT');
    expect(await new Promise((resolve) => parent.once('close', resolve))).toBe(130);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
