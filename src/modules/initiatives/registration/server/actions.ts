import { isOfficerOver, sectorsOver } from '#modules/people/appointment/policy.ts';
import { mayNameThis } from '#modules/people/registrant/policy.ts';
import { ensureRegistrant } from '#modules/people/registrant/server/actions.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action, parse } from '#platform/server/action.ts';
import type { Actor } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { mayWriteDraft } from '../../draft/policy.ts';
import { DiscardDraft } from '../../draft/schema.ts';
import { type Draft, takeDraft } from '../../draft/server/store.ts';
import { mayMove } from '../policy.ts';
import { move, type Registration } from '../rules.ts';
import { countedOn, isLate, windowProblems } from '../rules-window.ts';
import { RegistrationContent } from '../schema.ts';
import { registrationForUpdate, saveMoved } from './store.ts';
import { insertModels } from './store-new.ts';
import { type Entry, entryFor, insertNextVersion, noteComing, ownRegistrantAt } from './store-sent.ts';
import { insertAnswers, modelToContinue } from './store-similar.ts';

/** Where a sent form ended: the receipt shows these. */
export interface Receipt {
  registrationIds: number[];
  initiativeId: number;
}

/**
 * Sends a draft: a new model with one registration for each level sought, or a returned registration again with a new
 * version. The draft is gone afterwards; a second press with the same key answers the same receipt.
 */
export const submitRegistration = action({
  name: 'registration.submit',
  input: DiscardDraft,
  async subject(tx, _scope, input, ctx): Promise<{ draft: Draft; registration: Registration | undefined } | undefined> {
    const draft = await takeDraft(tx, ctx, input.id);
    if (!draft || draft.registrationId === null) return draft && { draft, registration: undefined };
    // A registration that is gone must not come back as a new model beside what it was.
    const registration = await registrationForUpdate(tx, draft.registrationId, ctx);
    return registration && { draft, registration };
  },
  allow: (actor, { draft, registration }) =>
    registration ? mayMove(actor, registration, 'submit') : mayWriteDraft(actor, draft),
  async run(act, { draft, registration }): Promise<Receipt> {
    const content = parse(RegistrationContent, draft.content);
    return registration ? sendAgain(act, registration, content) : sendFirst(act, content);
  },
  audit: ({ draft, registration }, receipt) => ({
    subjectKind: 'registration',
    subjectId: receipt.registrationIds[0] as number,
    unitId: registration?.unitId ?? draft.content.unitId,
    after: draft.content,
  }),
});

type Checked = Entry & { unitPath: string; unitName: string };

async function checkedEntry(act: Act, content: RegistrationContent): Promise<Checked> {
  const entry = await entryFor(act.tx, act.ctx, content);
  if (!entry) refuseField('cycleId', 'registration.cycle.missing');
  const { unitPath, unitName } = entry;
  if (unitPath === null || unitName === null) refuseField('unitId', 'registration.unit.missing');
  if (!entry.fieldKnown) refuseField('fieldId', 'registration.field.missing');
  if (entry.opensOn > dayOf(act.now)) refuseField('cycleId', 'registration.cycle.not_open');
  if (content.levels.some((level) => !entry.cycleLevels.includes(level)))
    refuseField('levels', 'registration.levels.unknown');
  if (content.levels.some((level) => entry.lockedLevels.includes(level)))
    refuseField('levels', 'registration.levels.locked');
  return { ...entry, unitPath, unitName };
}

function refuseField(field: keyof RegistrationContent, code: string): never {
  refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}

/** An office names any registrant of its territory, a sector's those of its line; a registrant's account writes in its own name. */
function ownRegistrant(actor: Actor, unitId: number, unitPath: string): number | undefined {
  if (isOfficerOver(actor, unitPath) || sectorsOver(actor, unitPath).length > 0) return undefined;
  return ownRegistrantAt(actor, unitId) ?? refuse('forbidden', 'refusal.not_yours');
}

async function sendFirst(act: Act, content: RegistrationContent): Promise<Receipt> {
  const entry = await checkedEntry(act, content);
  if (!entry.unitStands) refuseField('unitId', 'registration.unit.missing');
  if (entry.fieldClosed) refuseField('fieldId', 'registration.field.closed');
  const windows = { opensOn: entry.opensOn, levels: entry.dues };
  const fields = windowProblems(content, windows, dayOf(act.now));
  if (Object.keys(fields).length > 0) refuse('invalid', 'form.invalid', { fields });
  const own = ownRegistrant(act.ctx.actor, content.unitId, entry.unitPath);
  // An account that writes in its own name has no paper to type in: its day would make any form one in time.
  if (own !== undefined && content.paperOn) refuseField('paperOn', 'registration.paper.office_only');
  const named = { unitId: content.unitId, name: content.registrantName, subject: content.subject };
  // Known already, as most are: nothing to make, and nothing to ask again.
  const known = own === undefined ? entry.registrant : entry.own;
  if (known && own === undefined) {
    const allowed = mayNameThis(act.ctx.actor, entry.unitPath, known);
    if (allowed !== true) refuse('forbidden', allowed.code);
  }
  const registrant = known ?? (await ensureRegistrant.within(act, { id: own, ...named }));
  const { unitId, fieldId, cycleId, levels } = content;
  const today = dayOf(act.now);
  const late = isLate(content, windows, today);
  const coming = { ...content, lateReason: late ? content.lateReason : '' };
  const further = content.similar.find((each) => each.answer === 'continues');
  const continues = further && (await modelToContinue(act.tx, further.code, registrant.id, content));
  if (further && !continues) refuse('conflict', 'similar.cannot_continue', { params: { code: further.code } });
  const [entered] = await insertModels(act.tx, act.ctx, [
    {
      codePrefix: entry.codePrefix,
      year: entry.year,
      cycleId,
      levels,
      parts: content,
      programmes: entry.programmes,
      unitId,
      unitName: entry.unitName,
      registrantId: registrant.id,
      registrantName: registrant.name,
      fieldId,
      subject: registrant.subject,
      state: 'submitted',
      submittedOn: countedOn(content, today),
      act: 'submit',
      reason: coming.lateReason,
      continues,
    },
  ]);
  if (!entered) throw new Error('a model was sent and none was entered');
  if (late || content.paperOn) await noteComing(act.tx, entered.registrationIds, coming);
  await insertAnswers(act.tx, act.ctx, entered.initiativeId, content.similar);
  return { registrationIds: entered.registrationIds, initiativeId: entered.initiativeId };
}

/** Who registered, where, in which cycle and at which level stay as they were first sent; the nine parts and the field are new. */
async function sendAgain(act: Act, registration: Registration, content: RegistrationContent): Promise<Receipt> {
  const { unitId, cycleId, level } = registration;
  const entry = await checkedEntry(act, { ...content, unitId, cycleId, levels: [level] });
  if (entry.fieldClosed && content.fieldId !== registration.fieldId)
    refuseField('fieldId', 'registration.field.closed');
  const versionId = await insertNextVersion(
    act.tx,
    act.ctx,
    registration,
    { ...content, programmes: entry.programmes },
    entry.unitName,
  );
  await saveMoved(act.tx, act.ctx, [{ ...move(registration, 'submit', dayOf(act.now)), versionId }], 'submit');
  await insertAnswers(act.tx, act.ctx, registration.initiativeId, content.similar);
  return { registrationIds: [registration.id], initiativeId: registration.initiativeId };
}
