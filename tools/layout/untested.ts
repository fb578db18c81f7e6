/** The source files without a test of their own, each with the reason. */
export const untested: Readonly<Record<string, string>> = {};
