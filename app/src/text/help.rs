//! Words of the help and privacy pages.

use super::Lang;

messages! { HelpText;
    help_title: "Tanya jawab" / "Questions and answers";
    help_lead: "Jawaban singkat untuk pembeli dan pelaku usaha." / "Short answers for buyers and business owners.";
    help_buy: "Bagaimana cara membeli?" / "How do I buy?";
    help_buy_text: "Pilih produk, masukkan keranjang, isi nama, nomor HP, dan alamat bila diantar. Tidak perlu akun. Setelah memesan, Anda mendapat nomor pesanan dan PIN." / "Choose a product, put it into the cart, give your name, mobile number and, for delivery, your address. You need no account. After ordering you get an order number and a PIN.";
    help_pay: "Bagaimana cara membayar?" / "How do I pay?";
    help_pay_text: "Tunai saat menerima, atau transfer langsung ke rekening toko. Situs ini tidak menerima uang Anda. Pesanan dengan transfer menunggu sampai waktu yang tertulis di pesanan." / "In cash on receipt, or by transfer straight to the shop's account. This site does not take your money. An order by transfer waits until the time that stands on it.";
    help_track: "Di mana pesanan saya?" / "Where is my order?";
    help_track_text: "Buka Lacak, isi nomor pesanan dan 4 angka akhir nomor HP penerima. Tautan di pesan WhatsApp membuka pesanan yang sama." / "Open Track and enter the order number and the last 4 digits of the recipient's mobile number. The link in the WhatsApp message opens the same order.";
    help_cancel: "Bisakah dibatalkan?" / "Can I cancel?";
    help_cancel_text: "Bisa, gratis, selama toko belum memproses. Buka pesanan Anda dan pilih Batalkan pesanan. Sesudah itu hubungi toko lewat WhatsApp di halaman pesanan." / "Yes, for free, until the shop begins. Open your order and choose Cancel the order. After that, contact the shop by WhatsApp from the order's page.";
    help_pin: "PIN saya hilang" / "I lost my PIN";
    help_pin_text: "PIN ada di halaman konfirmasi dan di pesan WhatsApp pesanan. Bila keduanya hilang, hubungi toko; status tetap bisa dilacak tanpa PIN." / "The PIN is on the confirmation page and in the order's WhatsApp message. If both are lost, contact the shop; the status can be tracked without a PIN.";
    help_badge: "Apa arti tanda Halal, P-IRT, dan NIB?" / "What do Halal, P-IRT and NIB mean?";
    help_badge_text: "Tanda muncul hanya bila petugas dinas sudah memeriksa nomornya dan izinnya masih berlaku hari ini. Nomor yang belum diperiksa ditulis “Belum diverifikasi”." / "A mark is shown only when an officer has checked the number and the permit is valid today. A number not checked yet says “Not verified yet”.";
    help_shop: "Bagaimana membuka toko?" / "How do I open a shop?";
    help_shop_text: "Buat akun, pilih Buka toko, isi nama usaha dan alamat. Petugas memeriksa, lalu toko tampil. Gratis, tanpa potongan penjualan." / "Create an account, choose Open a shop, enter the name and address of your business. An officer checks, then the shop is shown. It is free, without commission.";
    help_no_answer: "Belum terjawab?" / "No answer here?";
    help_no_answer_text: "Tanyakan ke toko lewat WhatsApp di halaman produk atau pesanan, atau datang ke kantor kecamatan." / "Ask the shop by WhatsApp from the product's or order's page, or come to the kecamatan office.";
    privacy_title: "Privasi" / "Privacy";
    privacy_lead: "Data apa yang kami simpan, untuk apa, dan siapa yang melihatnya." / "Which data we keep, what for, and who sees it.";
    privacy_order: "Saat Anda memesan" / "When you order";
    privacy_order_text: "Nama, nomor HP, dan alamat antar disimpan bersama pesanan. Yang melihat: toko tempat Anda memesan dan petugas yang bertugas. Halaman lacak tidak menampilkan nama, nomor, atau alamat." / "Your name, mobile number and delivery address are kept with the order. Who sees them: the shop you ordered from and the officers in charge. The tracking page shows no name, number or address.";
    privacy_class: "Saat Anda mendaftar kelas" / "When you register for a class";
    privacy_class_text: "Nama, nomor HP, dan kecamatan disimpan bersama pendaftaran. Yang melihat: panitia pelatihan, dan petugas yang meneruskan kabar lewat WhatsApp. Halaman kelas hanya menampilkan jumlah kursi." / "Your name, mobile number and district are kept with the registration. Who sees them: the organisers of training, and the officers who pass on messages by WhatsApp. The page of a class shows only how many seats there are.";
    privacy_mentoring: "Saat Anda didampingi" / "When you are mentored";
    privacy_mentoring_text: "Cerita usaha, rencana, laporan kunjungan, dan foto yang Anda izinkan dilihat oleh Anda, pendamping Anda, dan koordinator. Catatan internal pendamping tidak Anda lihat di sini; Anda boleh memintanya di kantor dinas. Draf laporan tersimpan di perangkat pendamping sampai terkirim." / "What you said about your business, the plan, reports of visits and the photographs you agreed to are seen by you, your mentor and the coordinators. A mentor's internal notes are not shown to you here; you may ask for them at the office. The draft of a report stays on the mentor's device until it is sent.";
    privacy_account: "Saat Anda membuat akun" / "When you create an account";
    privacy_account_text: "Nama, nomor HP atau surel, dan sidik kata sandi (bukan kata sandinya). Perangkat yang masuk tercatat agar Anda bisa mengeluarkannya." / "Your name, mobile number or e-mail, and a fingerprint of your password (not the password). Devices that sign in are listed so that you can sign them out.";
    privacy_cookie: "Kuki" / "Cookies";
    privacy_cookie_text: "Hanya kuki yang diperlukan: keranjang (30 hari), pesanan terakhir (30 hari), masuk (30 hari), bahasa (1 tahun), dan isian formulir yang belum benar (30 menit). Tidak ada iklan dan tidak ada pelacak." / "Only the cookies that are needed: cart (30 days), last order (30 days), sign-in (30 days), language (1 year), and form entries to be corrected (30 minutes). No advertising and no trackers.";
    privacy_others: "Pihak lain" / "Others";
    privacy_others_text: "Situs ini tidak memuat apa pun dari situs lain. Tautan WhatsApp dan peta baru dibuka bila Anda menekannya." / "This site loads nothing from other sites. Links to WhatsApp and maps open only when you press them.";
    privacy_rights: "Hak Anda" / "Your rights";
    privacy_rights_text: "Anda boleh meminta data Anda dilihat, dibetulkan, atau dihapus di kantor dinas. Nota pesanan disimpan selama diwajibkan untuk pembukuan." / "You may ask the office to show, correct or delete your data. Receipts are kept as long as bookkeeping requires.";
}
