/** What is wished for of models that others have, and what is answered. Sample texts. */
export const WISHES = [
  'Đơn vị có ba khu phố muốn làm theo, xin được xem cách họp dân bàn mức góp và sổ theo dõi.',
  'Xã biên giới muốn học cách giữ sinh hoạt tổ đều đặn khi người dân đi làm xa.',
  'Chi hội muốn xem nội quy, cách chia tổ và cách nêu gương hộ làm tốt.',
  'Xin được nghe cách gây quỹ ban đầu.',
] as const;

export const ANSWERS = {
  welcome: 'Tổ mời đoàn đến dự buổi sinh hoạt tháng; mang theo sổ tay để ghi mẫu nội quy. (Dữ liệu mẫu.)',
  decline: 'Tổ đang kiện toàn lại người phụ trách, hẹn các đồng chí sang quý sau.',
};

/** What readers note beside their scores, by how many lines they found unmet. */
export const NOTES = [
  'Đủ các tiêu chí, số liệu rõ. (Dữ liệu mẫu.)',
  'Còn thiếu căn cứ cho phần duy trì lâu dài. (Dữ liệu mẫu.)',
  'Chưa thấy minh chứng cho nhiều tiêu chí, đề nghị kiểm tra thực tế. (Dữ liệu mẫu.)',
];

export const STAGED = 'Đạt các tiêu chí, ba phiếu tương đối thống nhất. (Dữ liệu mẫu.)';

/** What was seen on a visit. */
export const SEEN =
  'Đã dự buổi sinh hoạt tổ, xem sổ theo dõi và gặp năm hộ tham gia: hoạt động đều, các hộ nắm được quy ước. (Dữ liệu mẫu.)';
