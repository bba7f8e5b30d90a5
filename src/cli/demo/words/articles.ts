/** A news item of the demo: paragraphs in Vietnamese, and the themes whose models it links to, with how many of each. */
export interface ArticleText {
  slug: string;
  title: string;
  lead: string;
  paragraphs: readonly string[];
  publishedOn: string;
  reads: number;
  links: readonly (readonly [theme: string, count: number])[];
}

export const AUTHOR = 'Ban biên tập (dữ liệu mẫu)';

/** Stands in the main article where the figures go, which are counted from the rows. */
export const FIGURES_HERE = '{figures}';

export const CONFERENCE: ArticleText = {
  slug: 'so-ket-phong-trao-dan-van-kheo-nam-2019',
  title: 'Sơ kết phong trào thi đua “Dân vận khéo” năm 2019, triển khai nhiệm vụ năm 2020',
  lead: 'Sáng 24/02/2020, Thường trực Tỉnh ủy tổ chức hội nghị sơ kết phong trào thi đua “Dân vận khéo” năm 2019 và bàn nhiệm vụ năm 2020.',
  paragraphs: [
    'Theo báo cáo tại hội nghị, phong trào được cấp ủy, chính quyền ở ba cấp tỉnh, huyện và cơ sở quan tâm. Mỗi cơ quan, đơn vị, địa phương chọn nội dung sát với nhiệm vụ chuyên môn của mình, gắn với việc thực hiện Chỉ thị 05-CT/TW, xây dựng nông thôn mới và các phong trào thi đua khác. Một số nơi đưa kết quả phong trào vào tiêu chí xét tổ chức cơ sở đảng trong sạch, vững mạnh, nhờ vậy chủ thể mô hình có thêm động lực phấn đấu.',
    FIGURES_HERE,
    'Nhiều cách làm được lan rộng: góp vốn xoay vòng mua bảo hiểm y tế; góp vốn làm cầu, lộ và đèn đường nông thôn; nâng chất lượng cải cách thủ tục hành chính; thu gom vỏ chai nhựa gây quỹ trong trường phổ thông. Các mô hình này góp phần chăm lo an sinh xã hội ngay tại cơ sở.',
    'Trong năm, Ban Chỉ đạo tỉnh đã khảo sát, kiểm tra và hướng dẫn cơ sở gỡ khó: giúp chọn tên mô hình sát hơn, gắn nội dung với chức năng được giao, lồng ghép tập huấn về cách làm.',
    'Năm 2020, hội nghị đề nghị các cấp ủy tiếp tục thực hiện Công văn số 80-CV/TU ngày 11/3/2016 của Tỉnh ủy; kiểm tra và tháo gỡ kịp thời; gắn việc đăng ký mô hình với cuộc thi báo chí viết về tấm gương “Dân vận khéo”; chuẩn bị biểu dương mô hình, điển hình giai đoạn 2016–2020 nhân 90 năm Ngày truyền thống công tác dân vận của Đảng (15/10/1930–15/10/2020). Ủy ban nhân dân các cấp đẩy mạnh phong trào trong cơ quan nhà nước; Mặt trận và các đoàn thể giữ vai trò nòng cốt, quản lý tốt mô hình trong hệ thống của mình và đề xuất khen thưởng bảo đảm thiết thực.',
  ],
  publishedOn: '2020-02-24',
  reads: 829,
  links: [
    ['insurance', 1],
    ['bridges', 1],
    ['lamps', 1],
    ['procedures', 1],
    ['bottles', 1],
  ],
};

export const RELATED: readonly ArticleText[] = [
  {
    slug: 'tu-vo-chai-nhua-den-suat-hoc-bong',
    title: 'Từ vỏ chai nhựa đến những suất học bổng',
    lead: 'Mỗi lớp một giỏ đựng, mỗi tuần một lần cân: học sinh nhiều trường đang biến vỏ chai thành quỹ giúp bạn.',
    paragraphs: [
      'Cách làm rất giản dị: vỏ chai, lon và giấy vụn được bỏ vào giỏ của lớp; cuối tuần cân, ghi sổ rồi bán. Tiền thu được do ban đại diện cha mẹ học sinh giữ và công khai trong tiết chào cờ.',
      'Từ quỹ này, nhiều em có thêm tập vở, áo trắng và thẻ bảo hiểm y tế. Điều thầy cô vui hơn là sân trường sạch hẳn và các em quen với việc phân loại rác. (Bài viết là dữ liệu mẫu.)',
    ],
    publishedOn: '2020-02-18',
    reads: 412,
    links: [['bottles', 4]],
  },
  {
    slug: 'duong-que-sang-den-nho-suc-dan',
    title: 'Đường quê sáng đèn nhờ sức dân',
    lead: 'Nhà góp bóng, nhà góp trụ, xóm thay nhau trả tiền điện: nhiều tuyến lộ nông thôn đã sáng đèn.',
    paragraphs: [
      'Ở nhiều ấp, việc bắt đầu từ một buổi họp dân. Mức góp được bàn công khai, hộ khó khăn góp ngày công; tổ quản lý hẹn giờ tắt mở và thay bóng hỏng.',
      'Cùng với đèn là cầu và lộ. Khi đảng viên hiến đất trước, bà con làm theo, xe chở lúa vào tận nơi và học sinh đi học không còn lội bùn. (Bài viết là dữ liệu mẫu.)',
    ],
    publishedOn: '2020-02-05',
    reads: 356,
    links: [
      ['lamps', 3],
      ['bridges', 2],
    ],
  },
  {
    slug: 'gop-moi-thang-ca-xom-co-the-bao-hiem-y-te',
    title: 'Góp mỗi tháng một ít, cả xóm có thẻ bảo hiểm y tế',
    lead: 'Chia thành tổ 10 đến 15 hộ, góp vốn xoay vòng, hộ cận nghèo và người bệnh được mua thẻ trước.',
    paragraphs: [
      'Mua thẻ cho cả nhà một lần là khoản tiền lớn. Góp từng tháng thì nhà nào cũng theo được; tổ trưởng ghi sổ và đọc sổ trước tổ.',
      'Sau vài vòng, người chưa vào tổ tự tìm đến. Cách làm này nay có ở nhiều xã, mỗi nơi điều chỉnh mức góp cho hợp. (Bài viết là dữ liệu mẫu.)',
    ],
    publishedOn: '2020-01-15',
    reads: 287,
    links: [['insurance', 4]],
  },
  {
    slug: 'bot-mot-lan-di-lai-cua-dan',
    title: 'Một cửa thân thiện: bớt một lần đi lại của dân',
    lead: 'Mẫu đơn điền sẵn, cuộc gọi nhắc giấy tờ, trả kết quả tận nhà cho người già yếu.',
    paragraphs: [
      'Những việc nhỏ ở bộ phận một cửa làm thay đổi cảm nhận của người dân: biết trước cần giấy gì, được báo khi hồ sơ thiếu, được xin lỗi khi trễ hẹn.',
      'Có nơi mở cửa sáng thứ bảy để bà con đi làm đồng về vẫn kịp. Sổ góp ý dày lên, phần lớn là lời cảm ơn. (Bài viết là dữ liệu mẫu.)',
    ],
    publishedOn: '2019-12-20',
    reads: 198,
    links: [['procedures', 3]],
  },
];
