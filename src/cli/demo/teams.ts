import { totalOf } from '#modules/appraisals/review/rules.ts';
import { addDays } from './days.ts';
import type { Entry } from './entries.ts';
import type { Row } from './insert.ts';
import { by, provinceOf, running, type Scene } from './scene.ts';
import { NOTES, SEEN, STAGED } from './words/work.ts';

/** Three read each model; from 20 points of a hundred apart on, it is told. */
const RULE = { aggregate: 'mean', wanted: 3, cap: 20, spread: 20, clause: 'Mức mẫu' };
const TEAMS = [
  { name: 'Tổ thẩm định kinh tế, văn hóa - xã hội (mẫu)', fields: [1, 2], members: ['tinh', 'uyvien', 'uyvien2'] },
  {
    name: 'Tổ thẩm định quốc phòng - an ninh, hệ thống chính trị (mẫu)',
    fields: [3, 4],
    members: ['tinh', 'uyvien', 'uyvien3'],
  },
];
/**
 * How many lines each member found unmet, of a team's first models in turn: agreed, far apart, and waiting for two of three.
 * null: has not given it yet. Those behind them are still to be shared out.
 */
const UNMET: (number | null)[][] = [
  [0, 1, 0],
  [0, 1, 4],
  [null, null, 1],
];

/** The province's teams with what they read; and two models that are read blind by somebody of another commune. */
export function teamTables(scene: Scene): { tables: [table: string, rows: Row[]][]; scores: Row[] } {
  const { cycle } = scene;
  const at = { cycle_id: cycle.id, level: 'province' };
  const read = TEAMS.flatMap((team, which) => {
    const inHands = running(scene, 'province', 'self_assessed').filter(({ model }) =>
      team.fields.includes(model.fieldId),
    );
    return inHands.slice(0, UNMET.length).map((entry, turn) => ({
      entry,
      team: which + 1,
      members: team.members,
      unmet: UNMET[turn] as (number | null)[],
    }));
  });
  const reviews = [
    ...read.flatMap(({ entry, members, unmet }) =>
      members.map((username, place) => ({ entry, username, how: 'balanced', unmet: unmet[place] as number | null })),
    ),
    ...blind(scene).map(([entry, username]) => ({ entry, username, how: 'blind', unmet: null })),
  ].map((each, place) => ({ id: place + 1, ...each }));
  const settled = read.filter(({ unmet }) => unmet.every((each) => each !== null));
  const members = TEAMS.flatMap(({ members: usernames }, which) =>
    usernames.map((username) => ({ team_id: which + 1, ...named(scene, username) })),
  );
  return {
    tables: [
      ['review_rule', [{ cycle_id: cycle.id, level: 'province', ...RULE }]],
      [
        'team',
        TEAMS.map(({ name, fields }, which) => ({ id: which + 1, ...at, unit_id: provinceOf(scene).id, name, fields })),
      ],
      ['team_member', members],
      [
        'review',
        reviews.map(({ id, entry, username, how, unmet }) => ({
          ...{ id, registration_id: entry.id, ...named(scene, username), how },
          ...{ state: unmet === null ? 'waiting' : 'given', at: after(entry, 15, id) },
        })),
      ],
      ['staged_verdict', settled.slice(0, 1).map(({ entry, team }) => stagedRow(scene, entry, team))],
      ['visit', settled.slice(0, 1).map(({ entry }) => visitRow(scene, entry))],
    ],
    scores: reviews.flatMap(({ id, entry, username, unmet }) =>
      unmet === null
        ? []
        : [{ review_id: id, person_id: by(scene, username).id, ...scoreOf(entry, unmet), at: after(entry, 16, id) }],
    ),
  };
}

/** A commune's models that wait, each read by who serves at another one and does not see it otherwise. */
function blind(scene: Scene): [entry: Entry, username: string][] {
  const [home, other] = scene.ground.busy;
  return [
    [home, 'huyen'],
    [other, 'xa'],
  ].flatMap(([place, username]) => {
    const waiting = running(scene, 'commune', 'self_assessed', place as typeof home);
    const entry = waiting.find(({ model }) => model.registrant.subject === 'collective');
    return entry ? [[entry, username] as [Entry, string]] : [];
  });
}

const named = (scene: Scene, username: string) => {
  const { id, name } = by(scene, username);
  return { person_id: id, person_name: name };
};

/** The lines at the end are those that were not met. */
function scoreOf(entry: Entry, unmet: number) {
  const asked = entry.cycle.criteria[entry.model.registrant.subject];
  const points = asked.map((_, line) => (line < asked.length - unmet ? 1 : 0));
  const lines = asked.map((id) => ({ id, points: null }));
  const note = NOTES[Math.min(unmet, NOTES.length - 1)];
  return { registration_id: entry.id, asked, points, total: totalOf(lines, points), note };
}

function stagedRow(scene: Scene, entry: Entry, team: number): Row {
  const totals = (UNMET[0] as number[]).map((unmet) => scoreOf(entry, unmet).total);
  return {
    registration_id: entry.id,
    team_id: team,
    verdict: 'proposed',
    reason: STAGED,
    total: Math.round(totals.reduce((sum, each) => sum + each, 0) / totals.length),
    counted: totals.length,
    staged_by_name: by(scene, 'tinh').name,
    at: after(entry, 17, 5),
  };
}

function visitRow(scene: Scene, entry: Entry): Row {
  return {
    registration_id: entry.id,
    seen_on: addDays(entry.steps.at(-1)?.day as string, -1),
    visitors: `${by(scene, 'uyvien').name}, ${by(scene, 'uyvien2').name}`,
    seen: SEEN,
    noted_by_name: by(scene, 'uyvien').name,
    at: after(entry, 14, 10),
  };
}

/** An hour of the day on which the registrant told the outcome; that day is over. */
const after = (entry: Entry, hour: number, minute: number) =>
  `${entry.steps.at(-1)?.day}T${hour}:${String(minute % 60).padStart(2, '0')}:00+07:00`;
