/** Who registers. */
export const vi = {
  'registrant.name': 'Ghi người đăng ký',
  'registrant.name_many': 'Ghi những người đăng ký trong danh sách',
  'registrant.name_missing': 'Hãy ghi tên tập thể hoặc cá nhân đăng ký.',
} as const;
