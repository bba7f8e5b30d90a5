/** What was found of models after their recognition, as officers write it. Sample texts. */
export const NEEDS_SUPPORT = [
  'Quỹ còn ít, đề nghị hỗ trợ thêm vốn mồi để duy trì.',
  'Người phụ trách đã lớn tuổi, cần bồi dưỡng người kế tục.',
  'Số hộ tham gia giảm, đề nghị Mặt trận cùng vận động lại.',
];

export const STOPPED = [
  'Đã hoàn thành mục tiêu, tuyến đường được Nhà nước đầu tư.',
  'Nhóm nòng cốt chuyển công tác, nhiều tháng không còn sinh hoạt.',
  'Nhập chung vào mô hình của khu dân cư văn hóa.',
];

export const REVOKED = [
  'Kiểm tra thực tế không còn hoạt động mà báo cáo vẫn ghi hiệu quả, hội đồng thống nhất thu hồi.',
];

/** How one model learnt from another: what it kept, changed and dropped. */
export const LEARNT = [
  {
    kept: 'Cách họp dân bàn mức góp và công khai thu chi từng đợt.',
    changed: 'Góp theo mùa vụ thay cho góp hằng tháng.',
    dropped: 'Không lập tổ giám sát riêng, giao Ban công tác Mặt trận.',
  },
  {
    kept: 'Tổ nòng cốt năm người và lịch sinh hoạt hằng tháng.',
    changed: 'Sinh hoạt tại nhà văn hóa ấp, mời thêm đoàn viên thanh niên.',
    dropped: '',
  },
  {
    kept: 'Nội quy, sổ theo dõi và cách nêu gương hộ làm tốt.',
    changed: 'Thêm nhóm Zalo để báo tin nhanh.',
    dropped: 'Bỏ phần đóng góp bắt buộc.',
  },
];

/** What models brought about, by the field's place: kind, name, the least and the most of it. */
export const BROUGHT = [
  { kind: 'km', name: 'Đường nông thôn được làm mới', least: 1, most: 6 },
  { kind: 'households', name: 'Hộ tham gia cam kết môi trường', least: 15, most: 220 },
  { kind: 'people', name: 'Người tham gia tổ tự quản', least: 10, most: 90 },
  { kind: 'people', name: 'Người dân được tiếp, đối thoại', least: 20, most: 180 },
] as const;
export const GIVEN = [
  { kind: 'money', name: 'Tiền nhân dân đóng góp', least: 5, most: 400 },
  { kind: 'labour_days', name: 'Ngày công đóng góp', least: 20, most: 600 },
] as const;
