import { inWords, TenlabError } from '@tenlab/core';
import type { TopLevelSpec } from 'vega-lite';
import { chartConfig, theme } from './theme';

export interface ClassProbabilitiesOptions {
  /** One number from 0 to 1 for each class. */
  probabilities: ArrayLike<number>;
  /** The classes' names, in the order of the probabilities. */
  classNames: readonly string[];
  title?: string;
}

/**
 * Draws a model's answer for one example as a bar for each class; the largest is coloured.
 *
 * @example
 * const spec = classProbabilities({ probabilities: [0.1, 0.9], classNames: ['cat', 'dog'] });
 * await toSVG(spec); // '<svg …'
 *
 * @throws TenlabError when there is not one probability for each class, or one is not between 0 and 1.
 */
export function classProbabilities(options: ClassProbabilitiesOptions): TopLevelSpec {
  const { classNames, title } = options;
  const probabilities = Array.from(options.probabilities);
  const wrong = probabilities.find((value) => !(value >= 0 && value <= 1.000001));
  if (probabilities.length !== classNames.length || wrong !== undefined) {
    throw new TenlabError({
      code: 'invalid-argument',
      place: 'classProbabilities',
      expected: `\`probabilities\` must be ${classNames.length} numbers from 0 to 1, one for each class`,
      received: wrong ?? inWords(`${probabilities.length} of them`),
      remedy: 'Apply softmax to logits first: `tf.softmax(logits)`.',
    });
  }
  const largest = Math.max(...probabilities);
  const values = probabilities.map((probability, index) => ({
    class: classNames[index],
    probability,
    label: percentage(probability),
    largest: probability === largest,
  }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    config: chartConfig,
    ...(title === undefined ? {} : { title }),
    data: { values },
    width: 320,
    height: { step: 24 },
    encoding: {
      y: {
        field: 'class',
        type: 'nominal',
        sort: [...classNames],
        axis: { title: null, domain: false, ticks: false, labelPadding: 8 },
      },
      x: { field: 'probability', type: 'quantitative', scale: { domain: [0, 1] }, axis: null },
    },
    layer: [
      {
        mark: { type: 'bar', height: 14, cornerRadiusEnd: 3 },
        encoding: {
          color: { condition: { test: 'datum.largest', value: theme.light.blue }, value: theme.light.muted },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 12 },
        encoding: { text: { field: 'label' }, color: { value: theme.light.ink } },
      },
    ],
  } as TopLevelSpec;
}

function percentage(probability: number): string {
  if (probability > 0 && probability < 0.001) return '< 0.1 %';
  return `${(100 * probability).toFixed(1)} %`;
}
