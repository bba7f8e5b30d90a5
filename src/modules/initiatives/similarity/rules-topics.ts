/**
 * What models are about: one line for each topic, with the phrases that offices use for it, the first of which names it.
 * Compared without marks; a longer phrase is read before a shorter one. A line with ~ tells where or by what means rather than what:
 * many different models have it in common, and it weighs less.
 */
export const TOPICS = `
đường giao thông, làm đường, làm lộ, mở đường, mở lộ, mở rộng đường, mở rộng lộ, đường nông thôn, giao thông nông thôn, lộ giao thông, lộ nông thôn, đường bê tông, lộ bê tông, bê tông hóa, nâng cấp đường, sửa đường, dặm vá đường, đắp lộ, nhựa hóa, cứng hóa, mở rộng hẻm, làm hẻm, đường giao thông nông thôn
~con đường, đường làng, đường quê, con lộ, tuyến đường, tuyến lộ, lộ, hẻm, đường liên ấp, đường liên xã, ven đường, hai bên đường, trước nhà
hiến đất, hiến cây, hiến tài sản, m2 đất, giải phóng mặt bằng, bàn giao mặt bằng, di dời hàng rào, mặt bằng
thắp sáng, ánh sáng đường, đèn đường, đèn chiếu sáng, bóng đèn, chiếu sáng, đường điện, đường đèn, đèn năng lượng, lắp đèn, kéo điện, ánh sáng
cầu nông thôn, cầu tạm, cầu khỉ, cầu ván, cầu bê tông, xây cầu, bắc cầu, làm cầu, cầu giao thông, sửa cầu, cây cầu, cầu treo, xóa cầu
nhà đại đoàn kết, đại đoàn kết, nhà tình thương, nhà tình nghĩa, nhà tạm, nhà dột nát, mái ấm, cất nhà, xây nhà cho, sửa nhà, căn nhà, nhà ở, nhà lá, nhà đồng đội, nhà khăn quàng đỏ, mái nhà, nhà nhân ái
nhà văn hóa, nhà vh, trụ sở ấp, trụ sở sinh hoạt, trụ sở khóm, nhà sinh hoạt cộng đồng, nơi hội họp, nhà cộng đồng, nhà họp
thủy lợi, nạo vét, nội đồng, kênh mương, thủy nông, tưới tiêu, đê bao, xáng cạp, bơm tát, cống đập, đê biển
vốn xoay vòng, xoay vòng vốn, quay vòng vốn, vốn quay vòng, hùn vốn, góp vốn quay vòng, góp vốn xoay vòng, tổ tiết kiệm, tiết kiệm vay vốn, phụ nữ tiết kiệm, tiết kiệm giúp nhau, không tính lãi, không lấy lãi, không lãi, mượn vốn, hụi tương trợ, quỹ quay vòng, tiết kiệm tín dụng, cho mượn làm vốn, làm vốn, hùn vốn tiết kiệm, góp quỹ, quỹ nghĩa tình, quỹ đồng đội, quỹ hội
~giảm nghèo, xóa đói giảm nghèo, thoát nghèo, xóa nghèo, vươn lên thoát nghèo, thoát nghèo bền vững
~phát triển kinh tế, làm kinh tế, kinh tế gia đình, làm ăn, sản xuất kinh doanh, làm giàu, kinh tế hộ
~ngân hàng chính sách, vay vốn, ủy thác, tín dụng chính sách, tín dụng đen, dư nợ, trả nợ, thu hồi nợ
heo đất, bỏ ống heo, nuôi heo đất, ống heo, ống tiết kiệm, bỏ heo
năm không ba sạch, 5 không 3 sạch, ba sạch, nhà sạch, bếp sạch, ngõ sạch, 5k3s, 5k 3s, nhà sạch vườn đẹp
bạo lực gia đình, bạo hành, địa chỉ tin cậy, tạm lánh, bạo lực giới, mâu thuẫn vợ chồng
bạo lực học đường, đánh nhau, xích mích, tư vấn tâm lý, tâm lý học đường, học sinh cá biệt
gia đình hạnh phúc, gia đình văn hóa, gia đình ấm no, giữ lửa hạnh phúc
đuối nước, dạy bơi, học bơi, biết bơi, lớp bơi, phổ cập bơi, hồ bơi, áo phao, hồ lưới
hiến máu, giọt máu, đơn vị máu, nhóm máu, hiến máu nhân đạo, hiến máu tình nguyện, ngân hàng máu
dịch vụ công, dịch vụ công trực tuyến, công nghệ số, chuyển đổi số, vneid, định danh, hồ sơ trực tuyến, nộp hồ sơ, chuyển đổi số cộng đồng, trên mạng, qua mạng, thanh toán không dùng tiền mặt, chữ ký số, cài ứng dụng, tổ công nghệ số
~thủ tục hành chính, cải cách hành chính, một cửa, giải quyết hồ sơ, tiếp nhận hồ sơ, kết quả hồ sơ, trả kết quả
thứ bảy, ngày thứ bảy, sáng thứ bảy, thứ 7, ngày nghỉ, ngoài giờ, ngày thứ 7
chính quyền thân thiện, bốn xin bốn luôn, 4 xin 4 luôn, xin lỗi, thư chúc mừng, thư xin lỗi, chúc mừng, tiếp công dân, tiếp dân, bốn xin, bốn luôn, nụ cười, công sở văn hóa, văn hóa công sở, niềm nở
~thân thiện
~tại nhà, tận nhà, tận tay, đến nhà dân, lưu động, giao tận nơi, không đi lại được
đối thoại, tiếp xúc với dân, trả lời kiến nghị, giải quyết kiến nghị, ghi nhận kiến nghị
công khai thu chi, công khai tài chính, thu chi, tài chính, minh bạch, niêm yết, sổ thu chi, quyết toán, giám sát đầu tư, thanh tra nhân dân, giám sát cộng đồng, ban giám sát
nghe dân nói, cà phê, cafe, ly cà phê, lắng nghe ý kiến, gặp gỡ bà con, nghe dân, cà phê sáng, ngồi cùng dân
camera, mắt thần, camera an ninh, camera quan sát, camera giám sát, mắt camera
tiếng kẻng, kẻng, gõ kẻng, nghe kẻng, tiếng mõ, mõ, kẻng an ninh, tiếng trống an ninh, còi báo động
tái hòa nhập, người lầm lỗi, lầm lỗi, hoàn lương, mãn hạn tù, án phạt tù, cảm hóa, làm lại cuộc đời, tái hòa nhập cộng đồng, tái phạm, đặc xá
~an ninh trật tự, trật tự xã hội, tự quản an ninh, tự quản, bình yên, tổ tự quản, tuần tra, phòng chống tội phạm, tội phạm, trộm cắp, giữ bình yên, an ninh tổ quốc, an ninh nhân dân, tự phòng, dân phòng, dân quân
phòng cháy, chữa cháy, cháy nổ, báo cháy, bình chữa cháy, phòng cháy chữa cháy, liên gia phòng cháy, thoát nạn, lối thoát thứ hai
zalo, nhóm zalo, mạng xã hội, facebook, fanpage, nhóm mạng, trang mạng
~tin báo, báo tin, tố giác, gửi tin, hộp thư tố giác
vũ khí, vật liệu nổ, súng tự chế, giao nộp, pháo nổ, công cụ hỗ trợ, súng
ma túy, cai nghiện, nghiện, tệ nạn, tệ nạn xã hội, mại dâm, cờ bạc, đá gà, số đề
lừa đảo, thủ đoạn lừa đảo, không gian mạng, tin giả, an ninh mạng
giao thông an toàn, an toàn giao thông, cổng trường, phân luồng, qua đường, tan trường, tan học, văn hóa giao thông, tai nạn giao thông, xe đưa đón, đậu xe, rượu bia
hòa giải, tổ hòa giải, tranh chấp, khuyên giải, mâu thuẫn, hòa giải ở cơ sở, khiếu nại
nghĩa vụ quân sự, nhập ngũ, tòng quân, lên đường nhập ngũ, tân binh, giao quân, gia đình quân nhân, thanh niên lên đường, hậu phương quân đội
đường biên, cột mốc, mốc quốc giới, tự quản đường biên, tuần tra biên giới
~biên giới, giáp biên, biên phòng, đồn biên phòng, vùng biên, vùng biên giới
chỗ dựa ngư dân, ngư dân bám biển, bám biển, ra khơi, tổ đội khai thác, khai thác hải sản, iuu, thẻ vàng, đánh bắt trái phép, vùng biển nước ngoài, giám sát hành trình
~tàu cá, trên biển, xuống biển, chuyến biển, mang rác về bờ, vào bờ, rác biển, dưới biển, bờ biển, chủ tàu, tàu thuyền, xã đảo
vỏ chai, chai nhựa, vỏ chai nhựa, lon bia, kế hoạch nhỏ, giấy vụn, lon nhôm
phế liệu, ve chai, ngôi nhà xanh, thu gom phế liệu, biến rác thành tiền, rác thành tiền, gom ve chai, thùng rác tái chế
rác thải nhựa, rác nhựa, chống rác thải nhựa, đồ nhựa
túi ni lông, túi nilon, bao ni lông, ni lông, nilon, túi nylon, giỏ nhựa, giỏ xách, xách giỏ, giỏ đi chợ, đi chợ, làn nhựa
phân loại rác, tách rác, chia rác, rác hữu cơ, rác vô cơ, ủ phân, hữu cơ, vô cơ, phân loại, thùng rác, tại nguồn, hố ủ phân
~thu gom rác, rác thải, rác sinh hoạt, đổ rác, xả rác, thu rác, vệ sinh môi trường, bảo vệ môi trường, môi trường, dọn rác, không rác, nhặt rác, điểm đen rác, chủ nhật xanh, ngày chủ nhật xanh, gom rác, rác, đổi rác lấy quà, sạch đẹp
đường hoa, tuyến đường hoa, trồng hoa, hoa hai bên, hàng rào cây xanh, hoa kiểng, vườn hoa, cột cờ, hàng rào xanh, cảnh quan, hoa
~trồng cây, cây xanh, ươm giống, cây giống
tuyến đường xanh sạch đẹp, xanh sạch đẹp, sáng xanh sạch đẹp, tuyến đường văn minh, tuyến phố văn minh, vỉa hè, mỹ quan đô thị, lòng lề đường, lấn chiếm, hành lang lộ giới, trật tự đô thị, văn minh đô thị
lục bình, vớt lục bình, khai thông dòng chảy, trục vớt, thông thoáng tuyến kênh
nước sạch, đường ống, ống nước, nước sinh hoạt, cấp nước, trạm cấp nước, đồng hồ nước, nước hợp vệ sinh, nước ngọt
nhà tiêu hợp vệ sinh, nhà vệ sinh, nhà vệ sinh công cộng, cầu tiêu, hố xí, nhà tiêu
thuốc bảo vệ thực vật, thuốc bvtv, bvtv, thuốc trừ sâu, vỏ bao thuốc, bao gói thuốc, bao bì thuốc, chai lọ thuốc, vỏ thuốc, thuốc sâu, bảo vệ thực vật
lúa chất lượng cao, cánh đồng lớn, cánh đồng mẫu, tiêu thụ lúa, sản xuất lúa, xuống giống, gieo sạ, cánh đồng, trồng lúa, lúa hữu cơ, một giống
~bao tiêu, chuỗi giá trị, liên kết tiêu thụ, liên kết sản xuất, thu mua, tiêu thụ nông sản, tiêu thụ sản phẩm, liên kết bao tiêu
tôm lúa, lúa tôm, sản xuất lúa tôm, sản xuất tôm lúa, nuôi tôm, tôm sú, một vụ tôm, luân canh, nuôi tôm trên đất lúa, tôm thẻ, tôm càng, nước mặn
thủy sản, nuôi cá, nuôi cua, nuôi sò, nuôi lươn, nuôi ếch, lồng bè, ao cá, cá lồng, cá đồng, cá bớp
vườn tạp, cây ăn trái, cây ăn quả, cải tạo vườn, vườn kém hiệu quả, sầu riêng, măng cụt, vườn cây, vườn mẫu
trồng màu, rau sạch, rau an toàn, rau màu, vườn rau, rau hữu cơ, trồng rau, rau xanh, trồng nấm
trồng khóm, cây khóm, trái khóm, khóm theo, trồng dứa, hợp tác xã khóm
hồ tiêu, trồng tiêu, cà phê sạch, cao su, mía, cây mía, trồng dừa, cây dừa, trồng xoài, cây có múi
nuôi bò, bò sinh sản, bò giống, bò cái, ngân hàng bò, chăn nuôi bò, đàn bò, bò, con bò
chăn nuôi, nuôi heo, nuôi gà, nuôi dê, nuôi vịt, chuồng trại, gia súc, gia cầm, biogas, dịch bệnh gia súc, dịch tả heo
~hợp tác xã, tổ hợp tác, kinh tế tập thể, kinh tế hợp tác
ocop, đặc sản, sản phẩm đặc trưng, thương hiệu, du lịch, du lịch cộng đồng, homestay, làng nghề
bán hàng qua mạng, khởi nghiệp, online, livestream, thương mại điện tử, gian hàng, bán hàng trực tuyến, kinh doanh online, khởi nghiệp số
đan lục bình, dạy nghề, đan đát, học nghề, việc làm, gia công, đan giỏ, lúc nông nhàn, nghề đan, truyền nghề, giải quyết việc làm, lao động nữ, may gia công, giới thiệu việc làm, xuất khẩu lao động
bỏ học, trở lại lớp, duy trì sĩ số, sĩ số, đi học lại, ra lớp, phụ đạo, học sinh yếu, trở lại trường, bỏ học giữa chừng, nghỉ học, kèm học sinh
~khuyến học, học bổng, tiếp sức đến trường, tiếp bước đến trường, đến trường, tiếng trống học bài, dòng họ học tập, xã hội học tập, gia đình học tập, đỡ đầu học sinh, bạn nghèo, bạn khó khăn, xe đạp tặng, góc học tập, tập vở
thư viện, tủ sách, văn hóa đọc, kệ sách, đọc sách, cuốn sách, bản sách, điểm đọc, quyên góp sách, tặng sách, sách cũ, kể chuyện theo sách
bữa trưa, bán trú, cơm trưa, suất ăn trưa, nấu cơm trưa, bữa sáng cho em, bữa sáng
dạy học, giờ học, dạy tốt học tốt, đổi mới phương pháp, ôn thi, học tốt, dạy kèm, lớp học tình thương, xóa mù chữ, phổ cập giáo dục
trường học an toàn, trường học hạnh phúc, trường học xanh, lớp học hạnh phúc, lớp học thân thiện
đảng viên phụ trách, phụ trách hộ, phân công đảng viên, phụ trách nhóm hộ, theo dõi hộ, giúp đỡ hộ, nhóm hộ, hộ được phân công
sinh hoạt chi bộ, sinh hoạt chuyên đề, chuyên đề, nghị quyết chuyên đề, chi bộ bốn tốt, chi bộ 4 tốt, chất lượng sinh hoạt, chi bộ kiểu mẫu
nêu gương, gương mẫu, làm trước, noi theo, đảng viên đi trước, làng nước theo sau, đi đầu, tiên phong gương mẫu
kết nạp đảng, phát triển đảng viên, phát triển đảng, tạo nguồn đảng viên, đoàn viên ưu tú, kết nạp đảng viên
phát triển hội viên, thu hút hội viên, tập hợp hội viên, kết nạp hội viên, phát triển đoàn viên, tập hợp thanh niên
học tập và làm theo, làm theo gương bác, theo gương bác, việc làm theo bác, gương bác, phong cách hồ chí minh, kể chuyện bác hồ
bảo hiểm y tế, thẻ bảo hiểm, mua bảo hiểm, mua thẻ, bảo hiểm y tế toàn dân, thẻ bảo hiểm y tế
bảo hiểm xã hội, bảo hiểm xã hội tự nguyện, bhxh tự nguyện, lương hưu
sốt xuất huyết, lăng quăng, diệt muỗi, diệt lăng quăng, lu khạp, muỗi, vật chứa nước, cá bảy màu, bọ gậy
tiêm ngừa, tiêm vắc xin, vắc xin, tiêm chủng, vaccine, vacxin, mũi nhắc lại, tiêm phòng, đi tiêm
~covid, chống dịch, phòng dịch, cách ly, phòng chống dịch, dịch bệnh, tổ covid
khám bệnh, phát thuốc, khám chữa bệnh, cấp thuốc, chăm sóc sức khỏe, bác sĩ, khám miễn phí, phòng khám, thuốc nam, đông y, tư vấn sức khỏe, đo huyết áp
bếp ăn từ thiện, nấu cháo, bệnh nhân nghèo, nồi cháo, bếp cơm, cháo sáng, suất cơm, cháo nghĩa tình, cơm từ thiện, bếp ăn tình thương, cháo, phần cháo, cơm chay, cho bệnh nhân
xe chuyển bệnh, chuyển bệnh, chuyến xe nghĩa tình, cứu thương, chở bệnh nhân, đưa người bệnh, đi cấp cứu, xe cứu thương, chở người bệnh, đưa bệnh nhân, đội xe, tài xế
kế hoạch hóa gia đình, sinh con thứ ba, không sinh con, dân số, sinh đủ hai con, chăm sóc sức khỏe sinh sản, tảo hôn, hôn nhân cận huyết, tiền hôn nhân, mất cân bằng giới tính
suy dinh dưỡng, dinh dưỡng, nuôi con khỏe, bữa ăn dinh dưỡng
vệ sinh an toàn thực phẩm, an toàn thực phẩm, thực phẩm an toàn, thực phẩm sạch, bếp an toàn, thực phẩm bẩn
hũ gạo, nắm gạo, hạt gạo, hũ gạo tình thương, hũ gạo tiết kiệm, kg gạo, bớt gạo, giúp gạo, gạo, atm gạo
người neo đơn, neo đơn, già neo đơn, nơi nương tựa, người già neo đơn
việc tang, tang lễ, đám tang, vàng mã, có tang, đưa tang, tổ tương trợ, hủ tục, rải vàng mã, ma chay
việc cưới, cưới hỏi, đám cưới, tiệc cưới, tiệc mặn, cưới văn minh
trẻ mồ côi, mồ côi, mẹ đỡ đầu, đỡ đầu trẻ, mất cha mẹ, trẻ em mồ côi, đỡ đầu
trẻ em an toàn, xâm hại trẻ em, bảo vệ trẻ em, sân chơi trẻ em, khu vui chơi, sân chơi, ngôi nhà an toàn, đu quay
người khuyết tật, khuyết tật, xe lăn
người có công, gia đình chính sách, đền ơn đáp nghĩa, thương binh, liệt sĩ, mẹ việt nam anh hùng, nghĩa trang liệt sĩ, uống nước nhớ nguồn
người cao tuổi, câu lạc bộ dưỡng sinh, dưỡng sinh, liên thế hệ, tuổi cao gương sáng, chúc thọ, mừng thọ
thể dục thể thao, thể thao, bóng chuyền, bóng đá, bóng bàn, sân bóng, rèn luyện thân thể, tdtt, dân vũ, khiêu vũ, đi bộ, đạp xe
văn nghệ, đờn ca tài tử, đờn ca, hát ru, cải lương, đội văn nghệ, văn hóa văn nghệ, tiếng hát, nhạc ngũ âm, múa
chữ khmer, tiếng khmer, dạy chữ, lớp học chữ, dạy tiếng khmer, học tiếng dân tộc, chữ khmer trong hè, tiếng dân tộc
ghe ngo, đua ghe ngo, ok om bok, đội ghe, đóng ghe
người có uy tín, người uy tín, già làng, trưởng bản, achar, sư cả
bản sắc dân tộc, văn hóa dân tộc, lễ hội, trang phục dân tộc, cồng chiêng, thổ cẩm, bảo tồn văn hóa, di tích, di sản
~tôn giáo, chức sắc, tín đồ, chùa, nhà thờ, sư sãi, giáo dân, giáo xứ, phật tử, tốt đời đẹp đạo, xứ đạo, họ đạo
giáo dục truyền thống, kể chuyện truyền thống, về nguồn, lịch sử, nhân chứng lịch sử, truyền thống cách mạng, nói chuyện truyền thống, địa chỉ đỏ, nói chuyện lịch sử, kể chuyện lịch sử, kháng chiến, lòng yêu nước
rừng ngập mặn, trồng rừng, rừng phòng hộ, cây đước, trồng đước, bảo vệ rừng, phá rừng, cây mắm, rừng, sạt lở, chắn sóng, bãi bồi, giữ rừng, phủ xanh, cháy rừng, giao khoán rừng
quy chế dân chủ, dân chủ ở cơ sở, dân chủ cơ sở, hương ước, quy ước
~nông thôn mới, xã nông thôn mới, nông thôn mới nâng cao, nông thôn mới kiểu mẫu, khu dân cư kiểu mẫu, ấp văn hóa, khu dân cư văn hóa, đời sống văn hóa
loa truyền thanh, loa, tiếng loa, phát thanh, bản tin, pa nô, cụm loa, loa kéo, truyền thanh
góp ý, hộp thư góp ý, phản ánh, mã qr, đánh giá hài lòng, khảo sát hài lòng
~pháp luật, tuyên truyền pháp luật, phổ biến pháp luật, tủ sách pháp luật, trợ giúp pháp lý, tư vấn pháp luật, phiên tòa
nộp thuế, thuế, hóa đơn, thu thuế, hộ kinh doanh, kê khai thuế
~công nhân lao động, nhà trọ, công nhân, khu nhà trọ, chủ nhà trọ, công đoàn, người lao động, đình công
~doanh nghiệp, tiểu thương, bán hàng, bạn hàng, mua bán, chợ văn minh, chợ, sạp, gian hàng 0 đồng, siêu thị 0 đồng, chợ tết, phiên chợ, gian hàng không đồng
tặng quà, quà tết, áo ấm, tết ấm, xuân yêu thương, tủ quần áo, quần áo cũ, tết vì người nghèo
tiết kiệm điện, sử dụng điện, an toàn điện, hành lang điện, điện mặt trời
tranh bích họa, bích họa, tranh tường, vẽ tranh
nghĩa trang, hỏa táng, mồ mả, di dời mồ mả
~thiên tai, bão, phòng chống thiên tai, cứu hộ, cứu nạn, hạn mặn, hạn hán, lũ lụt, trữ nước
số nhà, biển tên đường, gắn biển, biển số nhà
mũ bảo hiểm, nón bảo hiểm, đội mũ, đội nón
pin cũ, pin hỏng, pin, ắc quy, chất thải nguy hại, rác thải nguy hại, rác điện tử
cân đối chứng, niêm yết giá, nói thách, cân đúng, bán đúng giá, dán giá, cân đủ, giá rõ, bảng giá
karaoke, loa kẹo kéo, tiếng ồn, ồn ào, yên tĩnh, hát karaoke, dàn loa
rao vặt, quảng cáo, tờ rơi, trụ điện, cột điện, bóc gỡ, quảng cáo bẩn
chó mèo, bệnh dại, tiêm phòng dại, tiêm ngừa dại, chó, thả rông, chạy rông, rọ mõm, chó thả rông, đàn chó, con chó, xích chó
trung thu, trăng rằm, lồng đèn, đèn ông sao, múa lân, bánh trung thu
tiếng anh, ngoại ngữ, tin học
trò chơi điện tử, nghiện game, game, trò chơi dân gian, màn hình, internet, nghiện trò chơi
trồng sen, hạt sen, sen, ngó sen
nuôi ong, ong mật, gác kèo, mật ong, thùng ong, mật, ong
diệt chuột, đuôi chuột, chuột, bẫy chuột, đánh bắt chuột
đò, bến đò, đò ngang, chủ đò, đưa đò, phao cứu sinh, chuyến đò
xe ôm, xích lô, tài xế xe ôm
áo dài, cây mùa xuân, hội xuân
kết nghĩa, đỡ đầu xã, đỡ đầu ấp
phiên tòa giả định, phiên tòa, hỏi đáp pháp luật
nuôi chim yến, nhà yến
trồng dược liệu, cây thuốc, vườn thuốc nam
cơ giới hóa, máy bay nông nghiệp, giảm giống, ba giảm ba tăng, một phải năm giảm, 3 giảm 3 tăng
nước mắm, làm khô, chế biến
dàn nhạc, ngũ âm, nhạc lễ
phân bón hữu cơ, vi sinh, trùn quế, phân hữu cơ
mô hình du lịch, khách du lịch, hướng dẫn viên
ao nuôi, xả thải, nước thải, ô nhiễm, khói bụi, mùi hôi
đốt đồng, rơm rạ, rơm, cuộn rơm, đốt rơm
bãi giữ xe, điểm giữ xe
quỹ đất công, đất công, thu hồi đất, tái định cư, bồi thường, khiếu kiện, đền bù
bầu cử, cử tri, tiếp xúc cử tri
tết quân dân, quân dân, hành quân dã ngoại, dã ngoại
hội thi, hội thao, sân khấu hóa
san hô, rạn san hô, cỏ biển
neo đậu, đậu tàu, cầu cảng, bến cảng, thả neo
mực non, mực nhỏ, mực con, câu mực
nhập hàng, ứng vốn, ứng trước, hàng tết, lấy hàng
du khách, khách phương xa, đại sứ du lịch, đón khách, khách tham quan
gặt lúa, cắt lúa, thu hoạch lúa, cứu lúa, chạy lũ, mùa nước nổi
cắt tóc, hớt tóc, tiệm hớt tóc
con nuôi, nâng bước em tới trường, nâng bước, con nuôi đồn biên phòng
lên bờ, sống trên ghe, thương hồ, trên ghe, giấy tờ tùy thân, căn cước
xung điện, kích điện, xiệc điện, lưới mắt nhỏ, nguồn lợi thủy sản, thả cá giống, tận diệt
lấn sông, bờ kè, ven sông, bờ sông, tháo dỡ nhà, di dời nhà, lấn chiếm bờ sông
dệt chiếu, làng chiếu, chiếu lát, chiếu, dệt vải, dệt lụa, khung dệt
lò gạch, lò nung, chủ lò
làm bún, lò bún, làng bún, nước chua, nước bột
không giấy tờ, họp không giấy, phòng họp không giấy, không giấy, in ấn, giảm in ấn
hút thuốc, khói thuốc, thuốc lá, uống rượu, không khói thuốc
khai sinh, hộ khẩu, liên thông, giấy khai sinh
hàng cây, hàng cây đảng viên, cây bóng mát, cây dầu, cây sao
thốt nốt
`;

/** Who takes part. Models of the same people are not the same for that, so these words weigh little. */
export const PEOPLE = `
phụ nữ, hội viên phụ nữ, hội phụ nữ, chi hội phụ nữ, liên hiệp phụ nữ, hội liên hiệp phụ nữ, chị em, chị, pn, lhpn
nông dân, hội nông dân, chi hội nông dân, hội viên nông dân, nd
thanh niên, đoàn viên, đoàn thanh niên, đoàn viên thanh niên, đvtn, tuổi trẻ, chi đoàn, đoàn xã, tn, thanh thiếu niên, đoàn, thế hệ trẻ
cựu chiến binh, hội cựu chiến binh, đồng đội, chi hội cựu chiến binh
học sinh, giáo viên, nhà trường, trường học, thầy cô, các em, phụ huynh, liên đội, lớp, thiếu nhi, trẻ em, con em, trường, trường tiểu học, trường trung học cơ sở, trung học cơ sở, trung học phổ thông, trường mầm non, mầm non, hs, gv, đoàn đội, em
đảng viên, chi bộ, đảng bộ, đảng ủy, cấp ủy, bí thư, cán bộ, công chức, lãnh đạo, chủ tịch, cán bộ công chức, đv, chính quyền, ủy ban nhân dân, ubnd, thường trực, người đứng đầu
ngư dân, chủ tàu cá
công an, quân sự, bộ đội, chiến sĩ, lực lượng vũ trang, biên phòng, dân quân tự vệ, ban chỉ huy quân sự
mặt trận, mặt trận tổ quốc, ủy ban mặt trận tổ quốc, ban công tác mặt trận, đoàn thể, các đoàn thể, các ngành, hội đoàn thể
nhân dân, người dân, bà con, quần chúng, hộ dân, các hộ, gia đình, hộ gia đình, dân, hộ, cộng đồng, mỗi hộ, cư dân, đồng bào, khu dân cư
người nghèo, hộ nghèo, hộ cận nghèo, cận nghèo, khó khăn, hoàn cảnh khó khăn, nghèo, khó khăn về nhà ở, người già, cụ già, người bệnh, bệnh nhân
mạnh thường quân, nhà hảo tâm, doanh nghiệp tài trợ, tài trợ, quyên góp, hảo tâm, xã hội hóa, hội chữ thập đỏ, chữ thập đỏ
đồng bào dân tộc, dân tộc thiểu số, dân tộc, đồng bào khmer, khmer
`;

/** What is said of nearly every model: left out, whatever stands around it. */
export const STOCK = `
mô hình, dân vận khéo, dân vận, khéo, điển hình, phong trào, thi đua, vận động, tuyên truyền, xây dựng, thực hiện, tham gia, tích cực, phát huy, vai trò, nâng cao, chất lượng, hiệu quả, công tác, góp phần, chung tay, đẩy mạnh, tăng cường, tiếp tục, triển khai, phối hợp, tổ chức, phát động, hưởng ứng, địa phương, địa bàn, cơ sở, đơn vị, nội dung, chương trình, kế hoạch, thành lập, duy trì, ra mắt, câu lạc bộ, tổ, nhóm, đội, chi hội, ban, hội viên, thành viên, giúp, giúp đỡ, hỗ trợ, giúp nhau, đóng góp, góp, góp công, góp tiền, góp sức, ngày công, công sức, kinh phí, vật tư, hộ, tự nguyện, tình nguyện, cam kết, ký cam kết, đăng ký, hướng dẫn, tập huấn, hàng tháng, hằng tháng, hàng tuần, hằng tuần, hàng năm, mỗi tháng, mỗi tuần, mỗi quý, mỗi năm, định kỳ, trong năm, trên địa bàn, khu vực, tại chỗ, đến từng hộ, từng hộ, đến nhà, đi từng nhà, đến tận nhà, họp dân, phân công, giao, kiểu mẫu, tiêu biểu, đoàn kết, toàn dân, khéo vận động, giai đoạn, đổi mới, giỏi, tốt, chăm lo, quan tâm, đời sống, triệu đồng, đồng, miễn phí, không thu tiền, trụ sở, tổ dân vận, tổ công tác, trong việc, trong công tác, đi lại, nhau, làm, lập, mở, đặt, nhận, cùng, mỗi, từng, số, nhiều, có, không, được, giảm, tăng, thu nhập, bảo vệ, giữ gìn, giữ, quản lý, chăm sóc, sử dụng, khu, điểm, tuyến
`;

/** Words that only join others; a one-syllable word that means little by itself belongs here. */
export const JOINING = `
và của cho trong ở tại với các những là để theo từ đến về ra vào lên xuống trên dưới bằng do vì khi thì mà cũng như này đó một hai người việc công nơi năm tháng ngày tuần quý giờ lần còn đã sẽ đang bị hơn nữa rồi mới cả đều hay hoặc nếu qua sau trước giữa cuối đầu dịp ngoài trong gần xa lại đi nên cần phải nào gì ai tự ba bốn kg km ha m2 phần nhất con cái chiếc cây vụ loại bộ mọi toàn trực tiếp ổn kết hợp nhà
`;

/** Syllables that stand in every second text and tell little of what a model is about: they weigh a fraction of a rare one. */
export const COMMON = `
ven dong thuan doi roi gay buoi ngo trai thao go phuong an hang chet thay gan moc mep ben lon tuoi nguoi gia tre con thu tuong ngon xe ke hoach chu so vien hom vui tho lai xin giu phan anh sach dep xanh xau moi cu cam on giam soat muc chi dan nay mang lam tron nguyen goc vat lieu ve sinh
anh an ap bac bai ban bang bao bat bao ben benh bi bien binh bo boi bon bot buoc buoi bua ca cac cach cai can canh cam cao cap cat cau cha cham chan chap chat che chi chia chien chieu chinh cho choi chon chong chot chu chua chuan chuc chung chuoi chuong chuyen co coi cong cu cuoi cuoc cung dai dam dan dang danh dao dap dat dau day de dem den deu di dia dich diem dien dieu dinh do doa doan doanh doc doi don dong du dua duc dung duoc duoi duong duy duyet em gan gap ghi gia giai giam gian giang giao gio gioi giong giua giup go goi gom gon gop gui ha hai han hang hanh hao hay he hen het hiem hien hieu hinh ho hoa hoac hoach hoan hoat hoc hoi hom hon hong hop huan hung huong huu huy huynh huyen ich it ke kem ken ket keo kha khac khach khai khao khap khau khi khich khiem khien khieu kho khoa khoan khoang khoe khoi khong khu khuyen kiem kien kiet kim kinh ky la lac lai lam lan lang lanh lao lap lat lau lay le len lich lien lieu linh lo loai loc loi long lop lu luan luat luc luon luong luot luu ly ma mai man mang manh mat mau may me mien minh moc moi mon mot mua muc muon nam nan nang nao nay nen neu ngan nganh ngay nghe nghi nghia nghiep ngo ngoai nguoi nguon nguy nha nhac nham nhan nhanh nhap nhat nhau nhe nhiem nhieu nho nhom nhu nhung nien niem nin no noi nop nong nu nua nuoc o on pham phai phan phap phat phe phep phi phia phien phieu pho phoi phong phu phuc phung phuong qua quan quang que quoc quy quyen quyet ra ranh rat rieng ro roi rong san sang sao sap sat sau se si sinh so som song su suc sung suot suc ta tac tai tam tan tang tao tap tat tay te ten thach tham than thanh thao thap that thau thay the them theo thi thich thiet thieu tho thoa thoai thoat thoi thon thong thu thua thuan thuat thuc thuoc thuong thuy tich tien tiep tiet tieu tim tin tinh to toa toan toi ton tong tot tra trach trai tram tran trang tranh tre treo tri trien trieu trinh tro trong tru truc trung truoc truong truy truyen tu tuan tuc tung tuoi tuong tuy tuyen ung uoc uu uy va vai van vang vao ve vi viec vien viet voi von vong vu vua vuc vung vuot xa xac xay xem xen xep xet xin xoa xoay xom xong xu xua xuat xuong y yen yeu
`;
