/** Words that belong to no module: refusals and forms. */
export const vi = {
  'refusal.characters': 'Nội dung gửi lên có ký tự không lưu được. Hãy xoá ký tự lạ rồi gửi lại.',
  'refusal.missing': 'Không tìm thấy, hoặc nằm ngoài phạm vi được giao của đồng chí.',
  'refusal.key_reused':
    'Biểu này đã được gửi với nội dung khác. Nội dung vừa nhập vẫn còn ở đây; hãy mở lại trang rồi gửi lại.',
  'refusal.read_only': 'Tài khoản này chỉ được xem, không được thay đổi.',
  'refusal.not_yours': 'Việc này thuộc quyền của đơn vị khác.',
  'form.invalid': 'Còn chỗ cần sửa trước khi gửi.',
  'form.too_big': 'Nội dung dài quá {max} ký tự; hãy rút gọn.',
  'form.too_small': 'Chưa nhập nội dung.',
  'form.invalid_type': 'Chưa nhập nội dung.',
  'form.invalid_value': 'Lựa chọn không có trong danh sách.',
  'form.invalid_format': 'Nội dung chưa đúng cách ghi.',
  'form.custom': 'Nội dung chưa đúng.',
  'form.unrecognized_keys': 'Có ô không thuộc biểu này.',
} as const;
