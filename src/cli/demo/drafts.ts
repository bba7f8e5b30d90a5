import { type DraftContent, DraftContent as schema } from '#modules/initiatives/registration/schema.ts';
import type { Member } from './accounts.ts';
import { addDays } from './days.ts';
import type { Row } from './insert.ts';
import type { Cycle } from './movement.ts';
import type { Tree } from './state.ts';

/** What people of the demo are still writing: the registrant two models, the commune's officer one. */
export function draftRows(people: readonly Member[], tree: Tree, cycle: Cycle, today: string): Row[] {
  const by = (username: string) => people.find((member) => member.username === username) as Member;
  const [registrant, officer] = [by('dangky'), by('xa')];
  const drafts: [owner: Member, daysAgo: number, content: Partial<DraftContent>][] = [
    [
      registrant,
      2,
      {
        name: 'Tổ phụ nữ tiết kiệm mua bảo hiểm y tế cho con',
        reason: 'Nhiều chị em đi làm thuê theo mùa, đầu năm học không đủ tiền mua thẻ bảo hiểm y tế cho con.',
        objectives: 'Vận động 35 hội viên tham gia, 60 em nhỏ có thẻ trước ngày khai giảng.',
        content: 'Mỗi tuần để dành một ít, tổ trưởng ghi sổ; ưu tiên hộ đông con.',
        place: 'Các tổ phụ nữ trong ấp; người thụ hưởng là trẻ em và học sinh.',
        fieldId: 2,
      },
    ],
    [registrant, 9, { name: 'Đổi rác nhựa lấy trứng gà', fieldId: 2 }],
    [officer, 4, { name: 'Trả kết quả hồ sơ tại nhà cho người cao tuổi', subject: 'collective', fieldId: 4 }],
  ];
  return drafts.map(([owner, daysAgo, content], at) => ({
    id: at + 1,
    owner_id: owner.id,
    kind: 'registration',
    content: schema.parse({
      unitId: (tree === 'since' ? owner.since : owner).place.id,
      registrantName: owner.registrant?.name ?? '',
      subject: owner.registrant?.subject ?? '',
      cycleId: cycle.id,
      levels: ['commune'],
      ...content,
    }),
    version: 1 + at,
    created_at: `${addDays(today, -daysAgo)}T08:10:00+07:00`,
    updated_at: `${addDays(today, -daysAgo)}T08:40:00+07:00`,
  }));
}
