import type { LayerOutput } from './examine-layers';
import type { Symptom } from './finding';

/** What is known of a loss that compares classes. */
export interface ClassLoss {
  name: string;
  fromLogits: boolean;
}

/** Probabilities given to a loss that wants logits, and the other way round. */
export function examineLoss(output: LayerOutput, last: string, loss: ClassLoss): Symptom[] {
  const { values, units } = output;
  const inRange = values.every((value) => value >= 0 && value <= 1);
  if (loss.fromLogits && inRange && (units === 1 ? output.activation === 'sigmoid' : rowsSumToOne(values, units))) {
    return [
      {
        code: 'softmax-under-logits-loss',
        layer: last,
        message: `Layer '${last}' puts out probabilities, and the loss ${loss.name} has fromLogits: true, so they are turned into probabilities twice: learning is slow.`,
        remedy: 'Leave the activation of the last layer out, or `fromLogits` of the loss.',
      },
    ];
  }
  if (!loss.fromLogits && !inRange) {
    return [
      {
        code: 'logits-under-probability-loss',
        layer: last,
        message: `Layer '${last}' puts out values outside 0 to 1, and the loss ${loss.name} takes them for probabilities.`,
        remedy: `Give the loss fromLogits: true, or the last layer the activation '${units === 1 ? 'sigmoid' : 'softmax'}'.`,
      },
    ];
  }
  return [];
}

function rowsSumToOne(values: LayerOutput['values'], units: number): boolean {
  for (let at = 0; at < values.length; at += units) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += values[at + unit]!;
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return true;
}
