import { createDraft, saveDraft } from '../../src/modules/initiatives/draft/server/actions.ts';
import { PARTS, type RegistrationContent } from '../../src/modules/initiatives/registration/schema.ts';
import { type Receipt, submitRegistration } from '../../src/modules/initiatives/registration/server/actions.ts';
import {
  acceptRegistration,
  proposeRegistration,
  selfAssessRegistration,
} from '../../src/modules/initiatives/registration/server/actions-moves.ts';
import { type Cast, cycles, fields, type PersonName, units } from './cast.ts';

/** A form of the cast's hamlet with everything filled in. */
export function wholeForm(over: Partial<RegistrationContent> = {}): RegistrationContent {
  const parts = Object.fromEntries(PARTS.map((part) => [part, `Nội dung của phần ${part}.`]));
  return {
    ...(parts as Pick<RegistrationContent, (typeof PARTS)[number]>),
    name: 'Tổ góp vốn xoay vòng mua bảo hiểm y tế',
    unitId: units.commune,
    registrantName: 'Chi hội Phụ nữ ấp Hòa Bình',
    subject: 'collective',
    fieldId: fields.economy,
    cycleId: cycles.current,
    levels: ['commune'],
    programmes: [],
    paperOn: '',
    signedBy: '',
    // Said of what is late alone; several tests send for a year whose due day has passed.
    lateReason: 'Lũ về, đường ngập',
    similar: [],
    ...over,
  };
}

/** A draft of `person` with a whole form in it. */
export async function draftOf(
  cast: Cast,
  person: PersonName,
  over: Partial<RegistrationContent> = {},
): Promise<number> {
  const ctx = cast.contextFor(person);
  const { id, version } = await createDraft(ctx, {});
  await saveDraft(ctx, { id, version, ...wholeForm(over) });
  return id;
}

/** What `person` sends, as the form would. */
export async function send(
  cast: Cast,
  person: PersonName = 'registrant',
  over: Partial<RegistrationContent> = {},
): Promise<Receipt> {
  return submitRegistration(cast.contextFor(person), { id: await draftOf(cast, person, over) });
}

const NEXT = { accepted: acceptRegistration, self_assessed: selfAssessRegistration, proposed: proposeRegistration };

/** Leads a sent registration of the cast's commune on to a later state. */
export async function leadTo(cast: Cast, id: number, state: keyof typeof NEXT): Promise<void> {
  for (const [next, step] of Object.entries(NEXT)) {
    await step(cast.contextFor('commune_officer'), { id });
    if (next === state) return;
  }
}

/** How many registrations of the current cycle the counters hold, by level and `any`. */
export async function countedIn(cast: Cast): Promise<Record<string, number>> {
  const rows = await cast.asOwner<{ level: string; n: number }>(
    'select level, sum(registered)::integer as n from registration_count where cycle_id = $1 group by 1',
    [cycles.current],
  );
  return Object.fromEntries(rows.map((row) => [row.level, row.n]));
}

/** A registration as its table holds it. */
export async function registrationRow(cast: Cast, id: number): Promise<Record<string, unknown>> {
  const [row] = await cast.asOwner('select * from registration where id = $1', [id]);
  return row as Record<string, unknown>;
}
