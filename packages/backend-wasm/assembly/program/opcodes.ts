/** What an instruction does. This file is read by both compilers: AssemblyScript's and TypeScript's. */
export enum Opcode {
  PackPanels = 1,
  MatMul = 2,
  Conv2D = 3,
  Conv2DBackpropFilter = 4,
  Pool = 20,
  PoolGradient = 21,
  Clip = 22,
  SegmentSum = 23,
  Fill = 24,
}
