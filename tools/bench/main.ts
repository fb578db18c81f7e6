/**
 * `pnpm bench`: the same nets in this project and in others, in turns on the same machine, and how they compare.
 * Numbers of different runs cannot be compared; ratios of one run can.
 */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeMachine } from './machine';
import { measure } from './measure';
import { type BenchOptions, readOptions, usage } from './options';
import { Participant } from './participant';
import { type NetResult, summarize, table } from './results';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(`${usage}\n`);
  else await bench(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function bench({ nets, against, threads, python, effort, json }: BenchOptions): Promise<void> {
  const machine = describeMachine(threads);
  const participants: Participant[] = [];
  const results: Record<string, NetResult> = {};
  try {
    for (const name of ['ours', ...against] as const) {
      const participant = await Participant.start(name, { threads, ...(python === undefined ? {} : { python }) });
      participants.push(participant);
      process.stderr.write(`${name}: ${participant.version}\n`);
    }
    for (const net of nets) {
      const started = performance.now();
      const times = await measure(net, participants, effort);
      results[net.name] = summarize(times, net.batch);
      process.stderr.write(`${net.name}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
      for (const { cannot } of times.values()) if (cannot !== undefined) process.stderr.write(`  ${cannot}\n`);
      if (times.get('ours')?.cannot !== undefined) process.exitCode = 1;
      // After each net: hours of work must not hang on the last one.
      if (json !== undefined)
        await writeFile(resolve(json), `${JSON.stringify({ machine, nets: results }, null, 2)}\n`);
    }
  } finally {
    for (const participant of participants) participant.stop();
  }
  const names = participants.map((participant) => participant.name);
  process.stdout.write(
    `\nms per training step / per predicted batch; ratio = ours / fastest peer, below 1 we are faster\n` +
      `${machine.cpu}, ${machine.cores} cores, ${threads} threads each, Node ${machine.node}\n\n${table(results, names)}\n`,
  );
}
