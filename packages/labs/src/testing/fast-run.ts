import { clearSession } from '@tenlab/layers';
import type { Lab } from '../define-lab';
import type { EndEvent, LabEvent } from '../runner/events';
import { modelsOf } from '../runner/models-of';
import { type RunOutcome, runLab } from '../runner/run-lab';

/** What {@link fastRun} saw. */
export interface SeenRun {
  end: EndEvent;
  events: LabEvent[];
  outcome: RunOutcome;
  /** The pictures, by name, in order. */
  figures: string[];
}

/** For tests: runs a lab without files, offline, on `wasm` unless told otherwise. */
export async function fastRun(
  lab: Lab,
  {
    tier = 'smoke',
    seed = 1,
    threads = 2,
    language = 'en',
    backend = 'wasm',
  }: Partial<{
    tier: keyof Lab['tiers'];
    seed: number;
    threads: number;
    language: 'en' | 'zh';
    backend: 'wasm' | 'cpu';
  }> = {},
): Promise<SeenRun> {
  // Layers count their names through a process, and the names are part of the checksum.
  clearSession();
  const events: LabEvent[] = [];
  let outcome: RunOutcome | undefined;
  const end = await runLab(
    lab,
    {
      settings: { ...lab.tiers[tier], seed },
      backend,
      threads: backend === 'cpu' ? undefined : threads,
      language,
      datasets: { offline: true },
    },
    {
      command: 'npx tenlab',
      emit: (event) => void events.push(event),
      keepWeights: async () => [],
      keep: async (kept) => {
        outcome = kept;
        return [];
      },
    },
  );
  // What a test goes on with are numbers; tensors left behind would bind the next run to this one's threads.
  for (const [, model] of modelsOf(outcome!.net)) model.dispose();
  const figures = events.flatMap((event) => (event.event === 'figure' ? event.figure.name : []));
  return { end, events, outcome: outcome!, figures };
}
