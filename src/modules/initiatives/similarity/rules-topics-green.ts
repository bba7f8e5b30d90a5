/** Topics of the countryside and its roads, of rubbish, water, trees. The shape is told in rules-topics.ts. */
export const GREEN = `
đường giao thông, làm đường, làm lộ, mở đường, mở lộ, mở rộng đường, mở rộng lộ, đường nông thôn, giao thông nông thôn, lộ giao thông, lộ nông thôn, đường bê tông, lộ bê tông, bê tông hóa, nâng cấp đường, đắp lộ, nhựa hóa, cứng hóa, mở rộng hẻm, làm hẻm, đường giao thông nông thôn, xây dựng đường, đổ bê tông, xây lộ
~con đường, đường làng, đường quê, con lộ, tuyến đường, tuyến lộ, lộ, hẻm, đường liên ấp, đường liên xã, ven đường, hai bên đường, trước nhà, ven lộ, hai bên lộ, xóm
vá đường, dặm vá đường, giặm vá đường, ổ gà, sửa đường, đường hư, vá ổ gà, chỗ hư trên đường, giặm vá, dặm vá, sửa chữa đường, duy tu, sửa lộ, vá lộ, bảo dưỡng đường
hiến đất, hiến cây, hiến tài sản, m2 đất, di dời hàng rào, nhường đất, lùi rào, lùi hàng rào, dời rào, hiến vật kiến trúc, tự nguyện hiến, dời hàng rào, hiến đất mở đường, hiến đất làm đường
giải phóng mặt bằng, bàn giao mặt bằng, mặt bằng, đền bù, bồi thường, thu hồi đất, tái định cư, cưỡng chế, giá đền bù, quỹ đất công, đất công, gpmb
thắp sáng, ánh sáng đường, đèn đường, đèn chiếu sáng, bóng đèn, chiếu sáng, đường điện, đường đèn, đèn năng lượng, lắp đèn, ánh sáng, ánh sáng nông thôn, điện chiếu sáng, đèn led, thắp sáng đường quê, ánh sáng đường quê, điện đường, ánh sáng an ninh, thắp sáng hẻm, đèn năng lượng mặt trời, điện thắp sáng
cầu nông thôn, cầu tạm, cầu khỉ, cầu ván, cầu bê tông, xây cầu, bắc cầu, làm cầu, cầu giao thông, sửa cầu, cây cầu, cầu treo, xóa cầu, nhịp cầu, thợ cầu, cầu cây, cầu bê tông cốt thép, cầu dân sinh
phát quang, bụi rậm, cỏ dại ven đường, phát cỏ, phát hoang, phát quang bụi rậm, che khuất tầm nhìn
hẻm ngập, chống ngập, thoát nước, cống thoát nước, hố ga, nâng hẻm, nâng nền hẻm, không ngập
tuyến đường hoa, đường hoa, trồng hoa, hoa hai bên, con đường hoa, hoa ven đường, tuyến lộ hoa, nở hoa, trồng bông, bồn hoa, hoa mười giờ, tuyến đường nở hoa, vườn hoa, hoa các loại, hoa, trồng hoa ven đường
hàng rào cây xanh, hàng rào xanh, cây làm hàng rào, làm hàng rào, hàng rào bằng cây, rào cây xanh, rào bằng cây, làm rào, cắt tỉa hàng rào, cắt tỉa
đường cờ, cột cờ, trụ cờ, treo cờ, cờ tổ quốc, đường cờ tổ quốc, tuyến đường cờ, treo quốc kỳ, quốc kỳ
~cảnh quan
~tuyến đường kiểu mẫu, tuyến lộ kiểu mẫu, đường kiểu mẫu, tuyến đường phụ nữ tự quản, tuyến đường thanh niên tự quản, tuyến lộ tự quản
trồng cây, cây xanh, ươm giống, trồng cây xanh, trồng cây nhớ bác, tết trồng cây, đời đời nhớ ơn bác, phủ xanh, trồng cây bóng mát, hàng cây, hàng cây đảng viên, cây bóng mát, cây dầu, cây sao, một triệu cây xanh, hàng cây thanh niên
^xanh sạch đẹp, sáng xanh sạch đẹp, tuyến đường xanh sạch đẹp, tuyến đường sáng xanh sạch đẹp
nhà sạch vườn đẹp, nhà sạch, ngõ sạch, nhà sạch ngõ đẹp, sạch nhà đẹp ngõ, quét ngõ, chỉnh trang vườn, dọn sân, vườn đẹp, nhà cửa ngăn nắp, sân vườn, chỉnh trang nhà cửa, ngăn nắp, chỉnh trang nhà
khu dân cư kiểu mẫu, ấp kiểu mẫu, ấp nông thôn mới kiểu mẫu, ấp văn hóa, khu dân cư văn hóa, xóm văn hóa
~nông thôn mới, xã nông thôn mới, nông thôn mới nâng cao, nông thôn mới kiểu mẫu, đời sống văn hóa, chung sức xây dựng nông thôn mới, tiêu chí nông thôn mới
chai nhựa gây quỹ, vỏ chai, chai nhựa, vỏ chai nhựa, lon bia, kế hoạch nhỏ, giấy vụn, lon nhôm, nhặt chai nhựa, gom chai nhựa, chai lọ nhựa
phế liệu, ve chai, ngôi nhà xanh, thu gom phế liệu, biến rác thành tiền, rác thành tiền, gom ve chai, thùng rác tái chế, rác tái chế, nhà lưới bỏ chai, bán phế liệu, phế liệu gây quỹ
rác thải nhựa, rác nhựa, chống rác thải nhựa, đồ nhựa, nhựa một lần, nhựa dùng một lần
túi ni lông, túi nilon, bao ni lông, ni lông, nilon, túi nylon, nylon, giỏ nhựa, giỏ xách, xách giỏ, giỏ đi chợ, đi chợ, làn nhựa, xách làn, xách giỏ đi chợ, gói hàng bằng lá
phân loại rác, tách rác, chia rác, rác hữu cơ, rác vô cơ, ủ phân, vô cơ, phân loại, tại nguồn, hố ủ phân, hai thùng, ủ rác, rác bếp, phân loại rác tại nguồn, phân loại rác thải, phân bón từ rác, ủ phân hữu cơ
nước rửa chén, enzyme, nước tẩy rửa, vỏ trái cây, nước rửa chén sinh học
lò đốt rác, đốt rác, lò đốt, hố rác gia đình, hố chôn rác, hố rác tự hoại, xử lý rác tại hộ, hố xử lý rác
điểm đen rác, điểm đen, bãi rác tự phát, bãi rác, đổ trộm, chỗ đổ rác, điểm nóng rác, xóa điểm đen, rác tự phát
phí rác, tiền rác, hợp đồng rác, xe rác, xe thu gom rác, hợp đồng thu gom rác, phí thu gom rác, phí vệ sinh, phí thu gom, ký hợp đồng thu gom, tổ thu gom rác, thu tiền rác
đổi rác lấy quà, đổi rác, rác đổi quà, đổi rác lấy cây, đổi quà, đổi cây, rác lấy quà, đổi rác lấy cây xanh, đổi pin
pin cũ, pin hỏng, pin, ắc quy, chất thải nguy hại, rác thải nguy hại, rác điện tử
tự quản về môi trường, tổ tự quản môi trường, tự quản môi trường, tự quản vệ sinh môi trường, tự quản bảo vệ môi trường, giữ vệ sinh xóm ấp, quét lộ, quét dọn tuyến, tổ tự quản bảo vệ môi trường, giữ vệ sinh xóm, quét dọn đường, tổ vệ sinh
~thu gom rác, rác thải, rác sinh hoạt, đổ rác, xả rác, thu rác, vệ sinh môi trường, bảo vệ môi trường, môi trường, dọn rác, nhặt rác, gom rác, rác, sạch đẹp, dọn vệ sinh, tổng vệ sinh, giữ vệ sinh
chủ nhật xanh, ngày chủ nhật xanh, ngày thứ bảy xanh, chủ nhật sạch, ra quân vệ sinh, ra quân dọn vệ sinh, ra quân tổng vệ sinh, ngày chủ nhật sạch
làm sạch biển, bãi biển, bãi tắm, rác trên bãi, bãi biển sạch, làm sạch bãi biển, rác trôi dạt, hãy làm sạch biển, bờ biển, dọn rác bờ biển, biển xanh
mang rác về bờ, đưa rác vào bờ, rác về bờ, rác trên tàu, gom rác trên biển, đem rác về, xả rác xuống biển, rác biển, rác xuống biển, rác nhựa trên biển, tàu cá không xả rác, vào bờ
san hô, rạn san hô, cỏ biển
lục bình, vớt lục bình, khai thông dòng chảy, trục vớt, thông thoáng tuyến kênh, khơi thông dòng chảy, sạch kinh rạch, làm sạch kinh, sạch dòng kênh, vớt rác trên kênh, dòng kênh không rác, khơi thông kênh
nước sạch, đường ống, ống nước, nước sinh hoạt, cấp nước, trạm cấp nước, đồng hồ nước, nước hợp vệ sinh, nước máy, ống nhánh, kéo nước
nước ngọt
nhà tiêu hợp vệ sinh, nhà vệ sinh, nhà vệ sinh công cộng, cầu tiêu, hố xí, nhà tiêu, cầu tiêu trên sông, hố xí tự hoại, cầu cá, cầu tiêu ao cá
thuốc bảo vệ thực vật, thuốc bvtv, bvtv, thuốc trừ sâu, vỏ bao thuốc, bao gói thuốc, bao bì thuốc, chai lọ thuốc, vỏ thuốc, thuốc sâu, bảo vệ thực vật, vỏ bao bì, vỏ chai thuốc, bao bì thuốc bảo vệ thực vật, vỏ bao gói, vỏ thuốc bảo vệ thực vật, bể chứa vỏ thuốc, chai thuốc sâu, vỏ chai thuốc sâu
phân bón hữu cơ, vi sinh, phân hữu cơ, chế phẩm vi sinh, phân vi sinh
xả thải, nước thải, ô nhiễm, mùi hôi, ao lắng, xử lý nước thải, bơm bùn, sên vét, xả thải ra kênh, xả nước thải
rừng ngập mặn, trồng rừng, rừng phòng hộ, cây đước, trồng đước, cây mắm, trồng mắm, bãi bồi, chắn sóng, trồng bần, cây bần, dừa nước, trồng cây giữ bờ
bảo vệ rừng, phá rừng, giữ rừng, giao khoán rừng, rừng tràm, khoán rừng, nhận khoán rừng, ven rừng, rừng
không rác, đoạn đường không rác, khu dân cư không rác, khu phố không rác, tuyến đường không rác
bích họa, tranh bích họa, tranh tường, vẽ tranh, con đường bích họa, vẽ tranh tường, tường rào cũ, bức tường
số nhà, biển tên đường, gắn biển, biển số nhà, bảng tên đường
~bờ kênh, ven kênh, dòng kênh, tuyến kênh, dòng sông, bờ sông, ven sông
thùng rác công cộng, đặt thùng rác, thùng rác có nắp, thùng rác
hộp xốp, ly nhựa, ống hút, hộp giấy, ống hút tre, chén đĩa nhựa
cổng rào, cổng chào, cổng ấp, hàng rào thống nhất, làm cổng
cáp viễn thông, bó cáp, dây cáp, chỉnh trang dây điện
công viên, tiểu công viên, khuôn viên xanh, hoa viên
di dời chuồng trại, chuồng trại xa nhà, chuồng trại ra xa, nuôi nhốt gia súc
biển báo, đèn tín hiệu, chướng ngại, luồng chạy tàu, miệng đáy, biển báo đường thủy
gom rác quanh nhà, vệ sinh quanh nhà, sạch đường làng
chợ sạch, vệ sinh chợ, chợ xanh sạch
`;
