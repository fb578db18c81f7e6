import { TenlabError } from '@tenlab/core';
import type { Logs } from '@tenlab/layers';

/**
 * The value of a metric after an epoch; undefined on an epoch without validation (`validationFreq`) where a validation metric is
 * watched. Throws where the metric can never come, naming those there are.
 *
 * @param place the callback that asks
 * @param validation whether this run validates; undefined where that is not known
 */
export function readMetric(
  place: string,
  name: string,
  logs: Logs,
  validation: boolean | undefined,
): number | undefined {
  if (Object.hasOwn(logs, name)) return logs[name];
  const names = Object.keys(logs);
  const inTraining = name.startsWith('val_') && names.includes(name.slice(4)) ? name.slice(4) : undefined;
  const validated = names.some((known) => known.startsWith('val_'));
  if (inTraining !== undefined && validation !== false && !validated) return undefined;
  throw new TenlabError({
    code: 'missing-metric',
    place,
    expected: `a metric named \`${name}\` in the logs`,
    received: names,
    remedy:
      inTraining === undefined
        ? 'Watch one of these, or add the metric in compile({ metrics }).'
        : `Pass \`validationData\` or \`validationSplit\` to fit, or watch \`${inTraining}\`.`,
  });
}
