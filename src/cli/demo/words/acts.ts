/** An act of the demo's second history: a resolution, its day, and what became of which units. */
export interface ActText {
  resolution: string;
  issuedOn: string | null;
  effectiveOn: string;
  /** What ends above the communes with it: every old province, for one new one, and the districts. */
  province: { name: string; code: string } | null;
  /** A line for each unit that comes of it: its code and name, then the codes of those it is made of; '~' where only part of one. */
  becomes: string;
}

/** The day on which the districts ended and both provinces became one. */
export const REORGANISED_ON = '2025-07-01';

const KIEN_GIANG = `
  30742 Phường Rạch Giá: 30733 30736 30739 30742 30745 30748 30751 30754 30757
  30760 Phường Vĩnh Thông: 30760 30763 30844
  30766 Phường Tô Châu: 30766 30784 30805
  30769 Phường Hà Tiên: 30769 30772 30775 30778
  30781 Xã Tiên Hải: 30781
  30787 Xã Kiên Lương: 30787 30808 30809
  30790 Xã Hòa Điền: 30790 30802
  30793 Xã Vĩnh Điều: 30791 30793
  30796 Xã Giang Thành: 30796 30797 30799
  30811 Xã Sơn Hải: 30811
  30814 Xã Hòn Nghệ: 30814
  30817 Xã Hòn Đất: 30817 30829 30840 30841
  30823 Xã Bình Sơn: 30823
  30826 Xã Bình Giang: 30826
  30835 Xã Sơn Kiên: 30828 30835 30836
  30838 Xã Mỹ Thuận: 30820 30832 30838 30847
  30850 Xã Tân Hiệp: 30850 30859 30862 30865
  30856 Xã Tân Hội: 30853 30856 30860 30871
  30874 Xã Thạnh Đông: 30868 30874 30877
  30880 Xã Châu Thành: 30880 30889 30895
  30886 Xã Thạnh Lộc: 30883 30886 30887 30901
  30898 Xã Bình An: 30892 30893 30898
  30904 Xã Giồng Riềng: 30904 30916 30917 30919 30922
  30910 Xã Thạnh Hưng: 30907 30910 30913
  30928 Xã Ngọc Chúc: 30925 30928 30931
  30934 Xã Hòa Hưng: 30934 30937 30940
  30943 Xã Long Thạnh: 30943 30946 30947
  30949 Xã Hòa Thuận: 30949 30950
  30952 Xã Gò Quao: 30952 30964 30976
  30958 Xã Định Hòa: 30958 30961 30967
  30970 Xã Vĩnh Hòa Hưng: 30955 30970
  30982 Xã Vĩnh Tuy: 30973 30979 30982
  30985 Xã An Biên: 30985 30997 31009
  30988 Xã Tây Yên: 30988 30991 30994
  31006 Xã Đông Thái: 31000 31003 31006
  31012 Xã Vĩnh Hòa: 31012 31015 31054 31057
  31018 Xã An Minh: 31018 31033 31039
  31024 Xã Đông Hòa: 31024 31030
  31027 Xã U Minh Thượng: 31027 31066
  31031 Xã Tân Thạnh: 31021 31031
  31036 Xã Đông Hưng: 31036 31045
  31042 Xã Vân Khánh: 31042 31048
  31051 Xã Vĩnh Phong: 31051 31074 31075
  31064 Xã Vĩnh Bình: 31060 31063 31064
  31069 Xã Vĩnh Thuận: 31069 31072
  31078 Đặc khu Phú Quốc: 31078 31081 31084 31087 31090 31093 31096 31102
  31105 Đặc khu Thổ Châu: 31105
  31108 Đặc khu Kiên Hải: 31108 31111 31114 31115`;

const OLD_AN_GIANG = `
  30292 Phường Bình Đức: 30289 30292 30310
  30301 Phường Mỹ Thới: 30301 30304
  30307 Phường Long Xuyên: 30280 30283 30286 30295 30298 30307
  30313 Xã Mỹ Hòa Hưng: 30313
  30316 Phường Châu Đốc: 30316 30319 30322 30328 30334~
  30325 Phường Vĩnh Tế: 30325 30331 30334~
  30337 Xã An Phú: 30337 30355~ 30358~ 30370
  30341 Xã Khánh Bình: 30340 30341 30343
  30346 Xã Nhơn Hội: 30346 30349 30355~ 30358~
  30352 Xã Phú Hữu: 30352 30358~ 30361
  30367 Xã Vĩnh Hậu: 30364 30367 30373
  30376 Phường Tân Châu: 30376 30412
  30377 Phường Long Phú: 30377 30378 30394
  30385 Xã Vĩnh Xương: 30379 30382 30385
  30388 Xã Tân An: 30387 30388 30391
  30403 Xã Châu Phong: 30397 30400 30403
  30406 Xã Phú Tân: 30406 30451 30457 30460
  30409 Xã Chợ Vàm: 30409 30427 30433
  30421 Xã Phú Lâm: 30415 30418 30421
  30430 Xã Hòa Lạc: 30424 30430
  30436 Xã Phú An: 30436 30439 30448
  30445 Xã Bình Thạnh Đông: 30442 30445 30454
  30463 Xã Châu Phú: 30463 30484 30496
  30469 Xã Mỹ Đức: 30466 30469
  30478 Xã Vĩnh Thạnh Trung: 30472 30478
  30481 Xã Thạnh Mỹ Tây: 30475 30481 30493
  30487 Xã Bình Mỹ: 30487 30490 30499
  30502 Phường Thới Sơn: 30502 30511 30517
  30505 Phường Chi Lăng: 30505 30508 30535
  30520 Phường Tịnh Biên: 30514 30520 30529
  30526 Xã An Cư: 30523 30526 30532
  30538 Xã Núi Cấm: 30538 30541
  30544 Xã Tri Tôn: 30544 30562 30574
  30547 Xã Ba Chúc: 30547 30550 30553
  30568 Xã Vĩnh Gia: 30556 30559 30568
  30577 Xã Ô Lâm: 30565 30577 30586
  30580 Xã Cô Tô: 30571 30580 30583
  30589 Xã An Châu: 30589 30613 30625
  30595 Xã Cần Đăng: 30595 30616
  30604 Xã Vĩnh An: 30604 30610 30622
  30607 Xã Bình Hòa: 30592 30601 30607
  30619 Xã Vĩnh Hanh: 30598 30619
  30628 Xã Chợ Mới: 30628 30634 30649
  30631 Xã Long Điền: 30631 30640 30646
  30643 Xã Cù Lao Giêng: 30643 30652 30667
  30658 Xã Nhơn Mỹ: 30637 30658 30661
  30664 Xã Long Kiến: 30655 30664 30670
  30673 Xã Hội An: 30673 30676 30679
  30682 Xã Thoại Sơn: 30682 30721 30724
  30685 Xã Phú Hòa: 30685 30700 30703
  30688 Xã Óc Eo: 30688 30715 30727
  30691 Xã Tây Phú: 30691 30692 30712
  30697 Xã Vĩnh Trạch: 30697 30718
  30709 Xã Định Mỹ: 30694 30706 30709`;

/**
 * In the order of their days. Units are named by their codes of the day before. The two small mergers are as the lists of units
 * before and after show them; where their papers are not known to us, the number says that it is a sample.
 */
export const ACTS: readonly ActText[] = [
  {
    resolution: 'Nghị quyết sắp xếp phường (dữ liệu mẫu)',
    issuedOn: null,
    effectiveOn: '2020-07-01',
    province: null,
    becomes: '30742 Phường Vĩnh Thanh Vân: 30730 30742',
  },
  {
    resolution: 'Nghị quyết sắp xếp cấp xã 2023–2025 (số mẫu)',
    issuedOn: null,
    effectiveOn: '2025-01-01',
    province: null,
    becomes: '30286 Phường Mỹ Xuyên: 30285 30286',
  },
  {
    resolution: '1654/NQ-UBTVQH15',
    issuedOn: '2025-06-16',
    effectiveOn: REORGANISED_ON,
    province: { name: 'Tỉnh An Giang', code: '91' },
    becomes: `${KIEN_GIANG}${OLD_AN_GIANG}`,
  },
];
