import { type MovementName, yearOf } from '#modules/movements/cycle/rules.ts';
import { NATIONAL_FIELDS, type Named, namesApart } from '#modules/movements/field/rules.ts';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import type { Option } from '#ui/types.ts';
import { STATES, SUBJECTS } from './rules.ts';
import type { RegistrationFilter } from './schema-filter.ts';

/** How far a list is counted: in one year to the end of any year so far, over all years or by a text as far as it helps. */
export const COUNTED_TO = { year: 10_000, search: 1_000 };

export const countedTo = ({ q, cycle, currentOn }: RegistrationFilter) =>
  q === undefined && (cycle ?? currentOn) !== undefined ? COUNTED_TO.year : COUNTED_TO.search;

/** A unit to choose, in a list where each stands after its parent. */
export interface UnitChoice {
  id: number;
  name: string;
  level: Level;
  parentId: number | null;
}

interface Offered {
  cycles: readonly ({ id: number; code: string; movementId: number } & MovementName)[];
  fields: readonly (Named & { movementId: number })[];
  units: readonly UnitChoice[];
}
interface Select {
  name: string;
  label: string;
  any: string;
  options: Option[];
}

/**
 * The selects of the list's filter bar; a unit is asked for only where there is more than one, a national field only of who comes
 * from its figures.
 */
export function selectsOf(
  offered: Offered,
  current: Offered['cycles'][number] | undefined,
  t: Translate,
  language: Language,
  byNational = false,
): Select[] {
  const option = (value: string | number, label: string): Option => ({ value: String(value), label });
  const any = t('initiative.any');
  const named = (cycle: Offered['cycles'][number]) => yearOf(cycle, offered.cycles, language);
  const cycles = offered.cycles
    .filter((cycle) => cycle.id !== current?.id)
    .map((cycle) => option(cycle.id, named(cycle)));
  const now = current ? t('initiative.cycle_now', { cycle: named(current) }) : any;
  const states = ['open', ...Object.keys(STATES).filter((state) => state !== 'annulled'), 'counted', 'carried_out'];
  const all: Select[] = [
    { name: 'cycle', label: t('initiative.cycle'), any: now, options: [option('all', any), ...cycles] },
    {
      name: 'level',
      label: t('initiative.level'),
      any,
      options: LEVELS.map((level) => option(level, t(`registration.level.${level}`))),
    },
    { name: 'unit', label: t('initiative.unit'), any, options: unitOptions(offered.units) },
    {
      name: 'state',
      label: t('initiative.state'),
      any,
      options: states.map((state) => option(state, t(`registration.state.${state}`))),
    },
    {
      name: 'field',
      label: t('initiative.field'),
      any,
      options: namesApart(offered.fields, offered.cycles, language).map(({ id, label }) => option(id, label)),
    },
    {
      name: 'national',
      label: t('movement.national'),
      any,
      options: [
        ...NATIONAL_FIELDS.map((each) => option(each, t(`movement.national.${each}`))),
        option('none', t('movement.national.unsaid')),
      ],
    },
    {
      name: 'subject',
      label: t('initiative.subject'),
      any,
      options: SUBJECTS.map((subject) => option(subject, t(`registration.subject.${subject}`))),
    },
  ];
  return all.filter(({ name, options }) => (name === 'unit' ? options.length > 1 : name !== 'national' || byNational));
}

/** Units as one list to choose from: a district can be chosen itself, so it is an option and not a heading; its communes stand in. */
export function unitOptions(units: readonly UnitChoice[]): Option[] {
  const depth = new Map<number, number>();
  return units.map((unit) => {
    const inward = unit.parentId === null ? 0 : (depth.get(unit.parentId) ?? -1) + 1;
    depth.set(unit.id, inward);
    return { value: String(unit.id), label: `${'\u2003'.repeat(Math.max(0, inward))}${unit.name}` };
  });
}
