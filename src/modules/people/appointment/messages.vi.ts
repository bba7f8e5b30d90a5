export const vi = {
  'readers.title': 'Ai xem được mô hình này?',
  'readers.published': 'Mô hình đã công bố: ai cũng đọc được trên cổng thông tin. Những người sau còn xem được hồ sơ:',
  'readers.not_published': 'Chưa công bố: chỉ những người sau xem được, theo nhiệm vụ hôm nay.',
  'readers.why.registrant': 'Người đăng ký',
  'readers.why.territory': 'Phụ trách địa bàn',
  'readers.why.kept': 'Giữ việc chưa xong của đơn vị không còn nữa',
  'readers.why.all': 'Xem toàn hệ thống',
} as const;
