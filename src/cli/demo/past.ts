import type { State, Transition } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { HOME_COMMUNE, OTHER_COMMUNE } from './accounts.ts';
import { addDays } from './days.ts';
import type { DecisionBook } from './decisions.ts';
import { type Dice, dice, shareOut, shuffled } from './dice.ts';
import { answering, dayOfAct, type Entry, stepsTo } from './entries.ts';
import type { Model } from './model.ts';
import { perCommune, type Workshop } from './models.ts';
import type { Cycle } from './movement.ts';
import { REASONS } from './words/reasons.ts';

/** What a finished year's figures come to: at commune level they are the article's, above it they are samples. */
interface YearPlan {
  registered: number;
  recognised: number;
  /** Registered, but never carried out. */
  leftAccepted: number;
  leftReturned: number;
  /** Taken back: beside the registered, not among them. */
  withdrawn: number;
  /** Models of the year before that are entered again. */
  carriedOver: number;
  district: { registered: number; recognised: number };
  province: { registered: number; recognised: number; outstanding: number; commended: number };
}

const PLANS: Record<number, YearPlan> = {
  2018: {
    registered: 7_337,
    recognised: 6_120,
    leftAccepted: 64,
    leftReturned: 17,
    withdrawn: 36,
    carriedOver: 0,
    district: { registered: 812, recognised: 655 },
    province: { registered: 152, recognised: 121, outstanding: 30, commended: 18 },
  },
  2019: {
    registered: 7_736,
    recognised: 6_568,
    leftAccepted: 58,
    leftReturned: 19,
    withdrawn: 41,
    carriedOver: 900,
    district: { registered: 946, recognised: 791 },
    province: { registered: 178, recognised: 149, outstanding: 40, commended: 28 },
  },
};

/** All registrations of a finished year; `before` are the commune-level ones of the year before it. */
export function pastYear(
  cycle: Cycle,
  workshops: readonly Workshop[],
  book: DecisionBook,
  before: readonly Entry[],
): Entry[] {
  const plan = PLANS[cycle.year] as YearPlan;
  const { year } = cycle;
  const models = modelsOf(year, plan, workshops, before);
  const fates = fatesOf(models, plan, year);
  const commune = models.map((model) => entry(model, cycle, 'commune', fates.get(model) as State, book, null));
  const withdrawn = withdrawnModels(year, plan, workshops).map((model) =>
    entry(model, cycle, 'commune', 'withdrawn', book, null),
  );
  const district = putForward(commune, cycle, 'district', plan.district, book);
  const province = putForward(district, cycle, 'province', plan.province, book);
  honour(province, cycle, plan.province, book);
  return [...commune, ...withdrawn, ...district, ...province];
}

function modelsOf(year: number, plan: YearPlan, workshops: readonly Workshop[], before: readonly Entry[]): Model[] {
  const counts = perCommune(
    plan.registered,
    workshops.map(({ place }) => place),
    year,
  );
  const carried = shareOut(plan.carriedOver, counts);
  return workshops.flatMap((workshop, at) => {
    const kept = before.filter(
      (each) => each.model.place === workshop.place && each.level === 'commune' && each.recognisedBy,
    );
    const again = shuffled(kept, dice('carried', year, workshop.place.code))
      .slice(0, carried[at])
      .map((each) => each.model);
    return [...again, ...workshop.make(year, (counts[at] as number) - again.length)];
  });
}

/** The best are recognised, exactly as many as the year had; some communes do better than others. */
function fatesOf(models: readonly Model[], plan: YearPlan, year: number): Map<Model, State> {
  const throws = dice('fates', year);
  const leaning = new Map<string, number>();
  const merit = (model: Model) => {
    const { code } = model.place;
    if (!leaning.has(code)) leaning.set(code, dice('leaning', code).next() * 0.1);
    return throws.next() + (leaning.get(code) as number);
  };
  const ranked = models.map((model) => ({ model, merit: merit(model) })).sort((a, b) => b.merit - a.merit);
  const fates = new Map<Model, State>();
  let [accepted, returned] = [plan.leftAccepted, plan.leftReturned];
  ranked.forEach(({ model }, rank) => {
    const isUnfinished = rank % 9 === 0 && ![HOME_COMMUNE, OTHER_COMMUNE].includes(model.place.code);
    if (rank < plan.recognised) fates.set(model, 'recognised');
    else if (isUnfinished && accepted-- > 0) fates.set(model, 'accepted');
    else if (isUnfinished && returned-- > 0) fates.set(model, 'returned');
    else fates.set(model, 'not_recognised');
  });
  return fates;
}

function withdrawnModels(year: number, plan: YearPlan, workshops: readonly Workshop[]): Model[] {
  const chosen = shuffled(workshops, dice('withdrawn', year)).slice(0, plan.withdrawn);
  return chosen.flatMap((workshop) => workshop.make(year, 1));
}

/** Some of the recognised go on to the next level: submitted after their decision, judged by that level's committee. */
function putForward(
  below: readonly Entry[],
  cycle: Cycle,
  level: Level,
  plan: { registered: number; recognised: number },
  book: DecisionBook,
): Entry[] {
  const able = below.filter((each) => each.recognisedBy);
  const chosen = shuffled(able, dice('forward', cycle.year, level)).slice(0, plan.registered);
  return chosen.map((from, at) => {
    from.model.full = true;
    return entry(from.model, cycle, level, at < plan.recognised ? 'recognised' : 'not_recognised', book, from);
  });
}

function honour(
  entries: readonly Entry[],
  cycle: Cycle,
  plan: { outstanding: number; commended: number },
  book: DecisionBook,
): void {
  const recognised = entries.filter((each) => each.recognisedBy);
  for (const [at, each] of recognised.slice(0, plan.outstanding).entries()) {
    const unit = answering(each.model.place, 'province');
    each.outstandingBy = book.of('outstanding', cycle, unit, `${cycle.year + 1}-01-30`);
    if (at < plan.commended) each.commendedBy = book.of('commendation', cycle, unit, `${cycle.year + 1}-02-14`);
  }
}

function entry(model: Model, cycle: Cycle, level: Level, state: State, book: DecisionBook, from: Entry | null): Entry {
  const throws = dice('entry', cycle.year, level, model.place.code, model.registrant.name, model.name);
  const unit = answering(model.place, level);
  const calendar =
    level === 'commune'
      ? communeCalendar(cycle.year, unit.code, throws)
      : upperCalendar(cycle.year, level, from as Entry, unit.code, throws);
  const steps = stepsTo(
    state,
    (act) => calendar[act] as string,
    (act) => throws.pick(REASONS[act] ?? ['']),
  );
  const recognisedBy =
    state === 'recognised' ? book.of('recognition', cycle, unit, calendar.recognise as string) : null;
  return { id: 0, model, cycle, level, steps, recognisedBy, outstandingBy: null, commendedBy: null, from };
}

type Calendar = Partial<Record<Transition, string>>;

function communeCalendar(year: number, unit: string, throws: Dice): Calendar {
  const submit = addDays(`${year}-01-15`, throws.int(0, 74));
  return {
    submit,
    return: addDays(submit, throws.int(2, 9)),
    withdraw: addDays(`${year}-05-02`, throws.int(0, 80)),
    accept: addDays(submit, throws.int(2, 12)),
    self_assess: addDays(`${year}-10-05`, throws.int(0, 30)),
    propose: addDays(`${year}-11-06`, throws.int(0, 11)),
    decline: addDays(`${year}-11-06`, throws.int(0, 11)),
    recognise: addDays(`${year}-11-20`, dice('sitting', year, unit).int(0, 9)),
  };
}

function upperCalendar(year: number, level: Level, from: Entry, unit: string, throws: Dice): Calendar {
  const submit = addDays(dayOfAct(from, 'recognise') as string, throws.int(2, 4));
  const accept = addDays(submit, throws.int(1, 2));
  const self_assess = addDays(accept, throws.int(1, 2));
  const sitting = level === 'district' ? `${year}-12-22` : `${year + 1}-01-22`;
  const judged = addDays(sitting, -throws.int(3, 7));
  const recognise = addDays(sitting, level === 'district' ? dice('sitting', year, unit).int(0, 5) : 0);
  return { submit, accept, self_assess, propose: judged, decline: judged, recognise };
}
