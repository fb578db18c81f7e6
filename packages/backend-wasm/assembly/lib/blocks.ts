/** Steps of k multiplied before the accumulators go back to memory: A's tile (5 KB) stays in L1. */
export const BLOCK_K: i32 = 256;
/** Columns of B gone through for one tile of A: 256 x 512 floats stay in L2. */
export const BLOCK_COLUMNS: i32 = 512;
