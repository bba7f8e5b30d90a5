// node scripts/workflow.ts: writes docs/workflow.md from the table of states and acts; --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wordsIn } from '../src/messages/catalogues.ts';
import { mayMove } from '../src/modules/initiatives/registration/policy.ts';
import {
  endsOf,
  type Registration,
  STATES,
  type State,
  TRANSITIONS,
  type Transition,
} from '../src/modules/initiatives/registration/rules.ts';
import { LEVELS, type Level } from '../src/modules/organisations/unit/rules.ts';
import { mayKeepUp } from '../src/modules/upkeep/upkeep/policy.ts';
import {
  FINDING_NAMES,
  FINDINGS,
  STANDINGS,
  UPKEEP_ACT_NAMES,
  UPKEEP_ACTS,
  type UpkeepAct,
} from '../src/modules/upkeep/upkeep/rules.ts';
import { projectRoot } from '../src/platform/server/project-root.ts';
import { actorOf, type PersonName, sectors, units } from '../tests/support/cast.ts';

const FILE = join(projectRoot(), 'docs/workflow.md');
const [vi, en] = [wordsIn('vi'), wordsIn('en')];
const states = Object.keys(STATES) as State[];
const acts = Object.keys(TRANSITIONS) as Transition[];

/** docs/workflow.md as the tables say it. */
export function workflowDocument(): string {
  return [
    '# Workflow of a registration',
    '',
    '<!-- Made by scripts/workflow.ts from src/modules/initiatives/registration/rules.ts and policy.ts. Change those. -->',
    '',
    'One registration = one initiative entered for one cycle at one level. One function (`move`) assigns a state; a check',
    'constraint of the table holds the same list of states.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...acts.flatMap(arrows),
    '```',
    '',
    '## States',
    '',
    ...table(
      ['state', 'inside, Vietnamese', 'inside, English', 'outside', 'step', 'waits for someone'],
      states.map(stateRow),
    ),
    '',
    '## Acts',
    '',
    'Who may, seen from a registration of a commune: its registrant, the commune, the district and the province above it.',
    'Auditors and administrators move nothing. Whoever may not is told why.',
    '',
    ...table(['act', 'button', 'from', 'to', 'reason', 'who'], acts.map(actRow)),
    '',
    ...upkeepPart(),
  ].join('\n');
}

/** The life of a model after its recognition, from src/modules/upkeep/upkeep/{rules,policy}.ts. */
function upkeepPart(): string[] {
  return [
    '# Upkeep of a recognised model',
    '',
    '<!-- From src/modules/upkeep/upkeep/rules.ts and policy.ts. -->',
    '',
    'A model, not a registration: its years stay recognised. Nobody writes `lapsed`: a year has passed since it was recognised or',
    'last looked at. A new recognition makes it `kept_up` again. Each act is a row of table `upkeep`, which only grows.',
    '',
    ...table(
      ['standing', 'Vietnamese', 'English'],
      STANDINGS.map((each) => [`\`${each}\``, vi(`upkeep.standing.${each}`), en(`upkeep.standing.${each}`)]),
    ),
    '',
    ...table(['act', 'button', 'from', 'to', 'grounds', 'who'], UPKEEP_ACT_NAMES.map(upkeepRow)),
    '',
  ];
}

function upkeepRow(act: UpkeepAct): string[] {
  const { from, to } = UPKEEP_ACTS[act];
  const found = FINDING_NAMES.map((each) => `\`${FINDINGS[each]}\``).join(' ');
  const registration = sample('recognise', 'commune');
  const who = PEOPLE.filter(
    ([person]) => mayKeepUp(actorOf(person), { registration, standing: from[0] }, act) === true,
  );
  return [
    `\`${act}\``,
    vi(`upkeep.${act}`),
    from.map((each) => `\`${each}\``).join(' '),
    to ? `\`${to}\`` : found,
    to ? 'yes' : 'unless effective',
    who.map(([, name]) => name).join(', '),
  ];
}

function arrows(act: Transition): string[] {
  const { from } = TRANSITIONS[act];
  // From everywhere: drawn, it would hide the rest.
  if (act === 'annul') return [];
  return from.flatMap((state) => endsOf(act).map((to) => `  ${state === 'new' ? '[*]' : state} --> ${to}: ${act}`));
}

function stateRow(state: State): string[] {
  const { step, public: outside, open } = STATES[state];
  const inside = `registration.state.${state}`;
  return [
    `\`${state}\``,
    vi(inside),
    en(inside),
    en(`registration.public.${outside}`),
    `\`${step}\``,
    open ? 'yes' : '',
  ];
}

function actRow(act: Transition): string[] {
  const { from, reason } = TRANSITIONS[act];
  return [
    `\`${act}\``,
    vi(`registration.${act}`),
    from.map((state) => `\`${state}\``).join(' '),
    endsOf(act)
      .map((to) => `\`${to}\``)
      .join(', or carried out '),
    reason ? 'yes' : '',
    whoMay(act),
  ];
}

const PEOPLE: [PersonName, string][] = [
  ['registrant', 'registrant'],
  ['commune_officer', 'commune officer'],
  ['district_officer', 'district officer'],
  ['provincial_officer', 'provincial officer'],
  ['committee_member', 'committee member of the commune'],
  ['sector_officer', 'officer of the registrant’s sector'],
];

/** Asked of the policy itself, at each level; said once where the levels agree. */
function whoMay(act: Transition): string {
  const at = (level: Level) =>
    PEOPLE.filter(([person]) => mayMove(actorOf(person), sample(act, level), act) === true).map(([, name]) => name);
  const answers = LEVELS.map((level) => ({ level, who: at(level).join(', ') }));
  const same = answers.every(({ who }) => who === answers[0]?.who);
  return same ? (answers[0]?.who ?? '') : answers.map(({ level, who }) => `${level} level: ${who}`).join('; ');
}

function sample(act: Transition, level: Level): Registration {
  const state = TRANSITIONS[act].from.find((from) => from !== 'new') as State;
  const id = { id: 1, initiativeId: 1, versionId: 1, cycleId: 1, registrantId: 1, fieldId: 1, version: 1 };
  const facts = { submittedOn: null, carriedOutOn: null, recognisedBy: null };
  const place = {
    unitId: units.commune,
    keeperUnitId: units.commune,
    keeperPath: '1.2.4',
    responsibleUnitId: units[level],
  };
  return { ...id, ...facts, ...place, level, state, subject: 'collective', sectorId: sectors.women, name: '' };
}

function table(heads: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const document = workflowDocument();
  if (!process.argv.includes('--check')) writeFileSync(FILE, document);
  else if (readFileSync(FILE, 'utf8') !== document) {
    console.error('docs/workflow.md differs from the rules: run `node scripts/workflow.ts` and commit it.');
    process.exit(1);
  }
}
