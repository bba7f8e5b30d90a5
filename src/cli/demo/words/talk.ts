/** One thing that was said: by whom, to whom (`body`: the province's own notes), and who is named in it. */
export interface Said {
  by: string;
  to: 'readers' | 'officers' | 'body';
  text: string;
  names?: string[];
  /** Whoever is named has read it. */
  read?: boolean;
}

/** A thread about a model that came back to its registrant. Sample texts. */
export const ABOUT_RETURN: readonly Said[] = [
  {
    by: 'dangky',
    to: 'readers',
    names: ['xa'],
    read: true,
    text: 'Thưa đồng chí, chi hội đã họp lại về phần được góp ý. Nếu kèm danh sách hộ đăng ký tham gia thì có cần chữ ký của từng hộ không ạ?',
  },
  {
    by: 'xa',
    to: 'readers',
    names: ['dangky'],
    text: 'Không cần chữ ký. Chị ghi số hộ vào phần mục tiêu, còn danh sách thì chụp lại và đính vào phần tệp kèm theo.',
  },
  {
    by: 'hoi',
    to: 'readers',
    names: ['dangky'],
    text: 'Hội tỉnh có mẫu sổ theo dõi của các chi hội đã làm tốt, chi hội có thể dùng lại cho gọn. (Dữ liệu mẫu.)',
  },
  {
    by: 'xa',
    to: 'readers',
    names: ['hoi'],
    text: 'Cảm ơn Hội. Nhờ Hội cho biết thêm năm trước có chi hội nào làm việc tương tự để xã tránh trùng.',
  },
  {
    by: 'xa',
    to: 'officers',
    names: ['tinh'],
    text: 'Tên mô hình gần với một mô hình của Mặt trận ấp năm trước. Đã đề nghị chi hội nêu phần riêng; nhờ tỉnh cho ý kiến thêm.',
  },
  {
    by: 'tinh',
    to: 'officers',
    names: ['xa'],
    text: 'Nếu khác đối tượng và cách làm thì vẫn đăng ký riêng được. Xã ghi rõ chỗ khác ấy trong phần nội dung.',
  },
  {
    by: 'tinh',
    to: 'body',
    names: ['uyvien'],
    text: 'Ghi chú riêng của Ban: khi mô hình này lên cấp tỉnh thì nên đi thực tế trước khi chấm. (Dữ liệu mẫu.)',
  },
  {
    by: 'uyvien',
    to: 'body',
    names: ['tinh'],
    text: 'Đồng ý. Tôi sắp lịch đi cùng chuyến với hai mô hình khác trong cụm biên giới.',
  },
];

/** The province asks another commune's office. */
export const ABOUT_VISIT: readonly Said[] = [
  {
    by: 'tinh',
    to: 'officers',
    names: ['huyen'],
    text: 'Tháng tới đoàn kiểm tra của tỉnh muốn ghé mô hình này. Đơn vị cho biết ngày sinh hoạt gần nhất. (Dữ liệu mẫu.)',
  },
];
