/** Something that is not as it should be: the file, and in words what was expected, what is there and what to do. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}
