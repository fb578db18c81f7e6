import type { Text } from '../texts';

/** A mistake in a learner's work that has a name: what is wrong and what to look at, and no stack trace. */
export class Mistake extends Error {
  /** Its name in kebab case, such as `softmax-twice`. */
  readonly id: string;
  readonly text: Text;

  constructor(id: string, text: Text) {
    super(text.en);
    this.name = 'Mistake';
    this.id = id;
    this.text = text;
  }
}
