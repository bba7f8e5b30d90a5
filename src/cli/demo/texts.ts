import { type Dice, dice } from './dice.ts';
import type { Model } from './model.ts';
import type { Place } from './places.ts';
import type { Kind } from './themes/theme.ts';

/** The nine parts of the form but for the name. */
export interface Parts {
  reason: string;
  objectives: string;
  content: string;
  place: string;
  forces: string;
  resources: string;
  outputs: string;
  sustaining: string;
}

const NOTHING: Parts = {
  reason: '',
  objectives: '',
  content: '',
  place: '',
  forces: '',
  resources: '',
  outputs: '',
  sustaining: '',
};

const HELPERS: Record<Kind, string> = {
  party: 'Ban nhân dân, Ban Công tác Mặt trận và các chi hội',
  government: 'Mặt trận Tổ quốc và các đoàn thể',
  front: 'các đoàn thể và người có uy tín',
  women: 'Hội Nông dân, Trạm Y tế và chi bộ ấp',
  farmers: 'cán bộ khuyến nông, Hội Phụ nữ và chi bộ ấp',
  youth: 'nhà trường, Công an và Hội Phụ nữ',
  veterans: 'Công an, Mặt trận và Đoàn Thanh niên',
  union: 'Mặt trận và ban giám đốc các đơn vị',
  forces: 'Mặt trận, Hội Cựu chiến binh và nhân dân',
  health: 'Hội Phụ nữ, nhà trường và tổ y tế ấp',
  schools: 'Ban đại diện cha mẹ học sinh, Đoàn Thanh niên và Hội Khuyến học',
  enterprises: 'Hội Nông dân và Ủy ban nhân dân xã',
};

const LASTING = [
  'Cách làm đơn giản, ít tốn kém, hộ dân tự quản nên có thể duy trì; sau một năm sẽ mời các ấp lân cận đến học tập.',
  'Có quy ước do chính người dân bàn, có sổ theo dõi và người kế tục; đề nghị nhân rộng ra toàn xã.',
  'Nguồn quỹ tự xoay vòng, không phụ thuộc ngân sách; mỗi quý rà soát và điều chỉnh mức tham gia.',
  'Đã đưa vào chương trình công tác năm của đơn vị; khi thay đổi người phụ trách có bàn giao bằng văn bản.',
];

/** The text of a model's version: all nine parts, or, for most, the one line that a list has. Labelled as sample data. */
export function partsOf(model: Model, year: number): Parts {
  const throws = dice('text', model.place.code, model.registrant.name, model.name);
  const fill = filler(model, year, throws);
  const { theme, registrant, place } = model;
  const where = registrant.at === place.inText ? place.inText : `${registrant.at}, ${place.inText}`;
  if (!model.full) return { ...NOTHING, content: fill(theme.how), place: `${capital(where)}.` };
  const helpers = fill(registrant.kind ? HELPERS[registrant.kind] : 'chi bộ, Ban Công tác Mặt trận và bà con lối xóm');
  const from = throws.int(2, 4);
  return {
    reason: fill(theme.why),
    objectives: fill(theme.aim),
    content: fill(theme.how),
    place: `Địa bàn: ${where}. Đối tượng thụ hưởng: ${fill(theme.whom)}`,
    // A person's name stays out of the text: the model may be made public without it.
    forces: `Chủ trì: ${registrant.subject === 'individual' ? 'cá nhân đăng ký' : registrant.name}. Phối hợp: ${helpers}. Tham gia: ${fill('{nguoi} người dân tình nguyện.')}`,
    resources: fill(
      `Kinh phí dự kiến {tien} triệu đồng, chủ yếu do nhân dân đóng góp. Thời gian: từ tháng ${from} đến tháng ${throws.int(9, 11)} năm {nam}.`,
    ),
    outputs: fill(theme.out),
    sustaining: `${fill(throws.pick(LASTING))} (Dữ liệu mẫu.)`,
  };
}

/** Fills the templates of one model: the same number wherever the same slot stands. */
function filler({ registrant, place }: Model, year: number, throws: Dice): (template: string) => string {
  const values: Record<string, string> = {
    noi: registrant.at,
    xa: place.inText,
    ho: String(throws.int(12, 160)),
    nguoi: String(throws.int(15, 220)),
    tien: String(throws.int(3, 48) * 5),
    km: `${throws.int(0, 3)},${throws.int(3, 9)}`,
    pt: String(throws.int(82, 98)),
    so: String(throws.int(3, 14)),
    nam: String(year),
  };
  return (template) => localised(template, place).replace(/\{(\w+)\}/g, (whole, slot: string) => values[slot] ?? whole);
}

const HAMLET = /(?<!\p{L})ấp(?!\p{L})/gu;
/** Not the word in "xã hội" and "hợp tác xã". */
const COMMUNE = /(?<!\p{L}|hợp tác )xã(?! hội)(?!\p{L})/gu;

const QUARTERED: Record<string, string> = { ward: 'phường', township: 'thị trấn', special_zone: 'đặc khu' };

/** The templates speak of communes (xã) and their hamlets (ấp); wards, townships and special zones have quarters (khu phố). */
export function localised(template: string, { kind }: Place): string {
  const word = QUARTERED[kind];
  return word ? template.replace(HAMLET, 'khu phố').replace(COMMUNE, word) : template;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
