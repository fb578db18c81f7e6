import type { DataReport } from '@tenlab/datasets';

/** One line of a report, and whether it tells of something to mend. */
export interface ReportLine {
  text: string;
  isFault: boolean;
}

/** What was found in a data set, for people. */
export function describeReport(report: DataReport): ReportLine[] {
  const { examples, values, lengths, classes, duplicates, conflicting, leaked, imbalance } = report;
  const lines: ReportLine[] = [];
  const say = (text: string, isFault = false) => lines.push({ text, isFault });
  say(`examples    ${examples.train}${examples.test > 0 ? ` to train on, ${examples.test} to test with` : ''}`);
  if (values !== null) {
    const { least, largest, mean, deviation, unknown } = values;
    say(`values      ${short(least)} to ${short(largest)}, mean ${short(mean)}, deviation ${short(deviation)}`);
    if (unknown > 0) say(`unknown     ${unknown} values: leave those rows out, or fill them in`, true);
  }
  if (lengths !== null) {
    say(`length      ${lengths.least} to ${lengths.largest} characters, mean ${short(lengths.mean)}`);
  }
  for (const { name, train, test } of classes) {
    say(`class       ${name}: ${train}${examples.test > 0 ? ` + ${test}` : ''}`);
  }
  if (imbalance !== null && imbalance >= 1.5) {
    say(
      `balance     the most frequent class has ${short(imbalance)} times the examples of the rarest: weigh them`,
      true,
    );
  }
  const twice = duplicates.train + duplicates.test;
  say(`duplicates  ${duplicates.train} in training, ${duplicates.test} in the test part`, twice > 0);
  if (conflicting > 0) say(`labels      ${conflicting} duplicates have another label than the first one`, true);
  if (examples.test > 0) {
    say(`leakage     ${leaked} test examples are in the training part too`, leaked > 0);
  }
  return lines;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
