/** A sector system (hệ thống): the second line beside the territory. */
export interface Sector {
  id: number;
  code: string;
  vi: string;
  en: string;
}

/** The sector systems that every province has, in the order of a report. */
export const STANDARD_SECTORS = [
  { code: 'DANG', name_vi: 'Cơ quan Đảng', name_en: 'Party bodies' },
  { code: 'CQ', name_vi: 'Chính quyền', name_en: 'Government' },
  { code: 'MTTQ', name_vi: 'Mặt trận Tổ quốc', name_en: 'Fatherland Front' },
  { code: 'PN', name_vi: 'Hội Liên hiệp Phụ nữ', name_en: 'Women’s Union' },
  { code: 'ND', name_vi: 'Hội Nông dân', name_en: 'Farmers’ Union' },
  { code: 'TN', name_vi: 'Đoàn Thanh niên', name_en: 'Youth Union' },
  { code: 'CCB', name_vi: 'Hội Cựu chiến binh', name_en: 'Veterans’ Association' },
  { code: 'CD', name_vi: 'Công đoàn', name_en: 'Trade union' },
  { code: 'LLVT', name_vi: 'Lực lượng vũ trang', name_en: 'Armed forces' },
  { code: 'GD', name_vi: 'Trường học', name_en: 'Schools' },
  { code: 'DN', name_vi: 'Doanh nghiệp, hợp tác xã', name_en: 'Enterprises and cooperatives' },
] as const;
