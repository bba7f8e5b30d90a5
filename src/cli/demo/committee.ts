import { createBody } from '#modules/people/body/server/actions.ts';
import { addMember, addRegulation } from '#modules/people/body/server/actions-members.ts';
import { actIn } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { Place } from './places.ts';
import { REORGANISED_ON } from './words/acts.ts';

/** Members of the demo's committee: who has an account by its name, the others as invented persons. */
const MEMBERS = [
  { fullName: 'Đỗ Minh Nghĩa', role: 'head', charge: 'Chỉ đạo chung' },
  { username: 'tinh', role: 'standing_deputy', charge: 'Cơ quan Thường trực' },
  { fullName: 'Cao Thị Hồng Xuân', role: 'deputy', charge: 'Hội Liên hiệp Phụ nữ' },
  { username: 'uyvien', role: 'member', charge: 'Văn hóa - xã hội' },
  { fullName: 'Lý Thanh Sơn', role: 'secretary', charge: '' },
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
  await addRegulation.within(act, { id, file: { name: 'Quy chế làm việc (mẫu).pdf', bytes: regulation() } });
}

/** A page that says what it is, as the smallest file that every reader opens. */
function regulation(): Uint8Array {
  const text = 'BT /F1 16 Tf 72 760 Td (QUY CHE LAM VIEC - Du lieu mau / sample data) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
