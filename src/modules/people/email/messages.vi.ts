/** The address to which a person's letters go. */
export const vi = {
  'email.ask': 'Ghi địa chỉ thư',
  'email.issue': 'Gửi thư xác nhận địa chỉ',
  'email.take': 'Xác nhận địa chỉ thư',
  'email.set_of': 'Đặt địa chỉ thư cho người khác',
  'email.own_elsewhere': 'Địa chỉ thư của mình thì đặt ở trang Tài khoản của tôi.',
  'email.do_set': 'Đổi địa chỉ thư',
  'email.set': 'Đã đổi địa chỉ thư.',
  'email.set_help':
    'Để trống là bỏ địa chỉ. Địa chỉ cũ nhận được thư báo; lời mời và thư đặt lại mật khẩu đã gửi không còn dùng được.',
  'email.changed_subject': 'Địa chỉ thư trên Khéo đã thay đổi',
  'email.changed_letter':
    'Kính gửi {name},\n\nNgười quản trị đã đổi địa chỉ thư của đồng chí trên Khéo; địa chỉ này không còn được dùng. Nếu đồng chí không biết về việc này, hãy liên hệ người quản trị của đơn vị ngay.\n',
  'email.title': 'Địa chỉ thư',
  'email.sub': 'Để tự đặt lại mật khẩu khi quên.',
  'email.none': 'Chưa có',
  'email.present': 'Đang dùng: {email}',
  'email.field': 'Địa chỉ thư mới',
  'email.field_help': 'Ví dụ: le.thi.hoa@example.vn',
  'email.missing': 'Hãy nhập địa chỉ thư.',
  'email.shape': 'Địa chỉ thư có dạng ten@noi.vn.',
  'email.taken': 'Địa chỉ này đã thuộc tài khoản khác.',
  'email.do_ask': 'Gửi thư xác nhận',
  'email.asked': 'Đã gửi thư. Hãy mở đường dẫn trong thư để xác nhận địa chỉ.',
  'email.do_take': 'Đây là địa chỉ của tôi',
  'email.take_help': 'Bấm để ghi địa chỉ vừa nhận thư vào tài khoản này.',
  'email.proven': 'Đã ghi địa chỉ thư.',
  'email.letter_subject': 'Xác nhận địa chỉ thư trên Khéo',
  'email.letter':
    'Kính gửi {name},\n\nĐể nhận thư của Khéo ở địa chỉ này, hãy mở đường dẫn sau trong {minutes} phút, trên máy đang đăng nhập:\n\n{link}\n\nNếu đồng chí không yêu cầu, xin bỏ qua thư này.\n',
} as const;
