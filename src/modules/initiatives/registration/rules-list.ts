import type { Cycle } from '#modules/movements/cycle/rules.ts';
import { type Named, nameIn } from '#modules/movements/field/rules.ts';
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
  cycles: readonly Pick<Cycle, 'id' | 'code'>[];
  fields: readonly Named[];
  units: readonly UnitChoice[];
}
interface Select {
  name: string;
  label: string;
  any: string;
  options: Option[];
}

/** The selects of the list's filter bar; a unit is asked for only where there is more than one. */
export function selectsOf(
  offered: Offered,
  current: { id: number; code: string } | undefined,
  t: Translate,
  language: Language,
): Select[] {
  const option = (value: string | number, label: string): Option => ({ value: String(value), label });
  const any = t('initiative.any');
  const cycles = offered.cycles
    .filter((cycle) => cycle.id !== current?.id)
    .map((cycle) => option(cycle.id, cycle.code));
  const now = current ? t('initiative.cycle_now', { cycle: current.code }) : any;
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
      options: offered.fields.map((field) => option(field.id, nameIn(field, language))),
    },
    {
      name: 'subject',
      label: t('initiative.subject'),
      any,
      options: SUBJECTS.map((subject) => option(subject, t(`registration.subject.${subject}`))),
    },
  ];
  return all.filter((select) => select.name !== 'unit' || select.options.length > 1);
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
