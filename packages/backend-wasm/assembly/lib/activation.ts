/** The activations a product can apply to its result; the numbers are those of `src/kernels/shared/activation.ts`. */
export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const RELU6: i32 = 2;
export const PRELU: i32 = 3;
export const LEAKY_RELU: i32 = 4;
export const SIGMOID: i32 = 5;
export const ELU: i32 = 6;
