/**
 * `pnpm bench`: the same nets in this project and in others, in turns on the same machine, and how they compare.
 * Numbers of different runs cannot be compared; ratios of one run can.
 */
import { resolve } from 'node:path';
import { describeMachine } from './machine';
import { measure } from './measure';
import { mnistCnn } from './nets/mnist-cnn';
import { type BenchOptions, readOptions, usage } from './options';
import { Participant } from './participant';
import { type NetResult, summarize, table } from './results';
import { writeResults } from './results-file';
import { participantsOf, type SingleResult, singleTable, summarizeSingly } from './single-results';
import { measureMemory, measureStart } from './singly';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(`${usage}\n`);
  else await bench(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function bench(options: BenchOptions): Promise<void> {
  const machine = describeMachine(options.threads);
  const save = async (measured: Parameters<typeof writeResults>[2]) => {
    if (options.json !== undefined) await writeResults(resolve(options.json), machine, measured);
  };
  const tables: string[] = [];
  if (options.nets.length > 0) tables.push(await benchTimes(options, save));
  if (options.memory) {
    const { training } = options.single;
    const singles = await measureMemory(mnistCnn, ['ours', ...options.against], options, training);
    const memory = summarizeSingly(mnistCnn.name, 'peak_mib', singles);
    await save({ memory });
    say(memory);
    const work = `${training.epochs * training.steps} steps on ${training.steps} batches of data`;
    tables.push(`most memory in RAM of a whole training (${work})\n\n${singleTable(memory, 'peak_mib')}`);
  }
  if (options.start) {
    const singles = await measureStart(mnistCnn, ['ours', ...options.against], options, options.single.starts);
    const start = summarizeSingly(mnistCnn.name, 'first_step_ms', singles);
    await save({ start });
    say(start);
    tables.push(`from process start to the end of the first training step\n\n${singleTable(start, 'first_step_ms')}`);
  }
  const { cpu, cores, node } = machine;
  process.stdout.write(`\n${cpu}, ${cores} cores, ${options.threads} threads each, Node ${node}\n`);
  for (const table of tables) process.stdout.write(`\n${table}\n`);
}

/** Times the nets in turns; returns the table. */
async function benchTimes(
  { nets, against, effort, ...options }: BenchOptions,
  save: (measured: { nets: Record<string, NetResult> }) => Promise<void>,
): Promise<string> {
  const participants: Participant[] = [];
  const results: Record<string, NetResult> = {};
  try {
    for (const name of ['ours', ...against] as const) {
      const participant = await Participant.start(name, options);
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
      await save({ nets: results });
    }
  } finally {
    for (const participant of participants) participant.stop();
  }
  const names = participants.map((participant) => participant.name);
  const meaning = 'ms per training step / per predicted batch; ratio = ours / fastest peer, below 1 we are faster';
  return `${meaning}\n\n${table(results, names)}`;
}

/** What could not be measured, and why; that it is ours is a failure. */
function say(result: SingleResult): void {
  for (const [name, { cannot }] of participantsOf(result)) {
    if (cannot !== undefined) process.stderr.write(`  ${cannot}\n`);
    if (cannot !== undefined && name === 'ours') process.exitCode = 1;
  }
}
