import type { Language } from '#platform/i18n.ts';

/** The fields of the whole country, under which the fields of every movement are summed. */
export const NATIONAL_FIELDS = ['economy', 'culture_society', 'defence_security', 'political_system'] as const;
export type NationalField = (typeof NATIONAL_FIELDS)[number];

/** A field (lĩnh vực), a linked programme or a title group, with its name in both languages. */
export interface Named {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
}

/** The same as a movement keeps it; days are `yyyy-mm-dd`. */
export interface MovementPart extends Named {
  /** Of fields: the national one that it is summed under; null: not said. */
  national?: NationalField | null;
  /** The first day on which nothing new stands under it; null: open. */
  closedOn: string | null;
}

/** What a movement consists of in the same shape. */
export const PART_KINDS = ['field', 'programme', 'title_group'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** The name to show in a language. */
export function nameIn(named: { nameVi: string; nameEn: string }, language: Language): string {
  return language === 'vi' ? named.nameVi : named.nameEn;
}

/** Those of the movements to which these years belong. */
export function ofCycles<P extends { movementId: number }>(
  parts: readonly P[],
  cycles: readonly { movementId: number }[],
): P[] {
  return parts.filter((part) => cycles.some((cycle) => cycle.movementId === part.movementId));
}

/** Their names, each with its movement's where there are several: two of those may call theirs alike. */
export function namesApart<P extends Named & { movementId: number }>(
  parts: readonly P[],
  movements: readonly { movementId: number; movementVi: string; movementEn: string }[],
  language: Language,
): { id: number; label: string }[] {
  const several = parts.some((part) => part.movementId !== parts[0]?.movementId);
  return parts.map((part) => {
    const of = movements.find((each) => each.movementId === part.movementId);
    const name = nameIn(part, language);
    return {
      id: part.id,
      label: several && of ? `${name} (${language === 'vi' ? of.movementVi : of.movementEn})` : name,
    };
  });
}

/** Whether something new may stand under it on a day. */
export function isOpenOn({ closedOn }: { closedOn?: string | null }, day: string): boolean {
  return !closedOn || closedOn > day;
}
