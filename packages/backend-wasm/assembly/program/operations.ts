/**
 * The operations of an element-wise expression (see kernels/map.ts). Registers hold 32-bit lanes; a truth value is 0 or 1
 * as an integer. Read by both compilers.
 */
export enum Operation {
  Add = 1,
  Subtract,
  Multiply,
  Divide,
  Maximum,
  Minimum,
  SquaredDifference,
  Power,
  Equal,
  NotEqual,
  Greater,
  GreaterEqual,
  Less,
  LessEqual,
  AddInteger,
  SubtractInteger,
  MultiplyInteger,
  MaximumInteger,
  MinimumInteger,
  EqualInteger,
  NotEqualInteger,
  GreaterInteger,
  GreaterEqualInteger,
  LessInteger,
  LessEqualInteger,
  And,
  Or,
  Xor,
  Negate,
  Absolute,
  Relu,
  Relu6,
  /** 1 above 0, the float whose bits are operand b at or below it, NaN for NaN. */
  Step,
  SquareRoot,
  ReciprocalSquareRoot,
  Square,
  Reciprocal,
  Exponential,
  Logarithm,
  Sigmoid,
  Tanh,
  Elu,
  Sign,
  Floor,
  Ceil,
  Round,
  Not,
  IntegerToFloat,
  FloatToInteger,
  /** Whether a float is not 0. */
  FloatToTruth,
  /** Whether an integer is not 0. */
  IntegerToTruth,
  NegateInteger,
  SquareInteger,
  /** a ? b : c */
  Select,
  /** The gradient of ELU from its result: dy * (y > 0 ? 1 : y + 1); a is dy, b is y. */
  EluGradient,
  /** a where it lies within [b, c] as immediate floats, else the nearer bound; NaN stays. */
  Clip,
  /** a > 0 ? a : a * slope, the slope an immediate float in b. */
  LeakyRelu,
  IsNaN,
  Softplus,
  TruthToInteger,
}

/** How an input of an expression is read. */
export enum Access {
  /** Element for element. */
  Same = 0,
  /** One value for all. */
  Scalar = 1,
  /** Element i reads i mod parameter: a vector along the last axes. */
  Cycle = 2,
  /** Element i reads i div parameter: a vector along the first axes. */
  Stretch = 3,
}

/** What an input or output of an expression consists of. */
export enum Lane {
  Float = 0,
  Integer = 1,
  Truth = 2,
}
