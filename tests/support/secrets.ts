import { giveVerdict } from '../../src/modules/appraisals/appraisal/server/actions.ts';
import { recogniseBatch } from '../../src/modules/decisions/decision/server/actions.ts';
import { createDraft, saveDraft } from '../../src/modules/initiatives/draft/server/actions.ts';
import { PARTS } from '../../src/modules/initiatives/registration/schema.ts';
import { submitRegistration } from '../../src/modules/initiatives/registration/server/actions.ts';
import {
  acceptRegistration,
  returnRegistration,
  selfAssessRegistration,
} from '../../src/modules/initiatives/registration/server/actions-moves.ts';
import { publishDecision } from '../../src/modules/portal/publication/server/actions.ts';
import { writeRegister } from '../../src/modules/registers/register/server/actions-write.ts';
import { actorOf, type Cast, cycles, fields, type PersonName, units } from './cast.ts';
import { proposedBy } from './handovers.ts';
import { invitedTo } from './invitations.ts';
import { learnt } from './learning.ts';
import { receiveList } from './registers.ts';
import { claimed } from './results.ts';
import { hiddenTeam } from './reviews.ts';
import { bodyOf, commentOn, districtLaunches, noteOn, paperOf } from './secrets-papers.ts';
import { secretReorganisations } from './secrets-reorganisations.ts';
import { unveil } from './unveil.ts';

/** Whose rows: of the registrant, of others in the same commune, of the commune next door, of another district. */
export const HOLDERS = ['own', 'neighbour', 'sibling', 'other'] as const;
export type Holder = (typeof HOLDERS)[number];

/** The word that stands in every text of a holder's rows, and in nothing else. */
export const wordOf = (holder: Holder) => `zq${holder}`;
/** The word in a person's drafts, which are theirs alone. */
export const draftWordOf = (person: PersonName) => `zqnhap${person.replaceAll('_', '')}`;

/** The word in a private note of the commune's body, and who reads it. */
export const NOTE = { word: 'zqghichu', readers: ['commune_officer', 'committee_member'] as readonly PersonName[] };

/** Whose rows each person sees; everybody else's do not exist for them. */
export const SEES: Record<PersonName, readonly Holder[]> = {
  registrant: ['own'],
  commune_officer: ['own', 'neighbour'],
  committee_member: ['own', 'neighbour'],
  sector_officer: ['own'],
  district_officer: ['own', 'neighbour', 'sibling'],
  provincial_officer: HOLDERS,
  administrator: HOLDERS,
  auditor: HOLDERS,
  sibling_registrant: ['sibling'],
  sibling_officer: ['sibling'],
  other_registrant: ['other'],
  other_officer: ['other'],
  other_district_officer: ['other'],
};

const PLACES = {
  own: { unitId: units.commune, writer: 'registrant', officer: 'commune_officer', name: 'Xã Đông Một' },
  neighbour: { unitId: units.commune, writer: 'commune_officer', officer: 'commune_officer', name: 'Xã Đông Một' },
  sibling: { unitId: units.sibling, writer: 'sibling_registrant', officer: 'sibling_officer', name: 'Xã Đông Hai' },
  other: { unitId: units.otherCommune, writer: 'other_registrant', officer: 'other_officer', name: 'Xã Tây Một' },
} as const satisfies Record<Holder, { unitId: number; writer: PersonName; officer: PersonName; name: string }>;
export const placeOf = (holder: Holder) => PLACES[holder];

const STATES = ['submitted', 'accepted', 'returned', 'self_assessed', 'proposed', 'recognised', 'published'] as const;
type Stage = (typeof STATES)[number];
export interface Made {
  initiativeId: number;
  registrationId: number;
  /** Its registration at the level above; 0 when it is sought at its own only. */
  districtId: number;
  version: number;
  code: string;
}

/** What of a holder an address may name. */
interface Secrets {
  models: Record<Stage, Made>;
  draftId: number;
  /** A decision that nothing was published of, and one whose model is public. */
  decisionId: number;
  publishedDecisionId: number;
  /** One that waits, and one that was written with a bad row left in it. */
  receivedId: number;
  writtenId: number;
  personId: number;
  /** Somebody without an account, named by the holder's word, and their invitation. */
  uninvitedId: number;
  invitationId: number;
  registrantId: number;
  /** An office at the holder's unit, and its handover that was only proposed. */
  officeId: number;
  handoverId: number;
  /** A council of the holder's unit, with a member and a regulation. */
  bodyId: number;
  regulationId: number;
  /** A paper of the holder's first model. */
  attachmentId: number;
  /** What its officer has said of that model. */
  commentId: number;
  /** That the province asked to learn from that model. */
  learningId: number;
  /** An appraisal team of the holder's unit, for a field that none of these models is of. */
  teamId: number;
  /** What its recognised model has brought about, claimed by the writer. */
  resultId: number;
}

/** The secrets of each holder, and a decision of the district whose annex names models of two communes. */
export interface Hidden {
  of: Record<Holder, Secrets>;
  districtDecisionId: number;
  /** What the district has sent down to its communes. */
  launchId: number;
  /** An act that gives a part of a unit away on a day to come, and one that was previewed only. */
  reorganisationId: number;
  reorganisationDraftId: number;
}

/** Fills the cast's province with rows of four holders, each told by a word; answers their ids. */
export async function hideSecrets(cast: Cast): Promise<Hidden> {
  await cast.asOwner(`update registrant set name = 'Chi hội ' || w, plain_name = 'chi hoi ' || w
    from (values (1, 'zqown'), (2, 'zqsibling'), (3, 'zqother')) t (n, w) where id = n`);
  await cast.asOwner(`update person set full_name = 'Người zq' || split_part(full_name, ' ', 1)
    where full_name ~ '^(sibling|other) (officer|registrant)'`);
  const made = {} as Record<Holder, Secrets>;
  for (const holder of HOLDERS) made[holder] = await secretsOf(cast, holder);
  await noteOn(cast.contextFor('committee_member'), made.own.models.submitted.initiativeId, NOTE.word);
  const both = [made.own.models.self_assessed, made.sibling.models.self_assessed];
  return {
    of: made,
    districtDecisionId: await districtDecides(cast, both),
    launchId: await districtLaunches(cast),
    ...(await secretReorganisations(cast)),
  };
}

/** Recognises the district registrations of models, which stand behind those of the commune. */
async function districtDecides(cast: Cast, models: readonly Made[]): Promise<number> {
  const ctx = cast.contextFor('district_officer');
  const ids = models.map((model) => model.districtId);
  for (const registrationId of ids)
    await giveVerdict(ctx, { registrationId, verdict: 'proposed', asked: [1], met: [1], reason: '' });
  const picks = await cast.asOwner<{ id: number; version: number }>(
    'select id, version from registration where id = any ($1)',
    [ids],
  );
  const place = { cycleId: cycles.current, level: 'district' as const, unitId: units.district };
  const head = { number: '3-QĐ/BCĐ', decidedOn: '2026-03-02', signer: 'Người ký' };
  return (await recogniseBatch(ctx, { ...place, ...head, picks })).id;
}

async function secretsOf(cast: Cast, holder: Holder): Promise<Secrets> {
  const { writer, officer, unitId } = PLACES[holder];
  const word = wordOf(holder);
  const models = {} as Record<Stage, Made>;
  for (const stage of STATES) models[stage] = await modelOf(cast, holder, stage);
  const decide = (number: string, { registrationId, version }: Made) =>
    recogniseBatch(cast.contextFor(officer), {
      number: `${number}-${word}`,
      decidedOn: '2026-03-02',
      signer: `Người ký ${word}`,
      signerPost: `Chức vụ ${word}`,
      cycleId: cycles.current,
      level: 'commune',
      unitId,
      picks: [{ id: registrationId, version }],
    });
  const { id: decisionId } = await decide('1', models.recognised);
  const { id: publishedDecisionId } = await decide('2', models.published);
  // What is public is no secret any more: its name is another.
  await publishDecision(cast.contextFor(officer), { decisionId: publishedDecisionId });
  await unveil(cast, models.published, publishedDecisionId);
  const draftId = await draftOf(cast, writer, { ...textsOf(draftWordOf(writer)), name: `Nháp ${draftWordOf(writer)}` });
  const [receivedId, writtenId] = [await register(cast, holder, 'chờ'), await register(cast, holder, 'ghi')];
  await writeRegister(cast.contextFor(officer), { id: writtenId });
  const [registrant] = await cast.asOwner<{ id: number }>('select registrant_id as id from initiative where id = $1', [
    models.submitted.initiativeId,
  ]);
  const papers = { clerk: cast.contextFor(officer), word };
  const leaver = holder === 'neighbour' ? 'committee_member' : officer;
  return {
    models,
    ...(await bodyOf(papers, unitId)),
    attachmentId: await paperOf(papers, models.submitted.initiativeId),
    learningId: await learnt(cast, models.submitted.initiativeId, word),
    commentId: await commentOn(papers, models.submitted.initiativeId),
    teamId: await hiddenTeam(cast, unitId, word),
    ...(await claimed(cast, writer, models.recognised.initiativeId, word)),
    ...(await proposedBy(cast, actorOf(leaver).id as number, word)),
    registrantId: registrant?.id ?? 0,
    draftId,
    decisionId,
    publishedDecisionId,
    receivedId,
    writtenId,
    personId: actorOf(officer).id as number,
    ...(await invitedTo(cast, wordOf(holder), PLACES[holder].unitId)),
  };
}

const textsOf = (word: string) => Object.fromEntries(PARTS.map((part) => [part, `Phần ${part} ${word}.`]));

async function draftOf(cast: Cast, person: PersonName, content: object): Promise<number> {
  const ctx = cast.contextFor(person);
  const { id, version } = await createDraft(ctx, {});
  await saveDraft(ctx, {
    id,
    version,
    fieldId: fields.economy,
    cycleId: cycles.current,
    levels: ['commune'],
    ...content,
  });
  return id;
}

async function modelOf(cast: Cast, holder: Holder, stage: Stage): Promise<Made> {
  const { writer, officer, unitId } = PLACES[holder];
  const [word, clerk] = [wordOf(holder), cast.contextFor(officer)];
  const id = await draftOf(cast, writer, {
    ...textsOf(word),
    name: `Mô hình ${word} ${stage}`,
    unitId,
    ...(holder === 'neighbour' && { registrantName: `Chi hội ${word}`, subject: 'collective' }),
    // The rows of one commune in a district's annex beside those of the next.
    ...(stage === 'self_assessed' && { levels: ['commune', 'district'] }),
  });
  const { initiativeId } = await submitRegistration(cast.contextFor(writer), { id });
  const rows = await cast.asOwner<{ id: number; level: string; code: string }>(
    'select r.id, r.level, i.code from registration r join initiative i on i.id = r.initiative_id where i.id = $1',
    [initiativeId],
  );
  const idAt = (level: string) => rows.find((row) => row.level === level)?.id ?? 0;
  const [registrationId, districtId, code] = [idAt('commune'), idAt('district'), rows[0]?.code ?? ''];
  const reason = `Lý do ${word}.`;
  if (stage === 'returned') await returnRegistration(clerk, { id: registrationId, reason });
  else if (stage !== 'submitted') {
    await acceptRegistration(clerk, { id: registrationId });
    if (stage !== 'accepted') await selfAssessRegistration(clerk, { id: registrationId, reason });
    if (!['accepted', 'self_assessed'].includes(stage)) {
      const asked = [holder === 'other' ? 2 : 1];
      await giveVerdict(clerk, { registrationId, verdict: 'proposed', asked, met: [], reason });
    }
    if (districtId) {
      await acceptRegistration(clerk, { id: districtId });
      await selfAssessRegistration(clerk, { id: districtId, reason });
    }
  }
  const [row] = await cast.asOwner<{ version: number }>('select version from registration where id = $1', [
    registrationId,
  ]);
  return { initiativeId, registrationId, districtId, version: row?.version ?? 0, code };
}

/** A list of the holder's office, with one good row and one bad. */
async function register(cast: Cast, holder: Holder, what: string): Promise<number> {
  const { officer, unitId, name } = PLACES[holder];
  const word = wordOf(holder);
  const rows = [
    `1 | Mô hình ${word} ${what} | Chi hội ${word} | ${name} | KT | x | | `,
    `2 | Mô hình hỏng ${word} ${what} | Chi hội ${word} | Xã ${word} | KT | x | | `,
  ];
  const place = { cycleId: cycles.current, unitId, fileName: `danh-sach-${word}.xlsx` };
  return receiveList(cast, rows.join('\n'), place, officer);
}
