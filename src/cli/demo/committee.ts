import { createBody } from '#modules/people/body/server/actions.ts';
import { addMember, addRegulation } from '#modules/people/body/server/actions-members.ts';
import { actIn } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { samplePdf } from './pdf.ts';
import type { Place } from './places.ts';
import { REORGANISED_ON } from './words/acts.ts';

/** Members of the demo's committee: who has an account by its name, the head as an invented person. */
const MEMBERS = [
  { fullName: 'Đỗ Minh Nghĩa', role: 'head', charge: 'Chỉ đạo chung' },
  { username: 'tinh', role: 'standing_deputy', charge: 'Cơ quan Thường trực' },
  { username: 'uyvien2', role: 'deputy', charge: 'Hội Liên hiệp Phụ nữ' },
  { username: 'uyvien', role: 'member', charge: 'Văn hóa - xã hội' },
  { username: 'uyvien3', role: 'secretary', charge: '' },
] as const;

/** The steering committee of the province that came of the reorganisation, with its members and its working regulation. */
export async function foundCommittee(tx: WriteDb, ctx: Context, province: Place): Promise<void> {
  const act = actIn(tx, { ...ctx, now: new Date(`${REORGANISED_ON}T08:00:00+07:00`) });
  const from = formatDay(REORGANISED_ON, 'vi');
  const { id } = await createBody.within(act, {
    kind: 'steering_committee',
    unitId: province.id,
    name: `Ban Chỉ đạo phong trào thi đua “Dân vận khéo” ${province.inText}`,
    foundingNumber: '01-QĐ/TU (số mẫu)',
    foundedOn: from,
    mergedWith: '',
    standingOffice: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
  });
  for (const member of MEMBERS) await addMember.within(act, { id, ...member, from });
  await addRegulation.within(act, {
    id,
    file: { name: 'Quy chế làm việc (mẫu).pdf', bytes: samplePdf('QUY CHE LAM VIEC') },
  });
}
