/** Who registers. */
export const vi = {
  'registrant.name': 'Ghi người đăng ký',
  'registrant.name_many': 'Ghi những người đăng ký trong danh sách',
  'registrant.name_missing': 'Hãy ghi tên tập thể hoặc cá nhân đăng ký.',
  'registrant.other_sector':
    'Tên này đã có ở đơn vị, nhưng không thuộc hệ thống của bạn; hãy nhờ cán bộ của đơn vị đăng ký, hoặc ghi tên khác.',
} as const;
