//! Words of the seller's console: the shop and its products.

use domain::money::Grouped;

use super::Lang;

messages! { SellerText;
    room_products: "Produk" / "Products";
    room_shop: "Toko" / "Shop";
    field_empty(label: &str): "Isi “{label}”." / "Fill in “{label}”.";
    field_long(label: &str, most: usize): "“{label}” terlalu panjang, paling banyak {most} huruf." / "“{label}” is too long, at most {most} characters.";
    field_not_whole(label: &str): "“{label}” ditulis dengan angka bulat, misalnya 25000 atau 25.000." / "Write “{label}” as a whole number, for example 25000 or 25.000.";
    field_small(label: &str, least: Grouped): "“{label}” paling sedikit {least}." / "“{label}” is at least {least}.";
    field_large(label: &str, most: Grouped): "“{label}” paling banyak {most}." / "“{label}” is at most {most}.";

    invite_title: "Buka toko Anda" / "Open your shop";
    invite_lead: "Jualan ke seluruh kabupaten dari HP Anda." / "Sell to the whole regency from your phone.";
    invite_quick: "Sepuluh menit mengisi, tanpa berkas." / "Ten minutes to fill in, no papers.";
    invite_free: "Gratis, tanpa potongan. Uang pembeli langsung ke Anda." / "Free, nothing is taken off. The buyer's money goes straight to you.";
    invite_checked: "Petugas dinas memeriksa toko baru sebelum tampil, supaya pembeli percaya." / "An officer checks each new shop before it is shown, so that buyers trust it.";
    invite_button: "Buka toko" / "Open a shop";

    open_title: "Buka toko" / "Open a shop";
    open_lead: "Satu halaman saja. Semuanya bisa diubah nanti." / "Only one page. Everything can be changed later.";
    open_next: "Lanjut" / "Continue";
    open_button: "Buka toko" / "Open the shop";
    open_after: "Sambil menunggu petugas memeriksa, Anda sudah bisa mengisi produk." / "While an officer checks it, you can already enter products.";
    shop_kecamatan_label: "Toko Anda di kecamatan mana?" / "In which kecamatan is your shop?";
    in_kecamatan(kecamatan: &str): "Kecamatan {kecamatan}" / "Kecamatan {kecamatan}";
    move_kecamatan: "Toko pindah ke kecamatan lain" / "The shop moves to another kecamatan";
    shop_name_label: "Nama toko" / "Shop name";
    shop_name_hint: "Seperti yang dikenal pelanggan, misalnya Keripik Bu Rohimah" / "As customers know it, for example Keripik Bu Rohimah";
    shop_phone_hint: "Tampil di halaman toko agar pembeli bisa bertanya. Contoh: 0812 3456 7890" / "Shown on the shop's page so that buyers can ask. Example: 0812 3456 7890";
    about_shop_label: "Tentang toko" / "About the shop";
    about_shop_hint: "Satu atau dua kalimat: apa yang Anda buat, apa yang khas" / "One or two sentences: what you make, what is special";
    hours_label: "Jam buka" / "Opening hours";
    hours_hint: "Contoh: Senin–Sabtu 08.00–17.00" / "Example: Senin–Sabtu 08.00–17.00";
    pickup_label: "Pembeli boleh mengambil di toko" / "Buyers may pick up at the shop";
    courier_label: "Saya mengantar sendiri (kurir toko)" / "I deliver myself (shop courier)";

    shop_settings: "Pengaturan toko" / "Shop settings";
    tab_profile: "Profil" / "Profile";
    tab_picture: "Foto" / "Picture";
    tab_delivery: "Pengiriman" / "Delivery";
    tab_payment: "Pembayaran" / "Payment";
    tab_closed: "Toko libur" / "Holidays";

    closed_lead: "Selama libur toko tetap terlihat, tetapi tidak menerima pesanan baru." / "While closed the shop stays visible, but takes no new orders.";
    closed_from_label: "Libur mulai" / "Closed from";
    closed_to_label: "Sampai dengan" / "Until and including";
    closed_set(from: &str, to: &str): "Toko libur {from} sampai {to}." / "The shop is closed from {from} to {to}.";
    closed_end: "Hapus libur, terima pesanan" / "End it, take orders";
    change_closed: "Ubah" / "Change";
    closed_from_missing: "Isi tanggal libur mulai." / "Enter the first day.";
    closed_to_missing: "Isi tanggal terakhir libur." / "Enter the last day.";
    closed_reversed: "Tanggal terakhir libur sebelum tanggal mulai. Periksa keduanya." / "The last day is before the first. Check both.";
    closed_past: "Tanggal terakhir libur sudah lewat." / "The last day is in the past.";
    closed_long: "Libur paling lama satu tahun." / "Closed for at most one year.";

    fees_title: "Ongkir per kecamatan" / "Fee per kecamatan";
    fees_hint: "Isi ongkir dalam rupiah, 0 untuk gratis. Yang kosong tidak Anda antar." / "Enter the fee in rupiah, 0 for free. Where it is empty you do not deliver.";
    not_served_short: "tidak diantar" / "not served";
    no_delivery: "Pilih paling sedikit satu cara: ambil di toko atau diantar." / "Choose at least one way: pick-up or delivery.";
    no_fees: "Isi ongkir paling sedikit satu kecamatan yang Anda antar." / "Enter the fee of at least one kecamatan that you serve.";

    cash_label: "Tunai saat barang diterima" / "Cash when the goods are received";
    transfer_label: "Transfer ke rekening saya" / "Transfer to my account";
    account_title_label: "Rekening untuk transfer" / "Account for transfers";
    bank_label: "Nama bank" / "Bank";
    account_label: "Nomor rekening" / "Account number";
    holder_label: "Atas nama" / "Account holder";
    holder_hint: "Persis seperti di buku tabungan" / "Exactly as in the bank book";
    account_wrong: "Nomor rekening terdiri dari 6 sampai 20 angka." / "An account number has 6 to 20 digits.";
    no_payment: "Pilih paling sedikit satu cara bayar." / "Choose at least one way to pay.";

    shop_open: "Toko buka" / "Shop is open";
    see_as_shopper: "Lihat seperti pembeli" / "See it as a shopper";
    shop_pending: "Toko menunggu persetujuan petugas" / "The shop waits for an officer's approval";
    shop_pending_text: "Petugas dinas memeriksa profil toko Anda. Sambil menunggu, lengkapi langkah di bawah; produk tampil begitu toko disetujui." / "An officer checks your shop's profile. Meanwhile complete the steps below; products are shown as soon as the shop is approved.";
    shop_asked: "Petugas meminta perbaikan" / "The officer asks for a correction";
    shop_asked_text: "Perbaiki profil toko lalu simpan. Setelah itu petugas memeriksanya lagi." / "Correct the shop's profile and save it. Then the officer checks it again.";
    correct_button: "Perbaiki profil" / "Correct the profile";
    shop_suspended: "Toko ditangguhkan" / "The shop is suspended";
    shop_suspended_text: "Toko dan produk Anda tidak terlihat oleh pembeli. Pesanan yang sudah masuk tetap Anda selesaikan. Hubungi dinas untuk membukanya lagi." / "Shoppers do not see your shop and products. Please finish the orders you have. Contact the office to have it opened again.";

    first_steps: "Langkah pertama" / "First steps";
    steps_done(done: usize, all: usize): "{done} dari {all} selesai" / "{done} of {all} done";
    step_is_done: ", selesai" / ", done";
    step_go: "Kerjakan" / "Do it now";
    step_correct: "Perbaiki profil toko" / "Correct the shop's profile";
    step_correct_hint: "Petugas menulis apa yang kurang." / "The officer wrote what is missing.";
    step_delivery: "Atur pengiriman" / "Set up delivery";
    step_delivery_hint: "Ambil di toko, atau diantar dengan ongkir per kecamatan." / "Pick-up, or delivery with a fee per kecamatan.";
    step_payment: "Atur pembayaran" / "Set up payment";
    step_payment_hint: "Tunai, atau transfer ke rekening Anda." / "Cash, or transfer to your account.";
    step_product: "Isi produk pertama" / "Enter the first product";
    step_product_hint: "Nama, harga, dan stok sudah cukup untuk mulai." / "Name, price and stock are enough to begin.";
    step_picture: "Pasang foto produk" / "Add a picture";
    step_picture_hint: "Produk berfoto lebih sering dibeli." / "Products with a picture are bought more often.";
    step_publish: "Terbitkan produk" / "Publish a product";
    step_publish_hint: "Pembeli hanya melihat produk yang terbit." / "Shoppers see only published products.";
    step_approval: "Disetujui petugas" / "Approved by the officer";
    step_approval_hint: "Giliran petugas; Anda tidak perlu berbuat apa-apa." / "The officer's turn; nothing for you to do.";

    orders_title: "Pesanan" / "Orders";
    sold_today(count: Grouped): "hari ini, dari {count} pesanan" / "today, from {count} orders";
    orders_to_accept: "Perlu diterima" / "To accept";
    orders_to_be_paid: "Menunggu bayar" / "To be paid";
    orders_to_prepare: "Disiapkan" / "To prepare";
    orders_ready: "Siap diambil" / "Ready";
    orders_sent: "Diantar" / "On the way";
    low_title: "Stok menipis" / "Low stock";
    low_none: "Semua stok cukup." / "All stock is sufficient.";
    left(count: i64): "sisa {count}" / "{count} left";
    shortcuts: "Jalan pintas" / "Shortcuts";

    add_product: "Tambah produk" / "Add a product";
    add_product_lead: "Isi seperlunya dulu. Foto, rasa, dan ukuran ditambahkan sesudahnya." / "Enter the essentials first. Pictures, flavours and sizes come afterwards.";
    product_tabs: "Kelompok produk" / "Groups of products";
    search_own: "Cari produk Anda" / "Search your products";
    tab_all: "Semua" / "All";
    tab_shown: "Tampil" / "Shown";
    tab_draft: "Draf" / "Drafts";
    tab_sold_out: "Habis" / "Sold out";
    tab_archived: "Arsip" / "Archive";
    no_products: "Belum ada produk" / "No products yet";
    no_products_hint: "Tekan “Tambah produk”. Nama, harga, dan stok sudah cukup untuk mulai." / "Press “Add a product”. Name, price and stock are enough to begin.";
    no_match: "Tidak ada produk di sini" / "No products here";
    no_match_hint: "Pilih kelompok lain atau cari dengan kata yang lebih pendek." / "Choose another group or search with a shorter word.";
    state_draft: "Draf" / "Draft";
    state_published: "Tampil" / "Shown";
    state_archived: "Arsip" / "Archived";
    stock_of_variants(pieces: i64, variants: i64): "Stok {pieces} di {variants} pilihan" / "{pieces} pieces in {variants} variants";

    product_name_label: "Nama produk" / "Product name";
    product_name_hint: "Contoh: Keripik Pisang Manis" / "Example: Keripik Pisang Manis";
    category_label: "Kategori" / "Category";
    category_missing: "Pilih kategori dari daftar." / "Choose a category from the list.";
    price_label: "Harga (rupiah)" / "Price (rupiah)";
    price_hint: "Contoh: 15.000" / "Example: 15.000";
    stock_label: "Stok" / "Stock";
    stock_hint: "Jumlah yang ada di toko" / "Pieces in the shop";
    weight_label: "Berat (gram)" / "Weight (gram)";
    weight_hint: "Dengan kemasan; jasa isi 1" / "With packaging; 1 for services";
    about_label: "Keterangan" / "Description";
    about_hint: "Rasa, bahan, cara pakai: apa yang biasa ditanyakan pembeli" / "Taste, material, use: what buyers usually ask";
    save_draft: "Simpan sebagai draf" / "Save as a draft";
    save_draft_hint: "Pembeli belum melihatnya sampai Anda menerbitkan." / "Shoppers do not see it until you publish it.";

    details_title: "Keterangan produk" / "About the product";
    label_title: "Label pangan" / "Food label";
    label_hint: "Wajib untuk makanan dan minuman sebelum terbit, sama seperti yang tercetak di kemasan." / "Required for food and drink before it is published, as printed on the package.";
    net_weight_label: "Berat bersih" / "Net weight";
    net_weight_hint: "Contoh: 250 g atau 500 ml" / "Example: 250 g or 500 ml";
    composition_label: "Komposisi" / "Ingredients";
    composition_hint: "Contoh: pisang, minyak kelapa sawit, gula, garam" / "Example: banana, palm oil, sugar, salt";
    shelf_life_label: "Masa simpan" / "Shelf life";
    shelf_life_hint: "Contoh: 3 bulan di tempat kering" / "Example: 3 months in a dry place";
    recheck_hint: "Mengubah nama atau komposisi membuat tanda halal, P-IRT, atau BPOM produk ini diperiksa ulang oleh petugas. Selama itu tandanya tidak tampil." / "Changing name or ingredients sends this product's halal, P-IRT or BPOM mark back to the officer. Until then the mark is not shown.";
    address_stays: "Alamat halaman produk tetap sama bila namanya berubah." / "The address of the product's page stays the same when the name changes.";

    lack_description: "Isi keterangan produk." / "Fill in the description.";
    lack_variant: "Tambahkan paling sedikit satu pilihan dengan harga." / "Add at least one variant with a price.";
    lack_net_weight: "Isi berat bersih." / "Fill in the net weight.";
    lack_composition: "Isi komposisi." / "Fill in the ingredients.";
    lack_shelf_life: "Isi masa simpan." / "Fill in the shelf life.";
    ready_title: "Siap diterbitkan" / "Ready to be published";
    ready_text: "Periksa harga dan stok, lalu terbitkan." / "Check price and stock, then publish it.";
    not_ready_title: "Sebelum diterbitkan" / "Before it is published";
    publish: "Terbitkan" / "Publish";
    published_title: "Produk ini terbit" / "This product is published";
    seen_text: "Pembeli bisa melihat dan membelinya." / "Shoppers can see and buy it.";
    seen_later_text: "Pembeli melihatnya begitu toko Anda disetujui dan buka." / "Shoppers will see it once your shop is approved and open.";
    withdraw: "Kembalikan ke draf" / "Take back to draft";
    archive: "Arsipkan produk" / "Archive the product";
    archive_text: "Produk hilang dari toko. Pesanan yang sudah masuk tetap berjalan, dan Anda bisa memulihkannya kapan saja." / "The product leaves the shop. Orders that you have go on, and you can restore it at any time.";
    archive_yes: "Ya, arsipkan" / "Yes, archive it";
    archived_title: "Produk ini diarsipkan" / "This product is archived";
    archived_text: "Pembeli tidak melihatnya. Pulihkan untuk mengubah dan menerbitkannya lagi." / "Shoppers do not see it. Restore it to change and publish it again.";
    restore: "Pulihkan sebagai draf" / "Restore as a draft";

    variants_title: "Pilihan dan stok" / "Variants and stock";
    only_variant: "Satu pilihan" / "One variant";
    gram(count: i64): "{count} gram" / "{count} gram";
    edit: "Ubah" / "Edit";
    add_variant: "Tambah pilihan" / "Add a variant";
    variants_away: "Pilihan yang tidak dijual" / "Variants that are not sold";
    sell_again: "Jual lagi" / "Sell again";
    option1_label: "Rasa" / "Flavour";
    option1_hint: "Contoh: Balado" / "Example: Balado";
    option2_label: "Ukuran" / "Size";
    option2_hint: "Contoh: 250 g atau XL" / "Example: 250 g or XL";
    variant_twin: "Pilihan dengan rasa dan ukuran ini sudah ada. Isi yang lain." / "There is a variant with this flavour and size already. Enter another one.";
    variant_too_many: "Satu produk paling banyak 30 pilihan. Buat produk lain untuk sisanya." / "A product has at most 30 variants. Make another product for the rest.";
    variant_last: "Produk yang terbit perlu paling sedikit satu pilihan. Tambah pilihan lain dulu, atau kembalikan produk ke draf." / "A published product needs at least one variant. Add another one first, or take the product back to draft.";
    variant_archive: "Berhenti menjual pilihan ini" / "Stop selling this variant";
    variant_archive_text: "Pembeli tidak bisa memilihnya lagi. Pesanan yang sudah masuk tetap berjalan." / "Buyers cannot choose it any more. Orders that you have go on.";
    variant_archive_yes: "Ya, berhenti menjual" / "Yes, stop selling it";
    variant_away_text: "Pilihan ini sedang tidak dijual." / "This variant is not sold at present.";
    promised(pieces: i64): "{pieces} di antaranya dijanjikan ke pesanan." / "{pieces} of them are promised to orders.";
    stock_saved: "Tersimpan" / "Saved";
    stock_promised(pieces: i64): "{pieces} sudah dijanjikan ke pesanan, jadi stok tidak bisa lebih kecil dari itu." / "{pieces} are promised to orders, so the stock cannot be less.";
    stock_moved(pieces: i64): "Stok baru saja berubah menjadi {pieces} karena ada penjualan. Hitung lagi, lalu simpan." / "The stock has just changed to {pieces} because of a sale. Count again, then save.";

    pictures_title: "Foto" / "Pictures";
    pictures_none: "Belum ada foto. Produk berfoto lebih sering dibeli." / "No picture yet. Products with a picture are bought more often.";
    pictures_count(count: i64): "{count} foto" / "{count} pictures";
    pictures_edit: "Atur foto" / "Pictures";
}
