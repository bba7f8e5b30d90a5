/** Topics of defence and security, traffic and public order. The shape is told in rules-topics.ts. */
export const SECURITY = `
camera, mắt thần, camera an ninh, camera quan sát, camera giám sát, mắt camera, máy quay, lắp camera, gắn camera, máy quay giám sát, mắt quay
tiếng kẻng, kẻng, gõ kẻng, nghe kẻng, tiếng mõ, mõ, kẻng an ninh, tiếng trống an ninh, còi báo động, đánh kẻng, kẻng báo động, tiếng trống
~an ninh trật tự, trật tự xã hội, bình yên, phòng chống tội phạm, tội phạm, trộm cắp, trộm vặt, chống trộm, giữ bình yên, an ninh tổ quốc, an ninh nhân dân, trật tự, an ninh, an toàn về an ninh trật tự, kẻ gian
~tự quản, tổ tự quản, liên gia, nhóm hộ tự quản, liên gia tự quản, tổ liên gia, tự phòng tự quản
tự quản an ninh, tổ tự quản an ninh, tự quản về an ninh, tự quản về an ninh trật tự, tự quản an ninh trật tự, liên gia giữ gìn an ninh, nhóm liên gia giữ, giữ tài sản, người lạ, kẻ lạ, liên gia an ninh, cụm dân cư an toàn, tổ an ninh
tuần tra, đội tuần tra, tuần tra đêm, tuần tra ban đêm, dân phòng, canh gác, gác đêm, đội dân phòng, tuần tra nhân dân, trực đêm
~tin báo, báo tin, gửi tin, tố giác, tin báo tội phạm, tố giác tội phạm, tiếp nhận tin báo
hộp thư tố giác, thùng thư tố giác, hòm thư tố giác
~zalo, nhóm zalo, mạng xã hội, facebook, fanpage, nhóm mạng, trang mạng
zalo an ninh, zalo công an, zalo kết nối bình yên, zalo tố giác, nhóm zalo an ninh, zalo kết nối, zalo tiếp nhận tin báo
xe ôm, xích lô, tài xế xe ôm, xe ba gác, bến xe, xe ôm tự quản, taxi
tái hòa nhập, người lầm lỗi, lầm lỗi, hoàn lương, mãn hạn tù, án phạt tù, làm lại cuộc đời, tái hòa nhập cộng đồng, đặc xá, người tù tha về, chấp hành xong án, tù về
cảm hóa, chậm tiến, thanh niên chậm tiến, thanh thiếu niên hư, cảm hóa giáo dục, giúp đỡ thanh niên vi phạm, thanh thiếu niên chậm tiến, người vi phạm, tái phạm, giáo dục người vi phạm, hư hỏng, vi phạm pháp luật trở thành người tốt
ma túy, chất gây nghiện, người nghiện, không ma túy, không có ma túy, phòng chống ma túy, sạch ma túy, nghiện ma túy, ma túy học đường
cai nghiện, sau cai, sau cai nghiện, tái nghiện, người sau cai
~tệ nạn, tệ nạn xã hội, mại dâm
cờ bạc, đá gà, số đề, đánh bạc, chơi đề, sòng bạc, bài bạc, ghi đề, cá độ
phòng cháy, chữa cháy, cháy nổ, báo cháy, bình chữa cháy, phòng cháy chữa cháy, liên gia phòng cháy, thoát nạn, lối thoát thứ hai, chuông báo cháy, bình bột, cứu nạn cứu hộ, pccc, điểm chữa cháy công cộng, chữa cháy công cộng
cháy rừng, phòng cháy rừng, canh lửa, đem lửa vào rừng, chữa cháy rừng
vũ khí, vật liệu nổ, súng tự chế, pháo nổ, công cụ hỗ trợ, súng, súng hơi, đao kiếm, mã tấu, pháo, giao nộp vũ khí, đốt pháo, pháo lậu, đạn
lừa đảo, thủ đoạn lừa đảo, giả danh, chiếm đoạt, lừa đảo qua mạng, bẫy lừa, đường link lạ, chiếm đoạt tiền, lừa đảo trên mạng, giả công an
không gian mạng, tin giả, an ninh mạng, tin xấu độc, thông tin xấu độc, thông tin xấu, mạng an toàn, môi trường mạng
cổng trường, tan trường, tan học, cổng trường an toàn giao thông, cổng trường an toàn, kẹt xe, giờ đưa đón, xe đưa đón, đưa đón học sinh, đậu xe đúng, phụ huynh đậu xe, phân luồng, qua đường, ùn tắc, đón con
~giao thông an toàn, an toàn giao thông, văn hóa giao thông, tai nạn giao thông, tuyến đường an toàn, chấp hành luật giao thông, luật giao thông
rượu bia, nồng độ cồn, say xỉn, uống rượu bia, lái xe khi uống rượu, uống rượu lái xe, không lái xe, không cầm lái, không chạy xe, đã uống rượu bia, không uống rượu bia
mũ bảo hiểm, nón bảo hiểm, đội mũ, đội nón
đua xe, lạng lách, độ pô, độ xe, nẹt pô, tụ tập chạy xe, đua xe trái phép, thay pô
xe tự chế, xe quá tải, quá khổ quá tải, xe cũ nát, xe công nông
đường ngang, đường sắt, rào chắn
đò, bến đò, đò ngang, chủ đò, đưa đò, chuyến đò, bến khách ngang sông, phương tiện thủy, giao thông thủy, đường thủy, quá số người
vỉa hè, lòng lề đường, lấn chiếm, hành lang lộ giới, lề đường, lấn chiếm lòng lề đường, tuyến phố không lấn chiếm, hành lang giao thông, hành lang an toàn đường bộ, mái che, mái hiên, bảng hiệu, trả lại vỉa hè, lấn chiếm vỉa hè
hàng rong, bán rong, xe đẩy, phố ẩm thực, khu bán hàng tập trung, người bán rong, chợ tự phát, sắp xếp chợ, chợ chồm hổm
tuyến phố văn minh, tuyến đường văn minh, trật tự đô thị, văn minh đô thị, mỹ quan đô thị, đô thị văn minh, hẻm văn minh
rao vặt, quảng cáo, tờ rơi, trụ điện, cột điện, bóc gỡ, quảng cáo bẩn, quảng cáo sai phép, quảng cáo rao vặt, cạo tờ rơi, trụ điện nở hoa, cột điện nở hoa
karaoke, loa kẹo kéo, tiếng ồn, ồn ào, yên tĩnh, hát karaoke, dàn loa, loa thùng, hát loa, mở to, mở nhạc, làm phiền
chó mèo, bệnh dại, tiêm phòng dại, tiêm ngừa dại, chó, thả rông, chạy rông, rọ mõm, chó thả rông, đàn chó, con chó, xích chó
bãi giữ xe, điểm giữ xe, giữ xe
nhà trọ, khu nhà trọ, chủ nhà trọ, tạm trú, chủ trọ, nhà trọ văn minh, nhà trọ an toàn, ở trọ, phòng trọ, nhà trọ tự quản, khai báo tạm trú, khu trọ
đình công, ngừng việc tập thể, quan hệ lao động hài hòa, lãn công
đường biên, cột mốc, mốc quốc giới, tự quản đường biên, tuần tra biên giới, mốc giới, đường biên cột mốc, cột mốc sống, đoạn biên giới, cột mốc biên giới
~biên giới, giáp biên, đồn biên phòng, vùng biên, vùng biên giới, bên kia biên giới, qua biên giới
buôn lậu, hàng lậu, vác thuê, thuốc lá lậu, hàng nhập lậu, gian lận thương mại, tiếp tay buôn lậu, chở mướn, hàng cấm, nhập lậu, đường cát
xuất nhập cảnh trái phép, vượt biên, nhập cảnh, xuất cảnh trái phép, đưa người qua biên giới, vượt biên trái phép, mua bán người
kết nghĩa, cụm dân cư hai bên, kết nghĩa hai bên, hai bên biên giới, đối ngoại nhân dân, giao lưu biên giới
con nuôi, nâng bước em tới trường, nâng bước, con nuôi đồn biên phòng, nhận nuôi học sinh, con nuôi công an, nâng bước học sinh
nghĩa vụ quân sự, nhập ngũ, tòng quân, lên đường nhập ngũ, giao quân, thanh niên lên đường, khám tuyển, trốn nghĩa vụ, tuyển quân, luật nghĩa vụ quân sự, nvqs
hậu phương quân đội, gia đình quân nhân, tân binh, con em tại ngũ, gia đình tân binh, hậu phương, có con tại ngũ, gia đình có con nhập ngũ
bộ đội xuất ngũ, quân nhân xuất ngũ, xuất ngũ, dự bị động viên, quân nhân dự bị
dân quân vững mạnh, dân quân tự vệ, huấn luyện dân quân, lực lượng dân quân
dã ngoại, hành quân dã ngoại, quân đội giúp dân, bộ đội giúp dân, dân quân giúp dân, quân dân một ý chí, tết quân dân, làm công tác dân vận, bộ đội về ấp
gặt lúa, cắt lúa, thu hoạch lúa, cứu lúa, chạy lũ, mùa nước nổi, giúp dân thu hoạch, gặt giúp
lên bờ, sống trên ghe, thương hồ, trên ghe
di cư tự do, định cư, dân di cư, hộ khẩu
khiếu kiện, đơn thư, vượt cấp, khiếu nại, đơn thư vượt cấp, khiếu nại tố cáo, khiếu kiện đông người, kéo lên tỉnh
xứ đạo bình yên, họ đạo an toàn, giáo xứ bình yên, giáo xứ an toàn, xứ đạo an toàn, xóm đạo bình yên, họ đạo bình yên, xứ họ đạo bình yên, xứ họ đạo an toàn
~giáo xứ, xứ đạo, họ đạo, giáo họ, xứ họ đạo, xóm đạo, ban hành giáo, nhà xứ, cha xứ
bán vé số, ăn xin, lang thang
đội xung kích phòng chống thiên tai, bốn tại chỗ, chằng chống nhà, giằng mái, di dời dân, xung kích phòng chống thiên tai, tại chỗ, chằng chống, tìm kiếm cứu nạn, trước bão
~thiên tai, bão, phòng chống thiên tai, hạn hán, lũ lụt, hạn mặn, lốc xoáy, mưa bão, bão lũ
khắc phục hậu quả thiên tai, tốc mái, sau bão, sau lũ, khắc phục hậu quả, quỹ phòng chống thiên tai
sạt lở, bờ kè, kè chống sạt lở, giữ bờ, sạt bờ, chống sạt lở, sông lở, giữ đất, bờ sông lở, đất lở, kè bờ
cảnh báo sạt lở, cắm biển cảnh báo, biển cảnh báo, bảng cảnh báo, cắm bảng cảnh báo
lấn sông, tháo dỡ nhà, di dời nhà, lấn chiếm bờ sông, nhà ven sông, nhà sàn ven sông
`;
