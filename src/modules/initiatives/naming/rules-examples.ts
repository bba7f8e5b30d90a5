/**
 * Well-named models, made up: what a library that has none of its own shows. `{noi}` stands for the place, `about` for what
 * each is an example of.
 */
export const EXAMPLES: readonly { text: string; about: string }[] = [
  {
    text: 'Vận động nhân dân hiến đất làm đường giao thông nông thôn {noi}',
    about: 'giao thông nông thôn, đường giao thông',
  },
  { text: 'Nhân dân góp vốn lắp đèn thắp sáng đường quê {noi}', about: 'đường nông thôn, an ninh' },
  { text: 'Góp công, góp vốn xóa cầu tạm {noi}', about: 'giao thông nông thôn, cầu nông thôn' },
  { text: 'Tổ phụ nữ tiết kiệm giúp nhau xóa nghèo {noi}', about: 'phát triển kinh tế, giảm nghèo, hộ nghèo, phụ nữ' },
  { text: 'Tổ góp vốn xoay vòng mua bảo hiểm y tế {noi}', about: 'bảo hiểm y tế, an sinh xã hội, sức khỏe' },
  { text: 'Hộ gia đình phân loại rác tại nhà {noi}', about: 'môi trường, vệ sinh môi trường, rác thải' },
  {
    text: 'Thu gom vỏ chai nhựa gây quỹ giúp học sinh nghèo {noi}',
    about: 'môi trường, rác thải nhựa, học sinh, khuyến học',
  },
  { text: 'Phụ nữ trồng và chăm sóc tuyến đường hoa {noi}', about: 'môi trường, cây xanh, nông thôn mới' },
  { text: 'Camera an ninh do nhân dân góp vốn {noi}', about: 'an ninh trật tự, quốc phòng an ninh' },
  { text: 'Tổ tự quản giữ gìn an ninh trật tự {noi}', about: 'an ninh trật tự, quốc phòng an ninh' },
  { text: 'Các hộ liền kề giúp nhau phòng cháy, chữa cháy {noi}', about: 'phòng cháy chữa cháy' },
  { text: 'Cựu chiến binh giúp người lầm lỗi tái hòa nhập {noi}', about: 'tệ nạn xã hội, an ninh trật tự' },
  { text: 'Nông dân liên kết sản xuất, tiêu thụ lúa {noi}', about: 'nông nghiệp, lúa, phát triển kinh tế, nông dân' },
  {
    text: 'Hội viên nông dân giúp nhau vốn và giống chăn nuôi {noi}',
    about: 'chăn nuôi, phát triển kinh tế, nông dân, giảm nghèo',
  },
  {
    text: 'Đoàn viên hướng dẫn người dân nộp hồ sơ trực tuyến {noi}',
    about: 'chuyển đổi số, cải cách hành chính, thanh niên',
  },
  {
    text: 'Trả kết quả thủ tục hành chính tại nhà cho người già yếu {noi}',
    about: 'cải cách hành chính, thủ tục hành chính',
  },
  {
    text: 'Bí thư, chủ tịch đối thoại với nhân dân mỗi quý {noi}',
    about: 'dân chủ, quy chế dân chủ, công tác tiếp dân',
  },
  { text: 'Đảng viên phụ trách hộ {noi}', about: 'xây dựng Đảng, hệ thống chính trị, đảng viên' },
  {
    text: 'Chi bộ mỗi kỳ sinh hoạt giải quyết một việc của dân {noi}',
    about: 'xây dựng Đảng, hệ thống chính trị, chi bộ',
  },
  { text: 'Đoàn viên dạy bơi cho trẻ em trong hè {noi}', about: 'trẻ em, đuối nước, thể dục thể thao' },
  { text: 'Hũ gạo tình thương giúp người già neo đơn {noi}', about: 'người nghèo, người già, an sinh xã hội' },
  {
    text: 'Vận động hộ kinh doanh không lấn chiếm vỉa hè {noi}',
    about: 'đô thị, văn minh đô thị, an toàn giao thông, chợ',
  },
  { text: 'Giáo viên đến nhà vận động học sinh trở lại lớp {noi}', about: 'giáo dục, học sinh, khuyến học' },
  { text: 'Nhà chùa mở lớp dạy chữ Khmer trong hè {noi}', about: 'dân tộc, tôn giáo, đồng bào Khmer' },
];
