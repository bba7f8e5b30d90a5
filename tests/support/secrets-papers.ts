import { attach } from '../../src/modules/initiatives/attachment/server/actions.ts';
import { writeComment } from '../../src/modules/initiatives/comment/server/actions.ts';
import { launch } from '../../src/modules/initiatives/launch/server/actions.ts';
import { createBody } from '../../src/modules/people/body/server/actions.ts';
import { addMember, addRegulation } from '../../src/modules/people/body/server/actions-members.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { type Cast, cycles, type PersonName, units } from './cast.ts';

/** Who brings papers in, and the word that is hidden in them. */
interface Papers {
  clerk: Context;
  word: string;
}

const pdf = (word: string) => Buffer.from(`%PDF-1.7 ${word}`);

/** A paper of a model. */
export async function paperOf({ clerk, word }: Papers, id: number): Promise<number> {
  const files = [{ name: `bien-ban-${word}.pdf`, bytes: pdf(word) }];
  return (await attach(clerk, { id, caption: `Biên bản ${word}`, files, keepPlace: false })).ids[0] as number;
}

/** The word in what the district has launched. */
export const LAUNCH_WORD = 'zqphatdong';
/** Whom it reaches: the district, its communes, and who sees everything; not the province above. */
export const HEARS: readonly PersonName[] = [
  ...(['commune_officer', 'committee_member', 'sibling_officer'] as const),
  ...(['district_officer', 'administrator', 'auditor'] as const),
];

/** What the district sends down to its communes, with a paper. */
export async function districtLaunches(cast: Cast): Promise<number> {
  const word = LAUNCH_WORD;
  const files = [{ name: `ke-hoach-${word}.pdf`, bytes: pdf(word) }];
  const sent = { cycleId: cycles.current, unitId: units.district, title: `Phát động ${word}`, words: word, files };
  return (await launch(cast.contextFor('district_officer'), sent)).id;
}

/** A council of a unit, with a member and a regulation. */
export async function bodyOf({ clerk, word }: Papers, unitId: number) {
  const facts = { foundingNumber: `5-QĐ/${word}`, foundedOn: '01/02/2026', standingOffice: `Văn phòng ${word}` };
  const { id: bodyId } = await createBody(clerk, { kind: 'council', unitId, name: `Hội đồng ${word}`, ...facts });
  const member = { fullName: `Ủy viên ${word}`, role: 'head' as const, charge: word, from: '01/02/2026' };
  await addMember(clerk, { id: bodyId, ...member });
  const file = { name: `quy-che-${word}.pdf`, bytes: pdf(word) };
  return { bodyId, regulationId: (await addRegulation(clerk, { id: bodyId, file })).fileId };
}

/** A comment on a model, to everybody who reads it. */
export async function commentOn({ clerk, word }: Papers, id: number): Promise<number> {
  return (await writeComment(clerk, { id, audience: 'readers', text: `Ý kiến ${word}`, mentions: [] })).id;
}

/** A private note of the commune's body on a model. */
export async function noteOn(clerk: Context, id: number, text: string): Promise<void> {
  await writeComment(clerk, { id, audience: `body-${units.commune}`, text, mentions: [] });
}
