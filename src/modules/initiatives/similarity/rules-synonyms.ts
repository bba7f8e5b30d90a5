/**
 * Everyday words for the same thing or act, one line each: they tell less than a topic, yet two who write of one model in words of
 * their own meet in them. Compared as topics are; what a topic has said already is not counted again.
 */
export const SYNONYMS = `
tặng, trao, trao tặng, biếu, cho không, phát không, phát miễn phí, cấp phát
lắp, lắp đặt, gắn, treo, dựng
thu gom, gom, lượm, nhặt, thu nhặt, hốt
sửa, sửa chữa, tu sửa, gia cố, khắc phục, chống dột
xây, cất, xây cất, dựng lại
mua, sắm, mua sắm, trang bị
thăm, thăm hỏi, ghé thăm, viếng thăm, động viên
dạy, mở lớp, lớp học, truyền đạt, bồi dưỡng
canh, trông coi, coi giữ, trông nom, coi chừng, canh chừng
tiết kiệm, dành dụm, để dành, chắt chiu, bớt lại
kênh, kinh, rạch, mương, sông, kinh rạch, kênh rạch, sông rạch
người bệnh, bệnh nhân, người ốm
xe, phương tiện, xe máy, ô tô
ghe, xuồng, thuyền, tàu, ghe xuồng, vỏ lãi
con em, các cháu, trẻ nhỏ, trẻ con, em nhỏ, các em nhỏ, trẻ
ban đêm, buổi tối, đêm, tối, đêm khuya
buổi sáng, sáng sớm, mỗi sáng
nghỉ, ngày nghỉ
nước ngoài, nước bạn
bán, tiêu thụ, bán ra
thương lái, lái buôn, công ty, doanh nghiệp
giá, giá cả, giá bán
tiền công, công cán, tiền lời
không lấy tiền, không thu tiền, miễn phí, không đồng, 0 đồng, không công
gặp nạn, bị nạn, tai nạn, rủi ro
cứu, cứu giúp, cứu người, cấp cứu
dọn, dọn dẹp, quét, quét dọn, lau chùi, vệ sinh
chặt, phá, đốn, triệt hạ
trồng, gieo trồng, xuống giống, ươm
nuôi, thả nuôi, chăn thả
kỹ thuật, tay nghề, chuyên môn
điện thoại, số điện thoại, tin nhắn, gọi điện
mạng, trực tuyến, internet
hỏi, thắc mắc, giải đáp, trả lời
nghe, lắng nghe
nói chuyện, trò chuyện, tâm tình
khuyên, khuyên bảo, nhắc nhở, nhắc, nhắc nhau
bảng, biển, bảng hiệu
bữa ăn, bữa cơm, suất ăn, phần ăn
sách vở, tập sách, tập vở, sách
cán bộ xã, công chức xã, cán bộ ấp
người già, cụ già, các cụ, người lớn tuổi
vợ chồng, cha mẹ, ông bà cha mẹ
ký kết, giao ước, ký giao ước, bản cam kết
rừng, tán rừng, khu rừng
đất, thửa đất, mảnh đất
thùng, giỏ, bao, túi
đồ ăn, thức ăn, món ăn, đồ uống, quà vặt
ruộng, đồng ruộng, ngoài đồng, ruộng đồng, cánh đồng
sạch, sạch sẽ, sạch đẹp
hư, hỏng, hư hỏng, xuống cấp
bến, bến tàu, bến bãi, cảng
con giống, cây giống, cây con
khách, người mua, khách hàng
máy móc, máy, thiết bị
thuốc, thuốc men
cửa hàng, quán, quầy, tiệm, gian hàng
hộ, nhà dân
công trình, phần việc
`;
