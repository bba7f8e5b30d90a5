/** Signing in by a provider elsewhere. */
export const vi = {
  'single_sign_on.begin': 'Bắt đầu đăng nhập một cửa',
  'single_sign_on.take': 'Trở về từ nơi đăng nhập một cửa',
  'single_sign_on.enter': 'Đăng nhập một cửa',
  'single_sign_on.link': 'Liên kết đăng nhập một cửa',
  'single_sign_on.unlink': 'Bỏ liên kết đăng nhập một cửa',
  'single_sign_on.title': 'Đăng nhập bằng {label}',
  'single_sign_on.sub': 'Đăng nhập một cửa, không cần nhập mật khẩu ở đây.',
  'single_sign_on.linked': 'Đã liên kết từ {since}',
  'single_sign_on.state_on': 'Đã liên kết',
  'single_sign_on.state_off': 'Chưa liên kết',
  'single_sign_on.link_help': 'Đồng chí sẽ được đưa tới {label} để đăng nhập, rồi trở về đây.',
  'single_sign_on.do_link': 'Tới {label}',
  'single_sign_on.do_confirm': 'Xác nhận',
  'single_sign_on.do_unlink': 'Bỏ liên kết',
  'single_sign_on.unlinked': 'Đã bỏ liên kết.',
  'single_sign_on.now_linked': 'Đã liên kết. Từ nay có thể đăng nhập bằng {label}.',
  'single_sign_on.off': 'Nơi này không dùng đăng nhập một cửa.',
  'single_sign_on.failed': 'Đăng nhập một cửa chưa xong hoặc đã quá lâu. Hãy thử lại từ đầu.',
  'single_sign_on.unknown':
    'Chưa có tài khoản nào liên kết với người này. Hãy đăng nhập bằng mật khẩu, rồi liên kết ở trang Tài khoản của tôi.',
  'single_sign_on.unreachable': 'Chưa liên lạc được với nơi đăng nhập một cửa. Hãy dùng mật khẩu, hoặc thử lại sau.',
  'single_sign_on.only_way':
    'Tài khoản này chưa có mật khẩu: bỏ liên kết thì không vào được nữa. Hãy đặt mật khẩu trước.',
  'single_sign_on.do_claim': 'Mở tài khoản bằng {label}',
  'single_sign_on.claim_help': 'Không cần mật khẩu ở đây; tên đăng nhập được đặt theo họ tên.',
  'single_sign_on.taken': 'Người này đã liên kết với một tài khoản khác, hoặc tài khoản này đã liên kết rồi.',
} as const;
