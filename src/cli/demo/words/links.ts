/** Addresses of well-known official sites, in the three groups of a province's page. */
export const LINKS: Record<'party_state' | 'press' | 'university', readonly (readonly [name: string, url: string])[]> =
  {
    party_state: [
      ['Hệ thống tư liệu văn kiện Đảng', 'https://tulieuvankien.dangcongsan.vn'],
      ['Quốc hội Việt Nam', 'https://quochoi.vn'],
      ['Cổng thông tin điện tử Chính phủ', 'https://chinhphu.vn'],
      ['Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', 'https://mattran.org.vn'],
      ['Cổng Dịch vụ công quốc gia', 'https://dichvucong.gov.vn'],
      ['Học viện Chính trị quốc gia Hồ Chí Minh', 'https://hcma.vn'],
    ],
    press: [
      ['Báo Nhân Dân', 'https://nhandan.vn'],
      ['Tạp chí Cộng sản', 'https://www.tapchicongsan.org.vn'],
      ['Báo Quân đội nhân dân', 'https://www.qdnd.vn'],
      ['Báo Đại Đoàn Kết', 'https://daidoanket.vn'],
      ['Đài Tiếng nói Việt Nam', 'https://vov.vn'],
      ['Đài Truyền hình Việt Nam', 'https://vtv.vn'],
      ['Thông tấn xã Việt Nam', 'https://www.vietnamplus.vn'],
    ],
    university: [
      ['Trường Đại học Kiên Giang', 'https://vnkgu.edu.vn'],
      ['Đại học Cần Thơ', 'https://www.ctu.edu.vn'],
      ['Trường Đại học An Giang', 'https://www.agu.edu.vn'],
      ['Đại học Quốc gia TP. Hồ Chí Minh', 'https://vnuhcm.edu.vn'],
      ['Đại học Quốc gia Hà Nội', 'https://vnu.edu.vn'],
    ],
  };
