import { type SheetColumn, writeCsv, writeXlsx } from '../src/platform/server/sheet-writer.ts';

/** A commune that a register may name, with the district that it lies in. */
export interface Place {
  name: string;
  district: string;
}

export const REGISTER_ROWS = 7_736;
export const BAD_ROWS = 40;

const BEGINNINGS = [
  'Vận động',
  'Tổ tự quản',
  'Câu lạc bộ',
  'Chi hội',
  'Mỗi nhà một',
  'Cùng nhau',
  'Tuyến đường',
  'Nhóm hộ',
  'Đội xung kích',
  'Quỹ',
];
const THINGS = [
  'tiết kiệm nuôi heo đất',
  'trồng hoa ven lộ',
  'giữ sạch dòng kênh',
  'thắp sáng lối xóm',
  'giúp nhau làm lúa sạch',
  'hiến đất làm cầu',
  'nói không với rác nhựa',
  'kèm trẻ học chữ',
];
const WAYS = [
  'ở xóm trên',
  'ở xóm dưới',
  'trong vụ đông xuân',
  'cùng hội viên',
  'theo tổ đoàn kết',
  'bằng sổ góp chung',
];
const WHO = [
  'Chi hội Phụ nữ ấp',
  'Chi hội Nông dân ấp',
  'Chi đoàn ấp',
  'Ban Công tác Mặt trận ấp',
  'Tổ nhân dân tự quản ấp',
];
const FIELDS = ['Kinh tế', 'Văn hóa - xã hội', 'Quốc phòng - an ninh', 'Xây dựng hệ thống chính trị'];

const COLUMNS: SheetColumn[] = [
  'STT',
  'Tên mô hình',
  'Chủ thể đăng ký',
  'Loại hình',
  'Xã, phường, thị trấn',
  'Huyện, thành phố',
  'Lĩnh vực',
  'Nội dung và cách làm',
].map((title, at) => ({ title, kind: at === 0 ? 'number' : 'text', width: 20 }));
const TITLES = ['BAN DÂN VẬN', 'DANH SÁCH ĐĂNG KÝ MÔ HÌNH “DÂN VẬN KHÉO”'];

/** A register as an office sends it, the same for the same `run`: 7,736 rows over all places, 40 of which name no known place. */
export async function registerFile(places: readonly Place[], run: number, format: 'xlsx' | 'csv'): Promise<Buffer> {
  const rows = Array.from({ length: REGISTER_ROWS }, (_, at) => rowOf(places, run, at));
  const pieces =
    format === 'csv' ? writeCsv(COLUMNS, rows) : writeXlsx(COLUMNS, rows, { sheet: 'Danh sách', titleLines: TITLES });
  return Buffer.concat(await Array.fromAsync(pieces));
}

function rowOf(places: readonly Place[], run: number, at: number) {
  const { name, district } = places[at % places.length] as Place;
  const pick = <T>(list: readonly T[], step: number) => list[Math.floor(at / step) % list.length] as T;
  const thing = pick(THINGS, 7);
  const model = `${pick(BEGINNINGS, 1)} ${thing} ${pick(WAYS, 3)} đợt ${run} số ${at + 1}`;
  const isBad = at % Math.floor(REGISTER_ROWS / BAD_ROWS) === 0 && at / Math.floor(REGISTER_ROWS / BAD_ROWS) < BAD_ROWS;
  const who = `${pick(WHO, 2)} ${1 + (at % 9)}`;
  const content = `Bà con ${thing}, phân công từng hộ, cuối tháng họp lại và công khai kết quả.`;
  return [at + 1, model, who, 'Tập thể', isBad ? 'Xã Không Có Tên' : name, district, pick(FIELDS, 5), content];
}
