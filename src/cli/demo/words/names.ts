import type { Dice } from '../dice.ts';

const words = (list: string) => list.split(', ');

// Invented persons: common surnames and given names thrown together. Nobody is meant.
const SURNAMES = words(
  'Nguyễn, Trần, Lê, Phạm, Huỳnh, Võ, Đỗ, Bùi, Hồ, Ngô, Dương, Lý, Trương, Mai, Đinh, Lưu, Tô, Cao',
);
const WOMEN_MIDDLE = words(
  'Thị Bé, Thị Bích, Thị Cẩm, Thị Diễm, Thị Hồng, Thị Kim, Thị Mỹ, Thị Ngọc, Thị Thu, Thị Thúy',
);
const WOMEN_GIVEN = words(
  'An, Bình, Chi, Dung, Giang, Hà, Hạnh, Hương, Lan, Liên, Loan, Nga, Nhung, Phượng, Quyên, Thảo, Trang, Vân, Xuân, Yến',
);
const MEN_MIDDLE = words('Chí, Công, Đình, Hoàng, Hữu, Minh, Ngọc, Quang, Thanh, Trung, Văn');
const MEN_GIVEN = words(
  'Bảo, Bền, Chiến, Đạt, Hải, Hậu, Khánh, Khoa, Lâm, Lộc, Nghĩa, Nhân, Nhựt, Phát, Quý, Sơn, Tài, Thiện, Tính, Toàn, Út, Vinh',
);

/** An invented person's full name; some Khmer families of the delta are named Danh and Thị. */
export function personName(throws: Dice, khmer = false): string {
  const woman = throws.chance(0.45);
  const given = throws.pick(woman ? WOMEN_GIVEN : MEN_GIVEN);
  if (khmer && throws.chance(0.3)) return `${woman ? 'Thị' : 'Danh'} ${given}`;
  return `${throws.pick(SURNAMES)} ${throws.pick(woman ? WOMEN_MIDDLE : MEN_MIDDLE)} ${given}`;
}
