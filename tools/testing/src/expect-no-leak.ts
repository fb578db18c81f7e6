import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs `work` and asserts that it leaves no tensor behind. What it returns counts as its result and is disposed.
 *
 * @param work runs inside no scope of its own: every tensor it makes and does not dispose is a leak
 * @throws when there are more tensors or data buffers after than before, or fewer: then it disposed something that was not its own
 */
export async function expectNoLeak(work: () => tf.TensorContainer | Promise<tf.TensorContainer>): Promise<void> {
  const before = tf.memory();
  tf.dispose(await work());
  const after = tf.memory();
  const differences = (['numTensors', 'numDataBuffers', 'numBytes'] as const)
    .filter((count) => after[count] !== before[count])
    .map((count) => `${count} ${before[count]} before, ${after[count]} after`);
  if (differences.length === 0) return;
  const remedy = 'Wrap the work in a scope, or dispose what it makes.';
  throw new Error(
    `The number of tensors must be the same before and after. Received: ${differences.join('; ')}. ${remedy}`,
  );
}
