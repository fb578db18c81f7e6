import type { Sequential } from '@tenlab/layers';
import { ask } from './ask';
import { expectModel, shapeMistake } from './common-mistakes';
import type { Work } from './grade';

/**
 * The model that a learner's function makes, for an input of shape `wanted`.
 *
 * @throws Mistake `not-a-model`, or `wrong-input-shape` when a layer does not like its input
 */
export async function builtModel(work: Work, name: string, wanted: string, ...given: unknown[]): Promise<Sequential> {
  try {
    return expectModel(await ask(work, name, ...given));
  } catch (error) {
    throw shapeMistake(error, wanted);
  }
}
