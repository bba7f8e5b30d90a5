import { touchedBy } from '#modules/initiatives/registration/server/queries-touched.ts';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { type Plan, problemsOf, splitUnits } from '#modules/organisations/reorganisation/rules.ts';
import { planOfActs } from '#modules/organisations/reorganisation/rules-acts.ts';
import { actsIn } from '#modules/organisations/reorganisation/rules-acts-form.ts';
import { dayBefore } from '#modules/organisations/reorganisation/rules-days.ts';
import { planOfList, rowsOfList } from '#modules/organisations/reorganisation/rules-list.ts';
import type { DraftSource } from '#modules/organisations/reorganisation/schema-draft.ts';
import { keepReorganisationDraft } from '#modules/organisations/reorganisation/server/actions-draft.ts';
import { levelsOfKinds } from '#modules/organisations/reorganisation/server/queries.ts';
import { reorganisationDraftById } from '#modules/organisations/reorganisation/server/queries-draft.ts';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { previewReorganisation, reorganise } from '#modules/people/transition/server/actions.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { nfc, parseDay } from '#platform/vietnamese.ts';

type Values = Readonly<Record<string, string>>;
type Fields = Record<string, Reason>;
const MOST_TOLD = 10;

/**
 * Previews an act as a form brings it, written or as a list, and keeps it with what was found; answers the draft's id.
 * Units know nothing of people, nor people of models: here the three are asked together.
 */
export async function previewForm(ctx: Context, values: Values, file: File | null): Promise<number> {
  const allowed = mayReorganise(ctx.actor);
  if (allowed !== true) refuse('forbidden', allowed.code);
  const { plan, source } = values.by === 'list' ? await listed(ctx, values, file) : await written(ctx, values);
  const act = { resolution: nfc(values.resolution ?? ''), issuedOn: parseDay(values.issuedOn ?? ''), plan };
  const { counts, appointments, people } = await previewReorganisation(ctx, act);
  const touched = await read(ctx, (db) => touchedBy(db, plan.ended, splitUnits(plan)));
  const { id } = await keepReorganisationDraft(ctx, {
    ...act,
    source,
    found: { counts, appointments, touched, people },
  });
  return id;
}

/** Applies a draft; the same press twice is one act. Answers the act's id. */
export async function applyDraft(ctx: Context, id: number, key: string): Promise<number> {
  const draft = await read(ctx, (db) => reorganisationDraftById(db, id));
  if (!draft) return refuse('missing', 'refusal.missing');
  if (draft.source.by === 'list' && draft.source.unknown.length > 0)
    refuse('invalid', 'reorganisation.unknown_rows', { params: { count: draft.source.unknown.length } });
  const { resolution, issuedOn, plan } = draft;
  return (await reorganise(ctx, { resolution, issuedOn, plan }, { key })).id;
}

function headProblems(values: Values, dayNeeded: boolean): Fields {
  const wrong = (name: string) => values[name] && parseDay(values[name]) === null;
  const day = { code: 'reorganisation.day_missing' };
  return {
    ...(!nfc(values.resolution ?? '') && { resolution: { code: 'reorganisation.resolution_missing' } }),
    ...(wrong('issuedOn') && { issuedOn: day }),
    ...((wrong('effectiveOn') || (dayNeeded && !values.effectiveOn)) && { effectiveOn: day }),
  };
}

function refuseFields(fields: Fields): void {
  if (Object.keys(fields).length > 0) refuse('invalid', 'form.invalid', { fields });
}

type Asked = { plan: Plan; source: DraftSource };

async function written(ctx: Context, values: Values): Promise<Asked> {
  const acts = actsIn(values);
  const fields = headProblems(values, true);
  if (acts.length === 0) fields.add = { code: 'reorganisation.act.none' };
  const day = parseDay(values.effectiveOn ?? '');
  if (!day || acts.length === 0) refuseFields(fields);
  const { standing, levels } = await treeBefore(ctx, day as string);
  const { plan, problems, actOf } = planOfActs(acts, standing, day as string);
  for (const { act, field, code, params } of problems) fields[`a${act}.${field}`] ??= { code, params };
  if (problems.length === 0)
    for (const { code, params, refs } of problemsOf(plan, standing, levels)) {
      const act = refs.map((ref) => actOf.get(ref)).find((at) => at !== undefined) ?? 0;
      fields[`a${act}.units`] ??= { code, params };
    }
  refuseFields(fields);
  return { plan, source: { by: 'acts', values: { ...values } } };
}

async function listed(ctx: Context, values: Values, file: File | null): Promise<Asked> {
  const fields = headProblems(values, false);
  if (!file || file.size === 0) refuseFields({ ...fields, file: { code: 'reorganisation.list.file_missing' } });
  refuseFields(fields);
  const list = file as File;
  const rows = rowsOfList(await linesOf(list));
  if (!Array.isArray(rows)) return refuse('invalid', 'form.invalid', { fields: { file: rows } });
  const day = rows[0]?.effective_on ?? '';
  const typed = parseDay(values.effectiveOn ?? '');
  if (typed && typed !== day) refuseFields({ effectiveOn: { code: 'reorganisation.list.other_day', params: { day } } });
  const { standing, levels } = await treeBefore(ctx, day);
  const endLevel = LEVELS.find((level) => level === values.endLevel) ?? null;
  const province = values.province?.trim() ? nfc(values.province) : null;
  const { plan, unknown, withoutSuccessor } = planOfList(rows, standing, {
    endLevel: (endLevel ?? undefined) as Level | undefined,
    province: province ? { name: province, code: values.provinceNumber?.trim() || null } : undefined,
  });
  const problems = problemsOf(plan, standing, levels).slice(0, MOST_TOLD);
  refuseFields(
    Object.fromEntries(problems.map(({ code, params }, at) => [at === 0 ? 'file' : `file-${at}`, { code, params }])),
  );
  const left = withoutSuccessor.map(({ code, name }) => ({ code, name }));
  const told = { file: list.name.slice(-200), rows: rows.length, province, endLevel };
  return { plan, source: { by: 'list', ...told, unknown, withoutSuccessor: left } };
}

async function linesOf(file: File): Promise<string[][]> {
  try {
    const { sheets } = await readSheets(new Uint8Array(await file.arrayBuffer()), file.name);
    return (sheets[0]?.rows ?? []).map((row) => row.cells.map(String));
  } catch (failure) {
    if (failure instanceof SheetError)
      refuse('invalid', 'form.invalid', { fields: { file: { code: `sheet.${failure.code}` } } });
    throw failure;
  }
}

function treeBefore(ctx: Context, day: string) {
  return read(ctx, async (db) => ({
    standing: await unitsOn(db, dayBefore(day)),
    levels: await levelsOfKinds(db),
  }));
}
