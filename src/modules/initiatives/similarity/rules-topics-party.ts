/** Topics of Party, government, Front and unions, of offices and the law. The shape is told in rules-topics.ts. */
export const PARTY = `
~thủ tục hành chính, cải cách hành chính, một cửa, giải quyết hồ sơ, tiếp nhận hồ sơ, kết quả hồ sơ, trả kết quả, hồ sơ
trong ngày, không hẹn, không giấy hẹn, không chờ, trả kết quả trong ngày, giải quyết trong ngày, liền trong ngày, ngày không hẹn, một cửa không hẹn, lấy liền, chờ lấy, giải quyết thủ tục hành chính trong ngày, không phải chờ, kết quả liền, không viết, không viết không chờ, ngày không giấy hẹn
tại nhà, tận nhà, tận tay, đến nhà dân, lưu động, giao tận nơi, không đi lại được, trả kết quả tại nhà, trả hồ sơ tại nhà, giao kết quả tận nơi, giao tận nhà, hồ sơ tận nhà, làm thủ tục tại nhà, giao giấy tờ
bốn xin bốn luôn, 4 xin 4 luôn, xin lỗi, thư xin lỗi, bốn xin, bốn luôn, nụ cười, niềm nở, nụ cười công sở, xin cảm ơn, chính quyền thân thiện, mỉm cười, công chức thân thiện, thái độ niềm nở, công sở thân thiện, thân thiện phục vụ, cán bộ thân thiện
văn hóa công sở, công sở văn hóa, quy tắc ứng xử, kỷ cương, kỷ luật hành chính
tiếp công dân, tiếp dân
~thân thiện
thư chúc mừng, chúc mừng, thư chia buồn, chia buồn, thiệp chúc, gửi thư chúc mừng
khai sinh, liên thông, giấy khai sinh, hộ tịch, thẻ bảo hiểm trẻ em
dịch vụ công, dịch vụ công trực tuyến, hồ sơ trực tuyến, nộp hồ sơ, nộp hồ sơ trực tuyến, cổng dịch vụ công, dvc trực tuyến, nộp hồ sơ qua mạng, nộp trực tuyến
~chuyển đổi số, công nghệ số, chuyển đổi số cộng đồng, tổ công nghệ số, trên mạng, qua mạng, công nghệ thông tin, tổ công nghệ số cộng đồng, ứng dụng, điện thoại thông minh
vneid, định danh, định danh điện tử, căn cước, căn cước công dân, cccd, gắn chíp, cài định danh, tài khoản định danh, giấy tờ tùy thân, làm căn cước, cccd gắn chíp, đề án 06
chữ ký số, ký số
wifi, mạng không dây, internet miễn phí, wifi miễn phí
không giấy tờ, họp không giấy, phòng họp không giấy, không giấy, in ấn, giảm in ấn, văn bản điện tử, giảm họp, giảm giấy tờ, họp trực tuyến, giảm hội họp
mã qr, tra cứu bằng qr, quét qr tra cứu, niêm yết mã qr
đánh giá hài lòng, khảo sát hài lòng, mức độ hài lòng, sự hài lòng, hài lòng của người dân, phiếu khảo sát
đối thoại, tiếp xúc với dân, trả lời kiến nghị, giải quyết kiến nghị, ghi nhận kiến nghị, đối thoại trực tiếp, đối thoại với nhân dân, gặp gỡ đối thoại, gặp gỡ nhân dân, đối thoại với dân, lắng nghe dân nói, lắng nghe ý kiến nhân dân
nghe dân nói, cà phê, cafe, ly cà phê, lắng nghe ý kiến, gặp gỡ bà con, nghe dân, cà phê sáng, ngồi cùng dân, cà phê doanh nhân, cà phê với dân, cà phê doanh nghiệp
cà phê pháp luật, quán cà phê phổ biến luật, cà phê nghe luật, uống cà phê nghe luật, nghe luật, cà phê phổ biến pháp luật
thứ bảy về với dân, ngày về cơ sở, ngày thứ bảy về cơ sở, về với dân, xuống ấp, ngày về với dân, xuống cơ sở, bám cơ sở, ngày nghỉ xuống cơ sở, cuối tuần về ấp, thứ bảy xuống ấp, ngày thứ bảy về với dân, ngày cuối tuần về cơ sở, thứ bảy cùng dân, gần dân sát dân, sâu sát cơ sở
~thứ bảy, ngày thứ bảy, sáng thứ bảy, thứ 7, ngày nghỉ, ngoài giờ, ngày thứ 7, chủ nhật, cuối tuần
thứ bảy giải quyết hồ sơ, làm việc ngày thứ bảy, làm việc sáng thứ bảy, thứ bảy tiếp nhận hồ sơ, làm việc ngoài giờ, thứ bảy vì dân, nhận hồ sơ ngày nghỉ
gần dân, trọng dân, năm dân vận chính quyền, dân vận chính quyền, hiểu dân, gần dân trọng dân
đường dây nóng, công khai số điện thoại, số điện thoại lãnh đạo, tiếp nhận phản ánh, phản ánh của dân, phản ánh hiện trường, nhận phản ánh
^công khai thu chi, công khai tài chính, thu chi, tài chính, minh bạch, sổ thu chi, quyết toán, công khai minh bạch, niêm yết công khai
giám sát cộng đồng, giám sát đầu tư, thanh tra nhân dân, ban giám sát, giám sát công trình, giám sát đầu tư cộng đồng, giám sát thi công, gsđtcđ, giám sát các công trình, đầu tư của cộng đồng, giám sát đầu tư của cộng đồng
giám sát phản biện, phản biện xã hội, giám sát và phản biện
^góp ý, hộp thư góp ý, thùng thư góp ý, hòm thư góp ý, góp ý cán bộ, góp ý xây dựng đảng, dân góp ý, thùng thư, hòm thư, hộp thư, nhân dân góp ý
phản ánh
hòa giải, tổ hòa giải, tranh chấp, khuyên giải, mâu thuẫn, hòa giải ở cơ sở, xích mích, hòa giải viên, tổ hòa giải năm tốt, hòa giải thành, hòa giải năm tốt
~pháp luật, tuyên truyền pháp luật, phổ biến pháp luật, phổ biến giáo dục pháp luật, chấp hành pháp luật, luật
tủ sách pháp luật, trợ giúp pháp lý, tư vấn pháp luật, tư vấn pháp lý, câu lạc bộ pháp luật
phiên tòa giả định, phiên tòa, hỏi đáp pháp luật, hái hoa dân chủ
^loa truyền thanh, loa, tiếng loa, phát thanh, bản tin, cụm loa, loa kéo, truyền thanh, loa di động, tuyên truyền lưu động, loa tuyên truyền, xe loa, loa lưu động, loa tay
pa nô, áp phích, băng rôn, bảng tin, khẩu hiệu
^hội thi, sân khấu hóa, hội diễn, tiểu phẩm
^quy chế dân chủ, dân chủ ở cơ sở, dân chủ cơ sở, dân biết dân bàn
hương ước, quy ước, quy ước ấp, hương ước quy ước, nội quy khu dân cư
đảng viên phụ trách, phụ trách hộ, phân công đảng viên, phụ trách nhóm hộ, theo dõi hộ, giúp đỡ hộ, hộ được phân công, đảng viên phụ trách hộ, đảng viên gắn với hộ, giữ mối liên hệ với hộ, theo dõi giúp đỡ hộ, đảng viên phụ trách hộ dân
chi bộ bốn tốt, chi bộ 4 tốt, đảng bộ bốn tốt, bốn tốt, chi bộ kiểu mẫu
sinh hoạt chi bộ, chất lượng sinh hoạt, sinh hoạt chi bộ định kỳ, họp chi bộ, họp lệ
^sinh hoạt chuyên đề, chuyên đề, nghị quyết chuyên đề, sinh hoạt chi bộ chuyên đề, mỗi quý một chuyên đề
^sổ tay đảng viên, sinh hoạt đảng điện tử, học nghị quyết, nghị quyết
^nêu gương, gương mẫu, làm trước, noi theo, đảng viên đi trước, làng nước theo sau, đi đầu, tiên phong gương mẫu, trách nhiệm nêu gương
kết nạp đảng, phát triển đảng viên, phát triển đảng, tạo nguồn đảng viên, đoàn viên ưu tú, kết nạp đảng viên, cảm tình đảng, nguồn phát triển đảng, nguồn kết nạp, tạo nguồn phát triển đảng viên, tạo nguồn
^phát triển hội viên, thu hút hội viên, tập hợp hội viên, kết nạp hội viên, phát triển đoàn viên, tập hợp thanh niên, thu hút đoàn viên
công đoàn cơ sở, thành lập công đoàn, phát triển công đoàn viên
^học tập và làm theo, làm theo gương bác, theo gương bác, việc làm theo bác, gương bác, phong cách hồ chí minh, kể chuyện bác hồ, học tập bác, làm theo bác, làm theo lời bác, chỉ thị 05, không gian văn hóa hồ chí minh, tư tưởng hồ chí minh, học bác, học tập và làm theo bác
bầu cử, cử tri, tiếp xúc cử tri, kiến nghị cử tri
trưởng ấp giỏi, người hoạt động không chuyên trách, trưởng ấp, ban nhân dân ấp
^tổ dân vận, khối dân vận, tổ dân vận ấp
hội quán, nông hội, chi hội nghề nghiệp, tổ hội nghề nghiệp
điều đảng viên không được làm, cam kết tu dưỡng, tu dưỡng rèn luyện, điều cấm, tự soi tự sửa, đảng viên vi phạm, không có đảng viên vi phạm, cam kết tu dưỡng rèn luyện
hiến kế, sáng kiến, ý kiến hay, sổ hiến kế, ý tưởng sáng tạo
sinh hoạt tại nhà đảng viên, họp tại nhà, họp chi bộ ở nhà, sinh hoạt chi bộ tại nhà, sinh hoạt tại nhà
~đảng viên cao tuổi, đảng viên già yếu, đảng viên hưu trí, đảng viên nghỉ hưu
đăng ký xe, đăng ký cư trú, hồ sơ cư trú, thủ tục cư trú, công an xuống ấp, công an về xóm
tìm hiểu pháp luật, thi tìm hiểu luật, cuộc thi trực tuyến, trắc nghiệm
sáp nhập ấp, sắp xếp ấp, sắp xếp bộ máy
phụ nữ với pháp luật, nông dân với pháp luật, thanh niên với pháp luật, không vi phạm pháp luật
zalo điều hành, nhóm zalo của ấp, thông báo qua zalo, thư mời qua zalo, zalo của ấp, nhóm zalo ấp
`;
