import { expect, test } from 'vitest';
import { drawTable } from './table';

test('a table is drawn as rich draws it, with long words cut and text wrapped', () => {
  const columns = [
    { title: 'Name', align: 'left' },
    { title: 'Number', align: 'right' },
    { title: 'Mark', align: 'center' },
  ] as const;
  const rows = [
    ['a word and another', '1', '-'],
    ['averyveryverylongword', '1,234', 'Y'],
  ];
  expect(drawTable(columns, rows, [0.5, 0.8, 1], 36).join('\n')).toMatchInlineSnapshot(`
    "┏━━━━━━━━━━━━━━━━━┳━━━━━━━━┳━━━━━━━┓
    ┃ Name            ┃ Number ┃ Mark  ┃
    ┡━━━━━━━━━━━━━━━━━╇━━━━━━━━╇━━━━━━━┩
    │ a word and      │      1 │   -   │
    │ another         │        │       │
    ├─────────────────┼────────┼───────┤
    │ averyveryveryl… │  1,234 │   Y   │
    └─────────────────┴────────┴───────┘"
  `);
});
