/** What tells that something is done: verbs of the movement. One syllable alone is read with its marks. */
export const ACTIONS = `
vận động, tuyên truyền, hiến, góp, đóng góp, trồng, thu gom, gom, phân loại, giúp, giúp đỡ, hỗ trợ, nuôi, chăm sóc, chăm lo, dạy, học, hòa giải, cảm hóa, lắp, lắp đặt, thắp sáng, nạo vét, làm, xây, xây dựng, cất, sửa, tặng, trao, nấu, khám, mua, bán, chuyển đổi, cải tạo, liên kết, sản xuất, tiêu thụ, tiết kiệm, xoay vòng, hùn vốn, bảo vệ, giữ, giữ gìn, phòng chống, phòng ngừa, chống, ngăn, ngăn ngừa, giảm, xóa, diệt, vớt, dọn, nói không, quản lý, tự quản, phụ trách, đối thoại, công khai, nghe, lắng nghe, trả, trả kết quả, giải quyết, tiếp, tiếp sức, hướng dẫn, kết nối, thực hiện, chung tay, chung sức, đỡ đầu, nhận, đưa, mang, chở, cứu, kể chuyện, giáo dục, bảo tồn, khởi nghiệp, đổi, thay, hạn chế, sử dụng, tham gia, duy trì, nâng cao, phát triển, thoát nghèo, đồng hành, đến trường, gương mẫu, nêu gương, cam kết, đăng ký, giám sát, tuần tra, canh gác, trực, xung kích, tình nguyện, sinh hoạt, bám biển, đọc, biến, mở, cho mượn, vay, phát huy, tái chế, tái hòa nhập, khơi thông, di dời, tháo dỡ, trang trí, vẽ, treo, cấp, phát thuốc, tiêm, lên đường, nhập ngũ, viết, thi, rèn luyện, tập, múa, hát, ươm, nhân giống, che chở, đỡ đần, thăm, tri ân, đền ơn đáp nghĩa, đi, về, vì, xách, mặc, ăn, uống, chạy, giao nộp, tố giác, báo tin, phủ xanh, làm sạch, quét, sắp xếp, dịch chuyển, đào tạo, tư vấn, ủng hộ, quyên góp, may, đan, dệt, chế biến, bao tiêu, thành lập, ra quân, san sẻ, sẻ chia, chia sẻ, đoàn kết, an toàn, sạch, xanh, không, tự, cùng, bỏ, tận tay, nâng bước, thả, bắt, câu, xử lý, khám bệnh, cứu trợ, che, vượt, niêm yết, hiện đại hóa, cải cách, kiểm tra, gặp gỡ, tiếp xúc, trợ giúp, ươm mầm, luân canh, nhặt, tưới, cho
`;

/** Things and ways of working that say by themselves what is done. */
export const DEVICES = `
camera, mắt thần, kẻng, mõ, câu lạc bộ, tổ, nhóm, đội, hũ gạo, heo đất, ngôi nhà, mái ấm, nhà văn hóa, nhà tình thương, bếp, bếp ăn, nồi cháo, tủ sách, thư viện, tủ, thùng, giỏ, quỹ, ngân hàng, hợp tác xã, tổ hợp tác, chuyến xe, xe, cổng trường, ngày, giờ, buổi, sáng thứ bảy, thứ bảy, lớp học, lớp, phiên chợ, gian hàng, zalo, loa, cà phê, cánh đồng, đường hoa, tuyến đường, con đường, đường cờ, vườn, điểm, hàng rào, hàng cây, trạm, địa chỉ, hộp thư, bể, bến, bến đò, liên gia, một cửa, mỗi, bữa cơm, bữa trưa, bữa sáng, góc, sân chơi, mẹ đỡ đầu, con nuôi, hạt gạo, nắm gạo, giọt máu, tiếng loa, tiếng trống, tiếng kẻng, cây cầu, ánh sáng, chợ, khu dân cư, khu phố, tuyến phố, tuyến kênh, dòng kênh, công sở, hội thi, ngõ, xóm, hộ, nhà, chi bộ, chi hội, dòng họ, gia đình, trường học, làng, ly cà phê, nhịp cầu, cầu nối, người bạn, đôi bạn, ngôi sao, mã qr, fanpage, kênh, phòng đọc, không gian, bốn xin, năm không, ba sạch, sổ tay, bảng, bản tin, kho, tiệm, quán, cửa hàng
`;

/** Bodies and stretches of a place: with people and a place alone they tell who, not what. */
export const BODIES = `
câu lạc bộ, tổ, nhóm, đội, trường tiểu học, trường trung học, trung học cơ sở, trường mầm non, tổ dân phố số, hợp tác xã, tổ hợp tác, chi bộ, chi hội, chi đoàn, dòng họ, họ đạo, giáo xứ, ban, tổ dân phố, khu dân cư, khu phố, làng, xóm, ngõ, hẻm, trường học, lớp, chợ, cánh đồng, tuyến đường, con đường, tuyến lộ, tuyến phố, tuyến kênh, dòng kênh, kênh, bến, nhà, hộ, gia đình, công sở, trạm, số, tổ tự quản, điểm
`;

/** Fields and aims that name no act: alone they leave a name without one. */
export const BARE = `
môi trường, bảo vệ môi trường, giao thông, giao thông nông thôn, an sinh xã hội, an sinh, an ninh trật tự, trật tự an toàn xã hội, kinh tế, văn hóa, giáo dục, y tế, người nghèo, hộ nghèo, người già, người cao tuổi, trẻ em, học sinh, nông thôn mới, vệ sinh, vệ sinh môi trường, nước sạch, phụ nữ, nông dân, thanh niên, nông thôn, xã hội, chính trị, bảo hiểm y tế, bảo hiểm xã hội, dân số, thể thao, thể dục thể thao, pháp luật, cải cách hành chính, thủ tục hành chính, rác thải, rác, rác thải nhựa, giảm nghèo, đường giao thông, đường nông thôn, cầu nông thôn, biển đảo, tôn giáo, dân tộc, việc làm, nhà ở, an toàn giao thông, an toàn thực phẩm, vệ sinh an toàn thực phẩm, đô thị, cây xanh, ma túy, tệ nạn xã hội, phòng cháy chữa cháy, chuyển đổi số, thủy lợi, đời sống văn hóa, gia đình văn hóa, khuyến học, sức khỏe, dân chủ, quy chế dân chủ, hệ thống chính trị, quốc phòng, an ninh, quốc phòng an ninh, du lịch, nông nghiệp, chăn nuôi, trồng trọt, lúa, thủy sản, chợ
`;

/** What fits every model and so says nothing of one. */
export const GENERIC = `
mô hình, mô hình dân vận khéo, dân vận khéo, dân vận, khéo, điển hình, tiên tiến, phong trào, thi đua, phong trào thi đua, mô hình hay, cách làm, cách làm hay, hay, mới, mô hình mới, sáng tạo, hiệu quả, thiết thực, tiêu biểu, xuất sắc, kiểu mẫu, nông thôn mới, nông thôn mới nâng cao, xã nông thôn mới, đô thị văn minh, nhiệm vụ chính trị, nhiệm vụ, nhiệm vụ được giao, chức năng, công tác, công tác dân vận, công tác vận động quần chúng, hoàn thành, hoàn thành tốt, thực hiện, thực hiện tốt, tham gia, phát huy, vai trò, nâng cao, chất lượng, hiệu quả công tác, đẩy mạnh, tăng cường, đời sống, đời sống nhân dân, đời sống vật chất, tinh thần, vật chất, phát triển kinh tế, kinh tế, kinh tế xã hội, văn hóa xã hội, văn hóa, xã hội, an sinh xã hội, quốc phòng an ninh, quốc phòng, hệ thống chính trị, xây dựng hệ thống chính trị, xây dựng đảng, khối đại đoàn kết, đại đoàn kết toàn dân, đoàn kết, tuyên truyền, vận động, xây dựng, chung tay, chung sức, góp phần, các phong trào, hoạt động, chương trình, kế hoạch, chủ trương, chính sách, đường lối, nghị quyết, chủ trương chính sách, chấp hành, đồng thuận, gắn bó, tích cực, quần chúng, tư tưởng, mọi mặt, địa phương, cơ sở, đơn vị, số một, tốt, giỏi, đạt, phấn đấu, trong sạch, vững mạnh, trong sạch vững mạnh, trong, lĩnh vực, giai đoạn, năm, nhân dân, người dân, toàn dân, trong nhân dân, đảng, nhà nước, của đảng, pháp luật của nhà nước, gương, yêu nước, giúp nhau, giúp đỡ nhau, giúp đỡ, đảm bảo, bảo đảm, quốc phòng an ninh, an ninh quốc phòng, gương người tốt việc tốt, người tốt việc tốt, cuộc vận động, bảo vệ tổ quốc, xây dựng quê hương, quê hương, giàu đẹp, phát triển, giữ vững, ổn định, thành công, thắng lợi, tập thể, cá nhân, cải thiện, làm tốt, tổ, nhóm, câu lạc bộ, đội, ban, chi hội
`;

/** Words of speeches and of movements that are not a model's own. */
export const SLOGANS = `
dân vận khéo thì việc gì cũng thành công
học tập và làm theo tư tưởng đạo đức phong cách hồ chí minh
học tập và làm theo tấm gương đạo đức hồ chí minh
học tập và làm theo bác
toàn dân đoàn kết xây dựng đời sống văn hóa
toàn dân đoàn kết xây dựng nông thôn mới đô thị văn minh
toàn dân bảo vệ an ninh tổ quốc
chung tay xây dựng nông thôn mới
chung sức xây dựng nông thôn mới
cả nước chung sức xây dựng nông thôn mới
cả nước chung tay vì người nghèo
chung tay vì người nghèo
không để ai bị bỏ lại phía sau
dân biết dân bàn dân làm dân kiểm tra
dân biết dân bàn dân làm dân kiểm tra dân giám sát dân thụ hưởng
gần dân trọng dân hiểu dân học dân
trọng dân gần dân hiểu dân học dân và có trách nhiệm với dân
óc nghĩ mắt trông tai nghe chân đi miệng nói tay làm
nghĩ thật nói thật làm thật
nói đi đôi với làm
lấy dân làm gốc
dễ trăm lần không dân cũng chịu khó vạn lần dân liệu cũng xong
đảng viên đi trước làng nước theo sau
nhà nước và nhân dân cùng làm
không có gì quý hơn độc lập tự do
sống chiến đấu lao động và học tập theo gương bác hồ vĩ đại
thi đua là yêu nước yêu nước thì phải thi đua
uống nước nhớ nguồn
đền ơn đáp nghĩa
lá lành đùm lá rách
tương thân tương ái
thương người như thể thương thân
đoàn kết đoàn kết đại đoàn kết thành công thành công đại thành công
phụ nữ tích cực học tập lao động sáng tạo xây dựng gia đình hạnh phúc
giỏi việc nước đảm việc nhà
tuổi cao gương sáng
nông dân thi đua sản xuất kinh doanh giỏi
cựu chiến binh gương mẫu
thanh niên tình nguyện
tuổi trẻ sáng tạo
dạy tốt học tốt
mỗi thầy giáo cô giáo là một tấm gương đạo đức tự học và sáng tạo
xây dựng trường học thân thiện học sinh tích cực
vì nhân dân phục vụ
vì nhân dân quên mình
vì nước quên thân vì dân phục vụ
trung với đảng hiếu với dân
dân là gốc
ý đảng lòng dân
đi từng ngõ gõ từng nhà rà từng đối tượng
vì an ninh tổ quốc
vì bình yên cuộc sống
dân giàu nước mạnh dân chủ công bằng văn minh
dân vận chính quyền
năm dân vận chính quyền
đảng trong cuộc sống hôm nay
sáng xanh sạch đẹp
tốt đời đẹp đạo
nghĩa tình đồng đội
sống tốt đời đẹp đạo
đoàn kết sáng tạo phát triển
đâu cần thanh niên có việc gì khó có thanh niên
vì lợi ích mười năm trồng cây vì lợi ích trăm năm trồng người
dễ mười lần không dân cũng chịu khó trăm lần dân liệu cũng xong
lực lượng của dân rất to
nước lấy dân làm gốc
chở thuyền là dân lật thuyền cũng là dân
nghe dân nói nói dân hiểu làm dân tin
nói dân nghe làm dân tin
một người vì mọi người mọi người vì một người
một miếng khi đói bằng một gói khi no
ăn quả nhớ kẻ trồng cây
nhiễu điều phủ lấy giá gương
cần kiệm liêm chính chí công vô tư
lương y như từ mẫu
tiên học lễ hậu học văn
tất cả vì học sinh thân yêu
trẻ em hôm nay thế giới ngày mai
quân với dân như cá với nước
vì dân phục vụ
tuổi nhỏ làm việc nhỏ
thanh niên làm theo lời bác
đoàn kết là sức mạnh
năng động sáng tạo hội nhập phát triển
người việt nam ưu tiên dùng hàng việt nam
`;
