/** Sector systems: the second line beside the territory. */
export const vi = {
  'sector.ensure': 'Ghi các hệ thống',
  'sector.set_unit': 'Xếp đơn vị vào hệ thống',
  'sector.units': 'Đơn vị thuộc hệ thống',
  'sector.units_intro': 'Một đơn vị cũng có thể thuộc một hệ thống, kể từ một ngày.',
  'sector.units_none': 'Chưa có đơn vị nào.',
  'sector.unit_code': 'Mã đơn vị',
  'sector.unit_code_help': 'Mã hiện nay, ghi ở trang Đơn vị.',
  'sector.unit_missing': 'Hãy ghi mã của một đơn vị hiện có.',
  'sector.missing': 'Hãy chọn hệ thống.',
  'sector.none': 'Không thuộc hệ thống nào',
  'sector.from': 'Từ ngày',
  'sector.day_missing': 'Hãy ghi ngày, ví dụ 24/02/2020.',
  'sector.only_administrators': 'Chỉ người quản trị xếp đơn vị vào hệ thống.',
  'sector.unit_placed': 'Đã ghi hệ thống của đơn vị.',
  'sector.since': 'Từ {day}',
} as const;
