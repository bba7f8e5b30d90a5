/** Topics of the economy: farming, fishing, trades, cooperatives, capital, work. The shape is told in rules-topics.ts. */
export const ECONOMY = `
vốn xoay vòng, xoay vòng vốn, quay vòng vốn, vốn quay vòng, góp vốn quay vòng, góp vốn xoay vòng, quỹ quay vòng, quỹ xoay vòng, quay vòng, xoay vòng, luân phiên nhau, luân phiên lấy, tới lượt, bốc thăm, tổ hùn vốn, hùn vốn, hùn tiền, hụi tương trợ, tiết kiệm tín dụng, tổ tiết kiệm, phụ nữ tiết kiệm, tiết kiệm giúp nhau, hùn vốn tiết kiệm, tiết kiệm vay vốn, không tính lãi, không lấy lãi, không lãi, mượn vốn, cho mượn làm vốn, làm vốn, góp vốn giúp nhau, cho nhau vay, vay trước, tương trợ vốn, quỹ tương trợ, quỹ nghĩa tình, quỹ đồng đội, quỹ hội, quỹ giúp nhau
heo đất, bỏ ống heo, nuôi heo đất, ống heo, ống tiết kiệm, bỏ heo, đập heo, bỏ ống, ống tre tiết kiệm
~ngân hàng chính sách, vay vốn, ủy thác, tín dụng chính sách, dư nợ, trả nợ, thu hồi nợ, vốn vay, ngân hàng chính sách xã hội, nhcsxh, vay vốn ưu đãi
tổ tiết kiệm và vay vốn, nợ quá hạn, tk vv, sử dụng vốn vay, vốn đúng mục đích, lãi tồn, bình xét công khai, vốn ủy thác
tín dụng đen, vay nặng lãi, cho vay nặng lãi, vay nóng, cho vay lãi nặng, lãi nặng, app vay tiền
~giảm nghèo, xóa đói giảm nghèo, thoát nghèo, xóa nghèo, vươn lên thoát nghèo, thoát nghèo bền vững, giúp hộ nghèo
kèm hộ nghèo, nhận đỡ đầu hộ nghèo, đỡ đầu hộ nghèo, giúp một hộ nghèo, giúp hộ nghèo vươn lên, kèm một hộ nghèo, hộ khá giúp, hộ khá kèm, nhà khá giả, hộ khá giả, kèm cặp hộ nghèo, nhận giúp hộ nghèo, giúp đỡ hộ nghèo, một giúp một, một kèm một, giúp một hộ, địa chỉ giúp đỡ, hộ giàu giúp hộ nghèo
trông chờ ỷ lại, trông chờ, ỷ lại, tự vươn lên, tự lực, ra khỏi hộ nghèo, xin thoát nghèo, đơn thoát nghèo, đăng ký thoát nghèo, đơn xin thoát nghèo, tự nguyện thoát nghèo, rút tên khỏi danh sách, ra khỏi danh sách hộ nghèo
~phát triển kinh tế, làm kinh tế, kinh tế gia đình, làm ăn, sản xuất kinh doanh, làm giàu, kinh tế hộ, kinh doanh giỏi, sản xuất giỏi, làm kinh tế giỏi
~hợp tác xã, tổ hợp tác, kinh tế tập thể, kinh tế hợp tác
hợp tác xã kiểu mới, thành lập hợp tác xã, vào hợp tác xã, góp vốn thành hợp tác xã, phát triển hợp tác xã, xây dựng hợp tác xã, tham gia hợp tác xã, vào tổ hợp tác, thành lập tổ hợp tác
cánh đồng lớn, cánh đồng mẫu, một giống, cùng một giống, xuống giống đồng loạt, xuống giống một lượt, gieo sạ đồng loạt, liên kết bốn nhà, liên kết bao tiêu lúa, tiêu thụ lúa, bao tiêu lúa, lúa tươi, thu mua lúa, mua lúa, liên kết sản xuất lúa, lúa chất lượng cao, cả cánh đồng, cánh đồng liên kết
~sản xuất lúa, trồng lúa, cánh đồng, ruộng lúa, lúa
lúa hữu cơ, lúa sạch, lúa vietgap, gạo sạch, gạo hữu cơ, lúa an toàn
giảm giống, lượng giống, sạ thưa, sạ cụm, sạ hàng, ba giảm ba tăng, một phải năm giảm, một phải sáu giảm, giảm lượng giống, giảm phân thuốc, tiết kiệm phân thuốc, hạt giống, gieo sạ thưa, cấy máy
cơ giới hóa, máy bay nông nghiệp, máy bay không người lái, drone, máy bay phun thuốc, bay phun thuốc, phun thuốc thuê, máy bay phun, máy gặt, máy cấy, máy gặt đập
lớp học trên đồng ruộng, bờ ruộng, thăm đồng, lớp học hiện trường, đầu bờ, chuyển giao khoa học kỹ thuật, khoa học kỹ thuật, tập huấn kỹ thuật, sâu bệnh, rầy nâu, cán bộ kỹ thuật, khuyến nông, trồng lúa đúng kỹ thuật
vật tư trả chậm, trả chậm, mua phân bón, phân bón trả chậm, ghi nợ, cuối vụ trả, ứng trước vật tư, bán phân
đốt đồng, rơm rạ, rơm, cuộn rơm, đốt rơm, gốc rạ, đốt rạ, gom rơm, nấm rơm
tôm lúa, lúa tôm, sản xuất lúa tôm, sản xuất tôm lúa, một vụ tôm, luân canh, nuôi tôm trên đất lúa, đất nuôi tôm, tôm càng xanh, một vụ lúa một vụ tôm, lúa trên đất tôm
nuôi tôm, tôm sú, tôm thẻ, tôm công nghiệp, nuôi tôm công nghệ cao, vuông tôm
nuôi cua, cua biển, tôm cua, thả cua, cua giống, cua xen
nuôi sò, sò huyết
nuôi nghêu, con nghêu
vẹm xanh, nuôi vẹm
nuôi hàu, con hàu
lồng bè, cá lồng, cá bớp, cá mú, nuôi cá lồng, cá lồng bè, nuôi cá trên biển, nuôi biển, bè cá, lồng nuôi
nuôi cá, ao cá, cá tra, cá thát lát, cá lóc, cá rô, cá trong ao, cá trong ruộng, cá mùa lũ
nuôi lươn, lươn không bùn, lươn
nuôi ếch, con ếch
nuôi ốc, ốc bươu
baba, nuôi ba ba
~thủy sản, nuôi trồng thủy sản
vườn tạp, cải tạo vườn, vườn kém hiệu quả, phá vườn tạp, vườn mẫu, cải tạo vườn tạp
cây ăn trái, cây ăn quả, sầu riêng, măng cụt, vườn cây, trồng xoài, cây có múi, trồng bưởi, xoài, mít thái, trái cây, vườn trái cây
chuyển đổi cây trồng, chịu mặn, cây trồng vật nuôi, đất nhiễm mặn, chuyển đổi cơ cấu, cơ cấu cây trồng, đất lúa kém hiệu quả, đất kém hiệu quả
rau sạch, rau an toàn, rau hữu cơ, trồng rau sạch, nhà lưới, rau trong nhà lưới, rau vietgap, rau thủy canh, trồng rau an toàn
~trồng màu, rau màu, trồng rau, rau xanh, vườn rau
vườn rau quanh nhà, vườn rau gia đình, vườn dinh dưỡng, đất trống trồng rau, rau quanh nhà, vườn rau dinh dưỡng, vườn rau sạch gia đình, trồng rau ăn
trồng nấm, trại nấm, nấm bào ngư, nấm linh chi
trồng khóm, cây khóm, trái khóm, khóm theo, hợp tác xã khóm, khóm
hồ tiêu, trồng tiêu, vườn tiêu, nọc tiêu, cây tiêu
cà phê sạch, trồng cà phê
cao su
cây điều
mía, cây mía, trồng mía
trồng dừa, cây dừa, dừa xiêm, vườn dừa, dừa dứa
trồng chuối, cây chuối, chuối xiêm
trồng gừng, củ gừng
khoai lang, trồng khoai
củ sắn
thanh long, trồng thanh long
trồng sen, hạt sen, sen, ngó sen, gương sen
trồng dược liệu, dược liệu, cây dược liệu, cây thuốc
hoa kiểng, trồng hoa bán, làng hoa, hoa tết, cây cảnh, bonsai
trồng tràm, cừ tràm, cây keo, trồng keo, lâm nghiệp
nuôi bò, bò sinh sản, bò giống, bò cái, ngân hàng bò, chăn nuôi bò, đàn bò, bò, con bò, cặp bò, bê con, bò luân chuyển, bò quay vòng, trao bò, bò vỗ béo
nuôi dê, dê, dê sinh sản, dê giống, cặp dê, đàn dê
nuôi heo, chăn nuôi heo, heo nái, heo giống, heo rừng
nuôi gà, gà thả vườn, gà ta, gà giống, đàn gà
nuôi vịt, vịt, vịt biển, vịt xiêm
đệm lót sinh học, đệm lót, nền chuồng, trấu trộn men
nuôi thỏ
bồ câu, nuôi bồ câu
chim cút
nuôi dế, dế
trùn quế, nuôi trùn
nuôi chồn
nuôi chim yến, nhà yến
~chăn nuôi, chuồng trại, gia súc, vật nuôi, con giống
biogas, hầm khí, khí sinh học, túi ủ, chất thải chăn nuôi, hầm biogas, túi biogas, hầm ủ
dịch tả heo, dịch bệnh gia súc, dịch tả, dịch tả heo châu phi, tiêu độc khử trùng, giấu dịch, lở mồm long móng, cúm gia cầm, xác heo, tiêm phòng gia súc, phòng bệnh gia súc
nuôi ong, ong mật, gác kèo, mật ong, thùng ong, mật, ong, kèo ong, lấy mật
diệt chuột, đuôi chuột, chuột, bẫy chuột, đánh bắt chuột, ra quân diệt chuột
bẫy chuột bằng điện, điện bẫy chuột, điện diệt chuột, giăng điện, giăng dây điện, diệt chuột bằng điện, điện diệt chuột, bẫy điện, diệt chuột an toàn
~bao tiêu, chuỗi giá trị, liên kết tiêu thụ, liên kết sản xuất, thu mua, tiêu thụ nông sản, tiêu thụ sản phẩm, liên kết bao tiêu, đầu ra
thủy lợi, nạo vét, nội đồng, kênh mương, thủy nông, tưới tiêu, xáng cạp, cống đập, nạo vét kênh, kênh nội đồng, thủy lợi nội đồng, mương nội đồng, nạo vét kênh mương
bơm tát, trạm bơm, bơm nước, bơm điện, bơm tát tập thể, máy dầu, ô bao, trạm bơm điện, bơm tát chung
đê bao, đắp đê, đê biển, gia cố đê, bờ bao, đê điều
ngăn mặn, đắp đập, đập tạm, xâm nhập mặn, chắn mặn, đắp đập ngăn mặn, đập thời vụ, đóng cừ, đập ngăn mặn
trữ nước, túi chứa nước, nước mưa, trữ nước ngọt, chứa nước mưa, túi dẻo, ao trữ nước, túi nhựa chứa nước, trữ nước mưa, lu chứa nước, giữ nước ngọt
tặng nước ngọt, chở nước, chuyến xe nước, nước ngọt nghĩa tình, xe nước ngọt, chia sẻ nước, chuyến nước ngọt, phát nước, cấp nước miễn phí, bồn nước, nước sạch tặng, giọt nước nghĩa tình
ocop, sản phẩm đặc trưng, chủ thể ocop, sản phẩm ocop, truy xuất nguồn gốc, tem truy xuất, đạt sao, nhãn hiệu, bao bì, thương hiệu, đặc sản
du lịch cộng đồng, homestay, du lịch sinh thái, làm du lịch, du lịch miệt vườn, du lịch nông thôn, mô hình du lịch, đón khách, khách nghỉ, khách đến nghỉ
~du lịch
~du khách, khách phương xa, khách tham quan, khách du lịch
chèo kéo, chặt chém, nâng giá, tranh giành khách, chèo kéo khách, ứng xử văn minh du lịch, ứng xử với du khách, đại sứ du lịch, ứng xử đẹp, giành khách, tranh giành
hướng dẫn viên
bán hàng qua mạng, online, livestream, thương mại điện tử, bán hàng trực tuyến, kinh doanh online, sàn thương mại, bán nông sản qua mạng, bán trên mạng, tmđt, gian hàng trên sàn, bán hàng online, sàn điện tử
khởi nghiệp, lập nghiệp, khởi nghiệp số, ý tưởng kinh doanh, khởi sự kinh doanh, phụ nữ khởi nghiệp, thanh niên khởi nghiệp
đan lục bình, đan giỏ, nghề đan, đan đát, đan bồn bồn, đan thảm, giỏ lục bình, đan cỏ bàng, cỏ bàng, đan lát
may gia công, tổ may, hàng may, đồ may, nhận may, may mặc, nghề may
gia công, lúc nông nhàn, nông nhàn, hàng gia công, việc làm tại chỗ, lao động nữ, nhận hàng về làm, việc làm tại nhà
dạy nghề, học nghề, đào tạo nghề, truyền nghề, lớp nghề, nghề ngắn hạn
giới thiệu việc làm, xuất khẩu lao động, phiên giao dịch việc làm, giải quyết việc làm, tuyển dụng, tuyển người, kết nối việc làm, đi làm ở công ty, làm việc ở nước ngoài, đi làm ở nhật, tư vấn việc làm, sàn việc làm, tạo việc làm
dệt chiếu, làng chiếu, chiếu lát, chiếu, dệt vải, dệt lụa, khung dệt, làng dệt
lò gạch, lò nung, chủ lò, gạch ngói
làm bún, lò bún, làng bún, nước chua, nước bột, bánh tráng, lò bánh
nước mắm, làm khô, chế biến, làm mắm, cá khô, khô cá, tôm khô
làng nghề, nghề truyền thống, giữ nghề
thốt nốt
nhập hàng, ứng vốn, ứng trước, hàng tết, lấy hàng
cân đối chứng, niêm yết giá, nói thách, cân đúng, bán đúng giá, dán giá, cân đủ, giá rõ, bảng giá, cân thiếu, đúng giá, gian lận đo lường, chợ văn minh, cân gian, đúng cân, kinh doanh trung thực
~tiểu thương, bán hàng, bạn hàng, mua bán, chợ, sạp, buôn bán, người bán, hộ kinh doanh, doanh nghiệp
thanh toán không dùng tiền mặt, không tiền mặt, quét mã, mã thanh toán, chuyển khoản, gắn qr, dán mã qr, quét mã qr, chợ 4 0, không dùng tiền mặt, mã qr thanh toán
nộp thuế, thuế, hóa đơn, thu thuế, kê khai thuế, hóa đơn điện tử, thuế điện tử, đóng thuế
tiết kiệm điện, sử dụng điện tiết kiệm, tiền điện, tắt đèn, tắt điện, giờ cao điểm, tắt thiết bị, tiết kiệm điện nước
an toàn điện, hành lang điện, dây điện, câu đuôi, câu móc, điện kế, đồng hồ điện, điện an toàn, hành lang lưới điện
kéo điện, lưới điện, có điện, đường dây điện, hạ thế, xóa điện câu đuôi, điện về ấp
điện mặt trời, pin mặt trời, năng lượng tái tạo
chỗ dựa ngư dân, ngư dân bám biển, bám biển, ra khơi
iuu, thẻ vàng, đánh bắt trái phép, vùng biển nước ngoài, giám sát hành trình, khai thác iuu, hải phận nước ngoài, khai thác trái phép, hải phận, vi phạm vùng biển, thiết bị giám sát, chống khai thác iuu
tổ đội khai thác, tổ tàu thuyền, tàu thuyền đoàn kết, cứu nạn trên biển, tổ đội ngư dân, tổ tàu, ngư trường, bộ đàm, kéo tàu, giúp nhau trên biển, tổ tàu thuyền an toàn, tổ ngư dân, tổ đoàn kết trên biển, sóng gió, khai thác hải sản
~tàu cá, trên biển, xuống biển, chuyến biển, chủ tàu, tàu thuyền, xã đảo, ngư dân, ghe, tàu, thuyền trưởng
xung điện, kích điện, xiệc điện, lưới mắt nhỏ, tận diệt, xiệc cá, điện bắt cá, bắt cá bằng điện, xiệc, kích cá, đánh bắt hủy diệt, bộ kích điện, chích điện
thả cá giống, tái tạo nguồn lợi, cá giống, thả cá, phóng sinh, thả cá con, cá con, tôm giống thả
nguồn lợi thủy sản, bảo vệ nguồn lợi, cá đồng, giữ cá đồng
neo đậu, đậu tàu, cầu cảng, bến cảng, thả neo
mực non, mực nhỏ, mực con, câu mực
xây chợ, nâng cấp chợ, chợ nông thôn, chợ nông sản, quầy hàng nông sản, chợ quê, chợ phiên
nuôi ba khía, ba khía
nuôi vọp, vọp
nuôi cá chình, cá chình
cá kèo, nuôi cá kèo
bồn bồn, trồng bồn bồn
năn tượng
củ ấu, trồng ấu
ruộng muối, làm muối, diêm dân, artemia
trồng bắp, cây bắp
dưa hấu, trồng dưa
trồng ớt
đậu xanh, đậu phộng
luân canh cây màu, màu dưới chân ruộng
trồng cỏ, cỏ nuôi bò, cỏ voi
nuôi rắn, nuôi trăn
nuôi nhím
nuôi cá sấu, cá sấu
vườn ao chuồng, vac, vacr, kinh tế tuần hoàn, kinh tế tổng hợp, trang trại, nông trại
tưới tiết kiệm, tưới nhỏ giọt, tưới phun, nhà màng, công nghệ cao, nông nghiệp công nghệ cao
trao sinh kế, phương tiện sinh kế, sinh kế, xe bán hàng, tặng máy may, cần câu cơm, hỗ trợ sinh kế
quỹ hỗ trợ nông dân, vốn quỹ hỗ trợ nông dân
nông dân với nông dân, hội viên nông dân giúp nhau, nông dân giúp nhau
khai thác cát, cát tặc, khai thác cát trái phép, bơm hút cát
động vật hoang dã, săn bắt chim, chim trời, chim cò, bẫy chim
rùa biển, vích, thả rùa, cứu hộ rùa
lưới lồng, lưới bát quái, lồng bát quái, dớn, đăng đó, lú bát quái, ngư cụ cấm
cho thuê dàn nồi, nồi chén, bàn ghế cho thuê, dàn nồi, phông bạt
chơi hụi, vỡ hụi, hụi họ, hụi
trộm lúa, trộm máy bơm, bảo vệ mùa vụ, giữ đồng, giữ lúa
xe điện, xếp tài, xe điện du lịch
chợ nổi
phố đi bộ
chợ đêm
chi trả lương hưu, trả lương qua tài khoản, trợ cấp qua tài khoản, mở tài khoản
an toàn lao động, bảo hộ lao động, vệ sinh lao động
quán triệt tiết kiệm, tiết kiệm chi tiêu, thực hành tiết kiệm, chống lãng phí
`;
