/** Who registers. */
export const vi = {
  'registrant.name': 'Ghi người đăng ký',
  'registrant.name_many': 'Ghi những người đăng ký trong danh sách',
  'registrant.name_missing': 'Hãy ghi tên tập thể hoặc cá nhân đăng ký.',
  'registrant.other_sector':
    'Tên này đã có ở đơn vị, nhưng không thuộc hệ thống của đồng chí; hãy nhờ cán bộ của đơn vị đăng ký, hoặc ghi tên khác.',
  'registrant.set_sector': 'Xếp chủ thể vào hệ thống',
  'registrant.none_chosen': 'Hãy chọn ít nhất một chủ thể.',
  'registrant.sector_missing': 'Hãy chọn hệ thống.',
  'registrant.only_offices': 'Xếp hệ thống là việc của cán bộ đơn vị và người quản trị.',
  'registrant.sectors': 'Hệ thống',
  'registrant.sectors_sub':
    'Mỗi chủ thể đăng ký có thể thuộc một hệ thống. Bản đăng ký đi theo chủ thể của nó; tổng theo đơn vị và tổng theo hệ thống là hai cách chia của cùng một tập.',
  'registrant.sector': 'Hệ thống',
  'registrant.sector_choose': 'Chọn hệ thống',
  'registrant.sector_in': 'Đã xếp',
  'registrant.sector_suggested': 'Gợi ý theo tên',
  'registrant.sector_unguessed': 'Chưa rõ hệ thống',
  'registrant.sector_unguessed_intro':
    'Tên không nói rõ thuộc hệ thống nào, hoặc là tên cá nhân. Chọn những chủ thể cùng hệ thống rồi xếp một lần.',
  'registrant.sector_suggested_intro':
    'Tên của những chủ thể này cho thấy hệ thống nên xếp. Bỏ chọn những tên không đúng rồi xác nhận.',
  'registrant.sector_in_intro': 'Chọn những chủ thể xếp nhầm rồi chuyển sang hệ thống khác.',
  'registrant.sector_suggested_title': 'Gợi ý: {sector}',
  'registrant.sector_in_title': 'Đã xếp: {sector}',
  'registrant.sector_assign': 'Xếp vào hệ thống',
  'registrant.sector_assigned': 'Đã xếp. Các bản đăng ký đang làm, và bản cũ chưa có hệ thống, đã đi theo.',
  'registrant.sector_empty': 'Không có chủ thể nào ở nhóm này.',
  'registrant.sector_range': '{from}–{to} trong {total} chủ thể',
  'registrant.sector_back': 'Mọi hệ thống',
  'registrant.several': 'Chủ thể',
} as const;
