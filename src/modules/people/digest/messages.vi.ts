/** The letter of the day in which a person reads what waits. */
export const vi = {
  'digest.title': 'Nhắc việc qua thư',
  'digest.sub': 'Mỗi ngày nhiều nhất một thư, chỉ khi còn việc đến hạn hoặc quá hạn.',
  'digest.field': 'Gửi thư nhắc việc',
  'digest.daily': 'Mỗi ngày làm việc',
  'digest.weekly': 'Mỗi tuần, vào ngày làm việc đầu tuần',
  'digest.none': 'Không gửi',
  'digest.none_note': 'Việc đang chờ vẫn có ở trang Việc của tôi.',
  'digest.no_email': 'Tài khoản chưa có địa chỉ thư, nên chưa nhận được thư nhắc.',
  'digest.set_email': 'Ghi địa chỉ thư',
  'digest.missing': 'Hãy chọn một cách.',
  'digest.do_choose': 'Lưu',
  'digest.chosen': 'Đã lưu.',
  'digest.choose': 'Chọn cách nhận thư nhắc việc',
  'digest.queue': 'Chuẩn bị thư nhắc việc trong ngày',
  'digest.queue_of': 'Chuẩn bị thư nhắc cho đơn vị',
  'digest.claim': 'Gửi một thư nhắc việc',
  'digest.finish': 'Ghi nhận thư nhắc việc đã gửi',
  'digest.letter_subject': 'Khéo: {count} việc đến hạn hoặc quá hạn',
  'digest.letter':
    'Kính gửi {name},\n\nCác việc sau đang chờ đồng chí:\n\n{lines}\n\nMọi việc đang chờ: {home}\n\nThư này gửi nhiều nhất mỗi ngày một lần. Nhận ít hơn, hoặc thôi nhận: {choose}\n',
} as const;
