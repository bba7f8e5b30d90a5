/** Advice on names; it never keeps anything from being sent. */
export const vi = {
  'naming.title': 'Góp ý về tên',
  'naming.intro': 'Chỉ là góp ý; đồng chí vẫn gửi được với tên này.',
  'naming.suggestions': 'Có thể đặt là',
  'naming.earlier': 'Tên trước đây',
  'naming.typo_or_encoding': 'Có chữ gõ sai, mất dấu hoặc sai bảng mã.',
  'naming.shouting': 'Viết toàn chữ hoa hoặc có dấu chấm than; viết chữ thường dễ đọc hơn.',
  'naming.too_long': 'Dài quá; giữ lại việc làm và nơi làm.',
  'naming.abbreviation_only': 'Chỉ có chữ viết tắt; người ngoài không hiểu. Hãy viết đầy đủ.',
  'naming.copied_slogan': 'Là khẩu hiệu chung, chưa phải tên riêng của mô hình.',
  'naming.generic': 'Chung chung: tên này đặt cho mô hình nào cũng được.',
  'naming.says_result_only': 'Chỉ nói kết quả; hãy nói cách làm.',
  'naming.no_action': 'Chưa nói làm việc gì.',
  'naming.no_place_or_group': 'Chưa nói ở đâu hoặc cho ai (ấp, khóm, trường, chi hội …).',
};
