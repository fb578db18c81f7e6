import type { ConfigObject } from '../../packages/layers/src/registry/config';
import { getSchedule } from '../../packages/layers/src/schedules';
import { compareConfigs } from './configs';
import { compareNumber, type Deviation } from './deviation';
import type { GoldenCase } from './golden';

export interface GoldenSchedule extends GoldenCase {
  steps: number[];
  values: number[];
}

/** One case of schedules.json: the rate at each step. */
export async function runScheduleCase(golden: GoldenSchedule): Promise<Deviation[]> {
  const schedule = getSchedule(golden as unknown as ConfigObject);
  const rates = schedule.values(golden.steps);
  return [
    compareConfigs(schedule.getConfig(), golden.config),
    ...rates.map((rate, i) =>
      compareNumber(`rate at step ${golden.steps[i]}`, rate, golden.values[i]!, { rtol: 1e-5, atol: 1e-7 }),
    ),
  ];
}
