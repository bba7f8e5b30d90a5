/** A new password by a letter to the own address. */
export const vi = {
  'reset.ask': 'Xin thư đặt lại mật khẩu',
  'reset.issue': 'Gửi thư đặt lại mật khẩu',
  'reset.finish': 'Đặt lại mật khẩu bằng thư',
  'reset.title': 'Quên mật khẩu',
  'reset.sub': 'Nhập địa chỉ thư đã ghi trong tài khoản; thư sẽ có một đường dẫn để đặt mật khẩu mới.',
  'reset.do_ask': 'Gửi thư cho tôi',
  'reset.asked': 'Nếu địa chỉ này thuộc một tài khoản, thư sẽ tới trong vài phút.',
  'reset.asked_more':
    'Đường dẫn trong thư dùng được một lần, trong 30 phút. Không thấy thư? Hãy xem mục thư rác, hoặc hỏi người quản trị của tỉnh.',
  'reset.no_mail': 'Nơi này chưa gửi được thư. Hãy liên hệ người quản trị của tỉnh để được cấp lại mật khẩu.',
  'reset.too_many': 'Đã gửi nhiều thư trong ít phút. Hãy thử lại sau {minutes} phút.',
  'reset.new_title': 'Đặt mật khẩu mới',
  'reset.do_finish': 'Đặt mật khẩu mới',
  'reset.over': 'Đường dẫn này đã dùng rồi hoặc đã quá hạn. Hãy xin thư mới.',
  'reset.again': 'Xin thư mới',
  'reset.finished': 'Đã đặt mật khẩu mới. Mọi thiết bị đã được đăng xuất; hãy đăng nhập lại.',
  'reset.letter_subject': 'Đặt lại mật khẩu Khéo',
  'reset.letter':
    'Kính gửi {name},\n\nCó người xin đặt lại mật khẩu của tài khoản {username} trên Khéo. Nếu đúng là đồng chí, hãy mở đường dẫn này trong {minutes} phút; đường dẫn chỉ dùng được một lần:\n\n{link}\n\nNếu không phải, đồng chí không cần làm gì: mật khẩu vẫn như cũ.\n',
} as const;
