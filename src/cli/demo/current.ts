import type { State } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { daysTo } from './current-days.ts';
import { addDays } from './days.ts';
import type { DecisionBook } from './decisions.ts';
import { dice, shuffled } from './dice.ts';
import { answering, dayOfAct, type Entry, stateOf, stepsTo } from './entries.ts';
import type { Model } from './model.ts';
import { perCommune, Workshop } from './models.ts';
import type { Cycle } from './movement.ts';
import type { Place } from './places.ts';
import type { Ground } from './province.ts';
import type { Registrant } from './registrants.ts';
import { PART_REASONS, REASONS } from './words/reasons.ts';

const TOTAL = 1_240;
/** How often each state comes in a hundred, where the office has no list of its own. */
const USUAL: [State, number][] = [
  ['submitted', 22],
  ['accepted', 31],
  ['self_assessed', 14],
  ['proposed', 9],
  ['recognised', 12],
  ['not_recognised', 3],
  ['returned', 5],
  ['recalled', 2],
  ['withdrawn', 1],
  ['annulled', 1],
];
const MIXED = USUAL.flatMap(([state, times]) => Array.from({ length: times }, () => state));
const states = (list: string) => list.split(' ') as State[];
/** The offices of the demo's accounts find something of everything. */
const HOME = states(
  'submitted submitted submitted submitted accepted accepted accepted accepted self_assessed self_assessed self_assessed ' +
    'self_assessed self_assessed proposed proposed proposed recognised recognised recognised not_recognised returned recalled ' +
    'withdrawn annulled deferred deferred',
);
const OWN = states('returned returned accepted accepted self_assessed submitted recognised deferred');
const UPPER = states('submitted submitted accepted self_assessed self_assessed proposed proposed returned recognised');
const PROVINCE = [...UPPER, ...UPPER, ...states('accepted accepted self_assessed proposed not_recognised')];
/** What offices of districts and the province enter themselves. */
const DIRECT = states('accepted self_assessed submitted');

/** The running cycle: open work in every state, on days that lead up to `today`. */
export function currentCycle(
  cycle: Cycle,
  today: string,
  ground: Ground,
  own: readonly Registrant[],
  book: DecisionBook,
): Entry[] {
  const { year } = cycle;
  const { upper } = ground;
  const districts = upper.filter((place) => place.level === 'district');
  const enter: Enter = (model, level, state, from = null) => {
    // Sent through the form, which asks for all nine parts.
    model.full = true;
    return entry(model, cycle, level, state, from, today, book);
  };
  const commune = [...ownEntries(ground, own, year, enter), ...communeEntries(ground, year, enter)];
  const district = districts.flatMap((place) => above(commune.filter(isUnder(place)), 'district', UPPER, enter));
  // Where there are no districts any more, the communes put forward to the province.
  const below = districts.length > 0 ? district : commune;
  const chosen = above(shuffled(below, dice('province', year)), 'province', PROVINCE, enter);
  const direct = upper.flatMap((place) => {
    const models = new Workshop(place).make(year, DIRECT.length);
    return models.map((model, at) => enter(model, place.level, DIRECT[at] as State));
  });
  const entries = [...commune, ...district, ...chosen, ...direct];
  sayBack(entries);
  sayUntil(entries, today);
  return entries;
}

type Enter = (model: Model, level: Level, state: State, from?: Entry | null) => Entry;

const isUnder = (district: Place) => (each: Entry) => each.model.place.parent === district;

/** What the registrants with an account have entered. */
function ownEntries(ground: Ground, own: readonly Registrant[], year: number, enter: Enter): Entry[] {
  return own.flatMap((registrant, which) => {
    const models = (ground.own[which] as Workshop).makeFor(registrant, year, OWN.length);
    return models.map((model, at) => enter(model, 'commune', OWN[at] as State));
  });
}

function communeEntries({ workshops, busy }: Ground, year: number, enter: Enter): Entry[] {
  const places = workshops.map(({ place }) => place);
  const counts = perCommune(TOTAL, places, year);
  return workshops.flatMap((workshop, at) => {
    const wanted = busy.includes(workshop.place) ? HOME : statesOf(workshop.place, counts[at] as number, year);
    return workshop.make(year, wanted.length).map((model, which) => enter(model, 'commune', wanted[which] as State));
  });
}

function statesOf({ code }: Place, count: number, year: number): State[] {
  const throws = dice('states', year, code);
  return Array.from({ length: count }, () => throws.pick(MIXED));
}

/** Models of the level below that are entered at this one too: the recognised ones put forward, others at the same time. */
function above(below: readonly Entry[], level: Level, states: readonly State[], enter: Enter): Entry[] {
  const able = below.filter(
    (each) => !['withdrawn', 'annulled', 'recalled', 'returned', 'not_recognised', 'deferred'].includes(stateOf(each)),
  );
  const models = new Map(able.map((each) => [each.model, each]));
  const chosen = [...models.values()].sort((a, b) => Number(b.recognisedBy !== null) - Number(a.recognisedBy !== null));
  return chosen
    .slice(0, states.length)
    .map((each, at) => enter(each.model, level, states[at] as State, each.recognisedBy ? each : null));
}

/** What came back says which part it is about. */
function sayBack(entries: readonly Entry[]): void {
  for (const step of entries.flatMap(({ steps }) => steps)) {
    const [part, reason] = PART_REASONS[(REASONS.return ?? []).indexOf(step.reason)] ?? [];
    if (step.act === 'return' && part && reason) step.details = { parts: { [part]: reason } };
  }
}

/** What was deferred says until when: of each place the first until today, so that somebody finds it, the next later or without a day. */
function sayUntil(entries: readonly Entry[], today: string): void {
  const seen = new Map<Place, number>();
  for (const { model, steps } of entries) {
    const last = steps.at(-1);
    if (last?.act !== 'defer') continue;
    const at = seen.get(model.place) ?? 0;
    last.details = { until: [today, addDays(today, 21), null][at % 3] as string | null };
    seen.set(model.place, at + 1);
  }
}

function entry(
  model: Model,
  cycle: Cycle,
  level: Level,
  state: State,
  from: Entry | null,
  today: string,
  book: DecisionBook,
): Entry {
  const throws = dice('entry', cycle.year, level, model.place.code, model.registrant.name, model.name);
  const unit = answering(model.place, level);
  const days = daysTo(state, level, today, dice('sitting', cycle.year, unit.code), throws);
  const steps = stepsTo(
    state,
    (act) => days[act] as string,
    (act) => throws.pick(REASONS[act] ?? ['']),
  );
  const recognisedBy = state === 'recognised' ? book.of('recognition', cycle, unit, days.recognise as string) : null;
  // What began before the level below had decided was entered at both at once.
  const isAfter = from !== null && (dayOfAct(from, 'recognise') as string) < (days.submit as string);
  return {
    id: 0,
    model,
    cycle,
    level,
    steps,
    recognisedBy,
    outstandingBy: null,
    commendedBy: null,
    from: isAfter ? from : null,
  };
}
