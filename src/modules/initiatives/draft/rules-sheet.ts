import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { SUBJECTS } from '../registration/rules.ts';
import type { DraftContent } from '../registration/schema.ts';
import { type Box, labelOf, SECTIONS, type SectionName } from './rules-form.ts';

/** What the first cell of a form in a workbook says; a later version of the form has another number. */
export const FORM_MARK = 'KHEO-FORM';
export const FORM_VERSION = 1;
/** Columns of such a form, from 0: what a line is (not shown), its label, the answer, and the hint. */
export const COLUMNS = { key: 0, label: 1, answer: 2, hint: 3 } as const;
/** What ticks a line of several. */
export const TICK = 'x';

/** What the lines of a form offer to choose from. */
export interface Offered {
  units: readonly { id: number; name: string }[];
  cycles: readonly { id: number; code: string }[];
  levels: readonly Level[];
  fields: readonly Named[];
  programmes: readonly Named[];
}

/** One line of the form: a heading has no key; `list` is what its answer is chosen from. */
export interface FormLine {
  key: string;
  label: string;
  answer: string;
  hint: string;
  list?: readonly string[];
}

/** A choice with the ids that its words stand for. */
export function choicesOf(box: Box, offered: Offered, t: Translate, language: Language): [words: string, id: string][] {
  const named = (list: readonly Named[]) =>
    list.map((each): [string, string] => [nameIn(each, language), String(each.id)]);
  if (box === 'unitId') return offered.units.map((each) => [each.name, String(each.id)]);
  if (box === 'subject') return SUBJECTS.map((each) => [t(`registration.subject.${each}`), each]);
  if (box === 'cycleId') return offered.cycles.map((each) => [each.code, String(each.id)]);
  if (box === 'levels') return offered.levels.map((each) => [t(`registration.level.${each}`), each]);
  if (box === 'fieldId') return named(offered.fields);
  if (box === 'programmes') return named(offered.programmes);
  return [];
}

const SEVERAL: readonly Box[] = ['levels', 'programmes'];
/** What an account that writes in its own name does not fill in. */
export const OFFICE_ONLY: readonly Box[] = ['unitId', 'registrantName', 'subject', 'paperOn', 'signedBy'];

interface Around {
  offered: Offered;
  /** The reader writes in its own name. */
  own: boolean;
  t: Translate;
  language: Language;
}

/** The lines of a form, as the form on the screen has them, with what stands in it already. */
export function formLines(
  content: DraftContent,
  { offered, own, t, language }: Around,
  letter: readonly { part: string; text: string }[] = [],
): FormLine[] {
  const hintOf = (box: Box, section: SectionName) =>
    [
      section === 'who' || section === 'what' ? '' : t(`registration.help.${box}`),
      letter.find((each) => each.part === box)?.text ?? '',
    ]
      .filter(Boolean)
      .join('\n');
  const lines = (box: Box, section: SectionName): FormLine[] => {
    const choices = choicesOf(box, offered, t, language);
    if (SEVERAL.includes(box))
      return choices.map(([words, id]) => ({
        ...{
          key: `${box}:${id}`,
          label: `${t(labelOf(box))}: ${words}`,
          hint: t('draft.sheet.tick_hint'),
          list: [TICK],
        },
        answer: (content[box] as readonly unknown[]).map(String).includes(id) ? TICK : '',
      }));
    const chosen = choices.find(([, id]) => id === String(content[box]))?.[0] ?? '';
    const list = choices.map(([words]) => words);
    const hint = list.length > 0 ? t('draft.sheet.choose_hint') : hintOf(box, section);
    return [
      {
        ...{ key: box, label: t(labelOf(box)), hint: box === 'paperOn' ? t('draft.sheet.paper_hint') : hint },
        answer: list.length > 0 ? chosen : String(content[box]),
        ...(list.length > 0 && { list }),
      },
    ];
  };
  return SECTIONS.flatMap(({ name, boxes }) => {
    const asked = (boxes as readonly Box[]).filter((box) => !(own && OFFICE_ONLY.includes(box)));
    const inside = asked.flatMap((box) => lines(box, name));
    const heading = { key: '', label: t(`draft.section.${name}`), answer: '', hint: '' };
    return inside.length > 0 ? [heading, ...inside] : [];
  });
}

/** Names that occur twice are told apart by the unit above. */
export function toldApart(
  units: readonly { id: number; name: string; parentId: number | null }[],
): { id: number; name: string }[] {
  const nameOf = new Map(units.map((each) => [each.id, each.name]));
  const count = new Map<string, number>();
  for (const { name } of units) count.set(name, (count.get(name) ?? 0) + 1);
  return units.map(({ id, name, parentId }) => {
    const above = count.get(name) === 1 ? undefined : nameOf.get(parentId ?? 0);
    return { id, name: above ? `${name} (${above})` : name };
  });
}
