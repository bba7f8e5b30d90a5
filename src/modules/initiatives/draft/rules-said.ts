import { type Named, nameIn } from '#modules/movements/field/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { DraftContent } from '../registration/schema.ts';
import { type Box, labelOf, SECTIONS } from './rules-form.ts';

/** What a form's ids stand for. */
export interface Known {
  unitName: string | null;
  choices: {
    units: readonly { id: number; name: string }[];
    cycles: readonly { id: number; code: string }[];
    fields: readonly Named[];
    programmes: readonly Named[];
  };
}

/** A box of the form as people read it; an empty text where nothing is chosen or written. */
export interface Said {
  box: Box;
  label: string;
  text: string;
}

/** Everything that a form holds, in words, box by box in the order of the paper. */
export function saidOf({ unitName, choices }: Known, content: DraftContent, t: Translate, language: Language): Said[] {
  const named = (list: readonly Named[], ids: readonly number[]) =>
    list
      .filter((each) => ids.includes(each.id))
      .map((each) => nameIn(each, language))
      .join('; ');
  const texts: Partial<Record<Box, string>> = {
    unitId: choices.units.find((each) => each.id === content.unitId)?.name ?? unitName ?? '',
    subject: content.subject && t(`registration.subject.${content.subject}`),
    cycleId: choices.cycles.find((each) => each.id === content.cycleId)?.code ?? '',
    levels: content.levels.map((level) => t(`registration.level_in.${level}`)).join(', '),
    fieldId: named(choices.fields, [content.fieldId]),
    programmes: named(choices.programmes, content.programmes),
    paperOn: dayOr(content.paperOn, language),
  };
  return SECTIONS.flatMap((section) =>
    section.boxes.map((box) => ({ box, label: t(labelOf(box)), text: texts[box] ?? String(content[box]) })),
  );
}

/** A day as people write it; what is none as it was typed. */
export function dayOr(typed: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d$/.test(typed) ? formatDay(typed, language) : typed;
}

/** A draft's content with what was typed over it, as a form that came back holds it: lists in one value, parted by spaces. */
export function typedOver(content: DraftContent, values: Readonly<Record<string, string>>): DraftContent {
  const boxes = SECTIONS.flatMap((section) => [...section.boxes] as Box[]).filter((box) => values[box] !== undefined);
  const typed = boxes.map((box) => {
    const value = values[box] ?? '';
    const list = value.split(' ').filter(Boolean);
    if (box === 'levels') return [box, list as Level[]];
    if (box === 'programmes') return [box, list.map(Number)];
    return [box, typeof content[box] === 'number' ? Number(value) : value];
  });
  return { ...content, ...Object.fromEntries(typed) };
}
