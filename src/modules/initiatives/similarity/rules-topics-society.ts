/** Topics of culture and society: families, health, schools, charity, customs, belief. The shape is told in rules-topics.ts. */
export const SOCIETY = `
bảo hiểm y tế, thẻ bảo hiểm, mua bảo hiểm, mua thẻ, bảo hiểm y tế toàn dân, thẻ bảo hiểm y tế, mua thẻ bảo hiểm y tế, mua bảo hiểm y tế, bảo hiểm y tế hộ gia đình
tặng thẻ bảo hiểm, tặng thẻ bảo hiểm y tế, trao thẻ bảo hiểm y tế, tặng bảo hiểm y tế, tặng thẻ, trao thẻ, hỗ trợ thẻ bảo hiểm y tế, tặng bảo hiểm
bảo hiểm xã hội, bảo hiểm xã hội tự nguyện, bhxh tự nguyện, lương hưu, tham gia bảo hiểm xã hội tự nguyện
năm không ba sạch, 5 không 3 sạch, ba sạch, năm không, bếp sạch, 5k3s, 5k 3s, 5 có 3 sạch, sạch nhà sạch bếp sạch ngõ, gia đình năm không ba sạch, sạch bếp
bạo lực gia đình, bạo hành, địa chỉ tin cậy, tạm lánh, bạo lực giới, mâu thuẫn vợ chồng, nhà tạm lánh, bị bạo lực, nạn nhân bạo lực, đánh đập, ngôi nhà bình yên, bình đẳng giới
bạo lực học đường, đánh nhau, tư vấn tâm lý, tâm lý học đường, học sinh cá biệt, học sinh đánh nhau
gia đình hạnh phúc, gia đình văn hóa, gia đình ấm no, giữ lửa hạnh phúc, nuôi dạy con, làm cha mẹ, ứng xử vợ chồng, nuôi dạy con tốt, xây dựng gia đình, kỹ năng làm cha mẹ
sinh con thứ ba, không sinh con, kế hoạch hóa gia đình, sinh đủ hai con, dân số, không sinh con thứ ba, sinh con, mất cân bằng giới tính
tảo hôn, hôn nhân cận huyết, kết hôn sớm, chưa đủ tuổi, cận huyết thống, lấy chồng sớm, gả cưới, dưới 18 tuổi, gả con, cận huyết
tiền hôn nhân, chăm sóc sức khỏe sinh sản, sức khỏe sinh sản, trước khi cưới, khám trước kết hôn, sắp cưới, trước hôn nhân
đuối nước, dạy bơi, học bơi, biết bơi, lớp bơi, phổ cập bơi, hồ bơi, hồ lưới, bơi lội, bể bơi, phòng chống đuối nước, phòng đuối nước
áo phao, phao cứu sinh, cặp phao, cặp phao cứu sinh, mặc áo phao, tặng áo phao
hiến máu, giọt máu, đơn vị máu, nhóm máu, hiến máu nhân đạo, hiến máu tình nguyện, ngân hàng máu, cho máu, máu sống, máu hiếm
sốt xuất huyết, lăng quăng, diệt muỗi, diệt lăng quăng, lu khạp, muỗi, vật chứa nước, cá bảy màu, bọ gậy, lật úp, vật đọng nước
tiêm ngừa, tiêm vắc xin, vắc xin, tiêm chủng, vaccine, vacxin, mũi nhắc lại, tiêm phòng, đi tiêm, đưa con tiêm
~covid, chống dịch, phòng dịch, phòng chống dịch, dịch bệnh, vùng dịch, mùa dịch, chống covid
tổ covid, tổ covid cộng đồng, khai báo y tế, người về từ vùng dịch, giám sát cách ly, tờ khai y tế, đi từng ngõ gõ từng nhà, chốt kiểm soát dịch, từng ngõ gõ từng nhà, rà từng nhà
đi chợ giúp, đi chợ hộ, shipper, cách ly, phong tỏa, mua giúp, giao tận cửa, giao trước cửa, hộ bị cách ly, đi chợ thay
gian hàng 0 đồng, siêu thị 0 đồng, phiên chợ 0 đồng, gian hàng không đồng, phiên chợ không đồng, chợ 0 đồng, chợ không đồng, nhu yếu phẩm, phát rau, siêu thị mini 0 đồng, atm gạo, cửa hàng 0 đồng, túi an sinh, cây atm gạo
khám bệnh, phát thuốc, cấp thuốc, khám miễn phí, tư vấn sức khỏe, đo huyết áp, khám sàng lọc, khám và phát thuốc, khám bệnh lưu động, khám bệnh phát thuốc, khám bệnh miễn phí, quân dân y
khám chữa bệnh, chăm sóc sức khỏe, bác sĩ, phòng khám, y đức, thái độ phục vụ người bệnh, bệnh viện xanh sạch đẹp, hài lòng người bệnh, bệnh viện
thuốc nam, đông y, phòng thuốc nam, hốt thuốc, châm cứu, chẩn trị, vườn thuốc nam, bắt mạch, lương y, y học cổ truyền, phòng chẩn trị
mổ mắt, đục thủy tinh thể, người mù, phẫu thuật mắt, mổ tim, bệnh viện mắt, mù nghèo, ánh sáng cho người mù, trái tim
bếp ăn từ thiện, nấu cháo, nồi cháo, bếp cơm, cháo sáng, suất cơm, cháo nghĩa tình, cơm từ thiện, bếp ăn tình thương, cháo, phần cháo, cơm chay, người nuôi bệnh, nấu cơm, bữa cơm miễn phí, cháo tình thương, bếp cơm từ thiện, quán cơm, cơm 2000
xe chuyển bệnh, chuyển bệnh, chuyến xe nghĩa tình, cứu thương, chở bệnh nhân, đưa người bệnh, đi cấp cứu, xe cứu thương, chở người bệnh, đưa bệnh nhân, chuyến xe 0 đồng, chuyển viện, xe từ thiện, lên tuyến trên, cấp cứu miễn phí
suy dinh dưỡng, dinh dưỡng, nuôi con khỏe, bữa ăn dinh dưỡng, trẻ thấp còi, ly sữa, cháo dinh dưỡng, cân đo trẻ, bữa sữa
vệ sinh an toàn thực phẩm, an toàn thực phẩm, thực phẩm an toàn, thực phẩm sạch, bếp an toàn, thực phẩm bẩn, quán ăn an toàn, hàn the, nguồn gốc thực phẩm, rõ nguồn gốc, thức ăn đường phố
hũ gạo, nắm gạo, hạt gạo, hũ gạo tình thương, hũ gạo tiết kiệm, kg gạo, bớt gạo, giúp gạo, bớt một nắm gạo
người neo đơn, neo đơn, già neo đơn, nơi nương tựa, người già neo đơn, sống một mình, không nơi nương tựa, thăm người già
việc tang, tang lễ, đám tang, vàng mã, có tang, đưa tang, hủ tục, rải vàng mã, tang văn minh, vòng hoa, để thi hài, hỏa táng, đốt vàng mã, tang gia
mai táng, ma chay, tổ tương trợ, hậu sự, trại hòm, phúng viếng, tổ mai táng, lo hậu sự, quan tài, mai táng phí, quỹ tang, đạo tỳ
nghĩa trang nhân dân, mồ mả, di dời mồ mả, quy hoạch nghĩa trang
việc cưới, cưới hỏi, đám cưới, tiệc cưới, tiệc mặn, cưới văn minh, mâm cỗ, tiệc trà, cưới tiết kiệm
trẻ mồ côi, mồ côi, mẹ đỡ đầu, đỡ đầu trẻ, mất cha mẹ, trẻ em mồ côi, mất cha mất mẹ, nhận đỡ đầu trẻ
đỡ đầu, nhận đỡ đầu, địa chỉ đỡ đầu
sân chơi, khu vui chơi, sân chơi trẻ em, điểm vui chơi, đu quay, xích đu, cầu tuột, bập bênh, vui chơi cho trẻ, vỏ xe cũ
xâm hại trẻ em, bảo vệ trẻ em, trẻ em an toàn, xâm hại, ngôi nhà an toàn, phòng chống xâm hại, xâm phạm trẻ, xâm hại tình dục
~trẻ em, thiếu nhi, thiếu niên nhi đồng
người khuyết tật, khuyết tật, người tàn tật
xe lăn, tặng xe lăn, xe lắc, người liệt
da cam, dioxin, chất độc da cam, nạn nhân da cam, chất độc hóa học
mẹ việt nam anh hùng, phụng dưỡng, phụng dưỡng mẹ, mẹ liệt sĩ, vnah, chăm sóc mẹ
nghĩa trang liệt sĩ, mộ liệt sĩ, phần mộ, thắp nến tri ân, bia mộ, chăm sóc nghĩa trang, tri ân liệt sĩ, đài liệt sĩ, nhà bia
hài cốt, tìm mộ, giấy báo tử, tìm đồng đội, thông tin liệt sĩ
~người có công, gia đình chính sách, đền ơn đáp nghĩa, thương binh, liệt sĩ, uống nước nhớ nguồn, tri ân
nhà cho người có công, nhà tình nghĩa, sửa nhà gia đình chính sách, nhà ở cho người có công, nhà ở người có công, nhà đồng đội, nhà gia đình chính sách
nhà đại đoàn kết, nhà tình thương, nhà tạm, nhà dột nát, mái ấm, cất nhà, xây nhà cho, sửa nhà, căn nhà, nhà ở, nhà lá, nhà khăn quàng đỏ, mái nhà, nhà nhân ái, cất lại nhà, mái ấm công đoàn, mái ấm tình thương, xây nhà, xóa nhà tạm, nhà đoàn kết, dựng nhà, khó khăn về nhà ở, làm nhà
ngày hội đại đoàn kết, bữa cơm đoàn kết, 18 11, ngày hội đoàn kết, ngày hội đại đoàn kết toàn dân tộc, bữa cơm chung
~đại đoàn kết, khối đại đoàn kết
~người cao tuổi, tuổi cao gương sáng, ông bà
dưỡng sinh, câu lạc bộ dưỡng sinh, thái cực quyền, tập dưỡng sinh, sống vui sống khỏe
liên thế hệ, liên thế hệ tự giúp nhau, câu lạc bộ liên thế hệ
chúc thọ, mừng thọ, lễ mừng thọ, chúc thọ mừng thọ
thể dục thể thao, thể thao, bóng chuyền, bóng đá, bóng bàn, sân bóng, rèn luyện thân thể, tdtt, sân chơi thể thao, thi đấu bóng, cầu lông, võ thuật
dân vũ, khiêu vũ, đi bộ, đạp xe, tập thể dục, yoga
đờn ca tài tử, đờn ca, cải lương, vọng cổ, ca cổ, tài tử, dân ca, hát ru, hát then, hát bội
văn nghệ, đội văn nghệ, văn hóa văn nghệ, tiếng hát, văn nghệ quần chúng
chữ khmer, tiếng khmer, dạy chữ, lớp học chữ, dạy tiếng khmer, học tiếng dân tộc, chữ khmer trong hè, tiếng dân tộc
nhạc ngũ âm, ngũ âm, dàn nhạc, nhạc lễ, múa lâm thôn, nhạc cụ, điệu múa, múa truyền thống, lâm thôn
ghe ngo, đua ghe ngo, ok om bok, đội ghe, đóng ghe
người có uy tín, người uy tín, già làng, trưởng bản, achar, sư cả, người tiêu biểu
bản sắc dân tộc, văn hóa dân tộc, lễ hội, trang phục dân tộc, cồng chiêng, thổ cẩm, bảo tồn văn hóa
di tích, di sản, di tích lịch sử, chăm sóc di tích
~tôn giáo, chức sắc, tín đồ, chùa, nhà thờ, sư sãi, giáo dân, phật tử, tốt đời đẹp đạo, cơ sở tôn giáo, linh mục, sống phúc âm
chùa xanh, tôn giáo bảo vệ môi trường, khuôn viên chùa, chùa xanh sạch đẹp, chùa tinh tấn, tôn giáo tham gia bảo vệ môi trường
khuyến học, dòng họ khuyến học, dòng họ học tập, xã hội học tập, gia đình học tập, gia đình hiếu học, quỹ khuyến học, thưởng con cháu, khuyến học khuyến tài, dòng họ hiếu học, học giỏi
học bổng, tiếp sức đến trường, tiếp bước đến trường, bạn nghèo, bạn khó khăn, tập vở, tập sách, giúp bạn đến trường, đỡ đầu học sinh, học sinh nghèo, dụng cụ học tập, cùng em đến trường, tiếp bước cho em
xe đạp tặng, xe đạp, tặng xe đạp, xe đạp đến trường, xe đạp cũ
tiếng trống học bài, góc học tập, giờ học bài, tự học, giờ tự học, kẻng học bài, tiếng kẻng học bài, ánh đèn khuya
~đến trường, đi học
bỏ học, trở lại lớp, duy trì sĩ số, sĩ số, đi học lại, ra lớp, trở lại trường, bỏ học giữa chừng, nghỉ học, học sinh nghỉ học, đi học tiếp, chống bỏ học
phụ đạo, học sinh yếu, kèm học sinh, dạy kèm, đôi bạn cùng tiến, đôi bạn học tập, lớp học tình thương, lớp hè, lớp học hè, ôn tập hè, ôn thi, gia sư áo xanh
dạy học, giờ học, dạy tốt học tốt, đổi mới phương pháp, học tốt, phương pháp dạy học, giáo viên giỏi
xóa mù chữ, xóa mù, chưa biết chữ, không biết chữ, mù chữ, dạy chữ cho người lớn, lớp học đêm, dạy đọc viết
phổ cập giáo dục, ra lớp đúng độ tuổi, huy động trẻ
thư viện, tủ sách, văn hóa đọc, kệ sách, đọc sách, cuốn sách, bản sách, điểm đọc, quyên góp sách, tặng sách, sách cũ, kể chuyện theo sách, góc đọc sách, sách báo, tủ sách ấp, mượn sách
bữa trưa, bán trú, cơm trưa, suất ăn trưa, nấu cơm trưa, bữa sáng cho em, bữa sáng
trường học hạnh phúc, lớp học hạnh phúc, lớp học thân thiện, tạo lớp học vui, lớp học vui, trường học thân thiện
trường học an toàn, trường học xanh, trường xanh sạch đẹp
kỹ năng sống, giáo dục kỹ năng, trải nghiệm, kỹ năng cho học sinh
giáo dục truyền thống, kể chuyện truyền thống, về nguồn, lịch sử, nhân chứng lịch sử, truyền thống cách mạng, nói chuyện truyền thống, địa chỉ đỏ, nói chuyện lịch sử, kể chuyện lịch sử, kháng chiến, lòng yêu nước, chuyện kể dưới cờ, nói chuyện chuyên đề truyền thống, kể chuyện chiến đấu
tiếng anh, ngoại ngữ, học tiếng anh
tin học, máy tính cho em, máy tính
trò chơi điện tử, nghiện game, game, màn hình, internet, nghiện trò chơi, tiệm net, quán net, trò chơi trực tuyến
trò chơi dân gian, trò chơi truyền thống
trung thu, trăng rằm, lồng đèn, đèn ông sao, múa lân, bánh trung thu
tặng quà tết, quà tết, tết ấm, xuân yêu thương, tết vì người nghèo, tết cho người nghèo, bánh tét, bánh chưng, tết sum vầy, cây mùa xuân
quần áo cũ, tủ quần áo, áo ấm, quần áo, áo quần, tủ đồ, tủ quần áo 0 đồng, ai thừa đến cho, tủ quần áo tình thương, áo trắng đến trường, quần áo 0 đồng
^tặng quà, quà tặng, trao quà
xe đưa công nhân, về quê ăn tết, về quê đón tết, hồi hương, xe về quê, chuyến xe công đoàn, đưa công nhân về quê, vé xe, xe nghĩa tình, chuyến xe sum vầy, chuyến xe mùa xuân
bữa cơm công đoàn, suất ăn ca, bữa ăn ca, ăn ca, bữa ăn của công nhân, bữa ăn công nhân
~công nhân, công nhân lao động, công đoàn, người lao động, công đoàn viên
cắt tóc, hớt tóc, tiệm hớt tóc, thợ tóc, cắt tóc miễn phí, hớt tóc miễn phí
nghĩa tình đồng đội, giúp đồng đội, giúp nhau giảm nghèo, đồng đội giúp nhau, đồng đội giúp đồng đội, cựu chiến binh giúp nhau, hội viên giúp nhau
đồng hương, kiều bào, xa quê, con em xa quê, người xa quê, người con xa quê, việt kiều
áo dài, hội xuân
ngày thứ bảy tình nguyện, thứ bảy tình nguyện, ngày chủ nhật tình nguyện, mùa hè xanh, tình nguyện hè, ngày thứ bảy vì cộng đồng, thứ bảy vì cộng đồng
nói không với thuốc lá, hút thuốc, khói thuốc, không khói thuốc, không hút thuốc, bỏ thuốc lá, thuốc lá điện tử
~uống rượu
^nhà văn hóa, nhà vh, trụ sở ấp, trụ sở sinh hoạt, trụ sở khóm, nhà sinh hoạt cộng đồng, nơi hội họp, nhà cộng đồng, nhà họp, xây nhà văn hóa, xây trụ sở ấp
cơm 0 đồng, bánh mì, bánh mì 0 đồng, ổ bánh mì, tủ bánh mì, xe bánh mì
trà đá, bình nước miễn phí, thùng trà đá, nước mát, nước uống miễn phí, bình nước
máy lọc nước, nước uống tinh khiết, nước uống, lọc nước công cộng
lì xì, mừng tuổi
mẹ đơn thân, phụ nữ đơn thân, nuôi con một mình, làm mẹ đơn thân
hiến tóc, hiến tạng, hiến xác, hiến mô tạng, hiến giác mạc
phòng chống hiv, hiv, aids, hiv aids
tay chân miệng, sốt rét, cúm, bệnh truyền nhiễm
tăng huyết áp, tiểu đường, đái tháo đường, bệnh không lây nhiễm, khám phụ khoa
tiếp sức người bệnh, hướng dẫn người bệnh, đón tiếp người bệnh
đọc truyện, đọc sách cùng con, cha mẹ đọc sách, ba mẹ đọc sách
điều em muốn nói, hộp thư học sinh
học sinh tự quản, sao đỏ, cờ đỏ
của rơi, trả lại của rơi, nhặt được của rơi, đồ bỏ quên, trả người đánh mất, người tốt việc tốt
trường sa, biển đảo, góp đá xây trường sa, cờ cho ngư dân
áo trắng, đồng phục học sinh, sách giáo khoa cũ
bán trú trồng rau, rau trong trường, vườn rau của bé, vườn trường, trồng rau trong sân trường
hủ tục lạc hậu, thách cưới, bắt chồng, nếp nghĩ cách làm, thay đổi nếp nghĩ, mê tín dị đoan
tà đạo, truyền đạo trái phép, kẻ xấu, fulro, đạo lạ
nhà tang lễ, lò hỏa táng, hỏa thiêu
thuyết minh, thuyết minh viên, hướng dẫn khách thăm di tích
mỗi ngày một tin tốt, tin tốt, câu chuyện đẹp
bảo trợ xã hội, trợ cấp xã hội
bếp gas, nồi cơm điện, bếp củi
xe buýt, xe đưa rước học sinh
`;
