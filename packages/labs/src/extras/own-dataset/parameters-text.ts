import type { Model } from '@tenlab/layers';

/**
 * All trainable parameters as text, for whoever wants to look at them or read them elsewhere: for each weight a line with its name and
 * shape, then its numbers.
 *
 * @example
 * await parametersText(model); // 'dense/kernel [4, 3]\n0.12 -0.5 …\n…'
 */
export async function parametersText(model: Model): Promise<string> {
  const parts: string[] = [];
  for (const weight of model.trainableWeights) {
    const values = await weight.value.data();
    parts.push(`${weight.path} [${weight.shape.join(', ')}]\n${Array.from(values).join(' ')}\n`);
  }
  return parts.join('');
}
