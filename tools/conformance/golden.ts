// What the files of a conformance kit hold, as types. The kit's README tells the meaning; nothing is computed here.

/** An array: little-endian bytes in row-major order, or strings as they are. */
export type GoldenArray =
  | { dtype: 'float32' | 'int32' | 'bool'; shape: number[]; b64: string }
  | { dtype: 'string'; shape: number[]; data: string[] };

/** What every case has. `name` is its name within its file. */
export interface GoldenCase {
  name: string;
  class_name: string;
  config: Record<string, unknown>;
}

export interface GoldenFile {
  keras: string;
  cases: GoldenCase[];
}

/** What a case allows between its numbers and ours. */
export interface Tolerance {
  rtol: number;
  atol: number;
}
