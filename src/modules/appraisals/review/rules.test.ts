import { describe, expect, test } from 'vitest';
import { AGGREGATES, aggregateOf, severities, spreadOf, totalOf } from './rules.ts';

const asked = (...points: (number | null)[]) => points.map((each, id) => ({ id, points: each }));

test.each([
  ['points of points', asked(20, 30), [20, 15], 7000],
  ['a share of a checklist', asked(null, null, null), [1, 0, 1], 6667],
  ['conditions beside points do not count', asked(10, null), [5, 0], 5000],
  ['nothing asked', asked(), [], 0],
])('a total: %s', (_what, lines, points, total) => {
  expect(totalOf(lines, points)).toBe(total);
});

describe('one figure of several', () => {
  test.each([
    ['mean', [7000, 8000, 9100], 8033],
    ['median', [9100, 7000, 8000], 8000],
    ['median', [7000, 8001, 9000, 1000], 7501],
    ['trimmed', [0, 8000, 8100, 10_000], 8050],
    ['trimmed', [7000, 8000], 7500],
    ['mean', [], null],
  ] as const)('%s of %j', (rule, totals, one) => {
    expect(aggregateOf(totals, rule)).toBe(one);
  });

  test('is the same in whatever order the scores come', () => {
    let seed = 20_260_310;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 300; round += 1) {
      const given = Array.from({ length: 1 + random(9) }, (_, personId) => ({
        ...{ personId, total: random(10_001), registrationId: random(3) },
      }));
      const shuffled = given.map((each) => [random(1e9), each] as const).toSorted(([a], [b]) => a - b);
      const other = shuffled.map(([, each]) => each);
      const [totals, others] = [given, other].map((all) => all.map(({ total }) => total)) as [number[], number[]];
      for (const rule of AGGREGATES) expect(aggregateOf(others, rule)).toBe(aggregateOf(totals, rule));
      expect(spreadOf(others)).toBe(spreadOf(totals));
      const sorted = (all: typeof given) => [...severities(all)].toSorted(([a], [b]) => a - b);
      expect(sorted(other)).toEqual(sorted(given));
    }
  });
});

test('how strict a reader is stands beside the others of the same models only', () => {
  const given = [
    { registrationId: 1, personId: 1, total: 6000 },
    { registrationId: 1, personId: 2, total: 8000 },
    { registrationId: 2, personId: 1, total: 5000 },
    { registrationId: 2, personId: 2, total: 6000 },
    { registrationId: 3, personId: 1, total: 0 },
  ];
  expect(severities(given)).toEqual(
    new Map([
      [1, { difference: -1500, shared: 2 }],
      [2, { difference: 1500, shared: 2 }],
    ]),
  );
});
