//! Words of accounts.

use super::Lang;

messages! { AccountText;
    sign_in_title: "Masuk" / "Sign in";
    sign_in_lead: "Tidak perlu akun untuk belanja atau melacak." / "You need no account to shop or to track.";
    login_label: "Nomor HP atau surel" / "Mobile number or e-mail";
    login_hint: "Contoh: 0812 3456 7890 atau nama@contoh.id" / "Example: 0812 3456 7890 or name@example.com";
    password_label: "Kata sandi" / "Password";
    sign_in_button: "Masuk" / "Sign in";
    forgot_password: "Lupa kata sandi?" / "Forgot your password?";
    no_account_yet: "Belum punya akun?" / "No account yet?";
    sign_up_title: "Buat akun" / "Create an account";
    sign_up_lead: "Untuk membuka toko atau menyimpan pesanan Anda." / "To open a shop or to keep your orders.";
    have_account: "Sudah punya akun?" / "Already have an account?";
    your_name: "Nama Anda" / "Your name";
    new_password: "Kata sandi baru" / "New password";
    new_password_hint: "Paling sedikit 8 karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak." / "At least 8 characters. A few unrelated words are easy to remember and hard to guess.";
    sign_up_button: "Buat akun" / "Create account";
    wrong_login: "Nomor HP, surel, atau kata sandi tidak cocok." / "Number, e-mail or password do not match.";
    login_missing: "Isi nomor HP atau surel." / "Enter a mobile number or e-mail.";
    login_email: "Alamat surel belum benar, misalnya nama@contoh.id." / "The e-mail address is not right, for example name@example.com.";
    name_needed: "Isi nama Anda." / "Enter your name.";
    login_taken: "Nomor atau surel ini sudah dipakai. Masuk saja, atau pakai yang lain." / "This number or e-mail is already in use. Sign in, or use another one.";
    password_short: "Kata sandi terlalu pendek, paling sedikit 8 karakter." / "The password is too short, at least 8 characters.";
    password_long: "Kata sandi terlalu panjang, paling banyak 200 karakter." / "The password is too long, at most 200 characters.";
    password_guessable: "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan." / "This password is easy to guess. Use a few unrelated words.";
    demo_title: "Coba dengan akun contoh" / "Try a demo account";
    demo_duties: "Petugas izin menurut tugas" / "Permit officers by duty";
    demo_one_duty: "Mengerjakan permohonan izin sesuai tugas ini." / "Works on permit cases with this duty.";
    demo_text(password: &str): "Situs ini berisi data contoh. Kata sandi semua akun contoh: {password}" / "This site holds demo data. The password of all demo accounts: {password}";

    code_title: "Kode verifikasi" / "Verification code";
    code_lead: "Buka aplikasi autentikator di HP Anda dan isi kode enam angka." / "Open the authenticator app on your phone and enter the six-digit code.";
    code_label: "Kode" / "Code";
    code_hint: "Enam angka dari aplikasi, atau satu kode pemulihan." / "Six digits from the app, or one recovery code.";
    code_button: "Lanjut" / "Continue";
    code_wrong: "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi." / "The code does not match or was used before. Wait for the next one and try again.";
    code_over: "Waktu habis atau terlalu banyak kode salah. Masuk lagi dengan kata sandi." / "Time is up, or too many codes were wrong. Sign in again with your password.";
    code_lost: "HP hilang? Pakai kode pemulihan. Bila itu juga hilang, hubungi admin." / "Lost your phone? Use a recovery code. If those are lost too, ask the administrator.";

    forgot_title: "Lupa kata sandi" / "Forgotten password";
    forgot_lead: "Kami kirim kode enam angka ke nomor atau surel akun Anda." / "We send a six-digit code to the number or e-mail of your account.";
    forgot_button: "Kirim kode" / "Send the code";
    recover_title: "Kata sandi baru" / "New password";
    recover_lead: "Bila akun itu ada, kodenya sedang dikirim. Kode berlaku 15 menit." / "If there is such an account, the code is on its way. It is good for 15 minutes.";
    recover_code_hint: "Enam angka dari pesan." / "Six digits from the message.";
    recover_wrong: "Kode tidak cocok, sudah dipakai, atau kedaluwarsa. Periksa lagi atau minta kode baru." / "The code does not match, was used, or is too old. Check it or ask for a new one.";
    recover_button: "Simpan dan masuk" / "Save and sign in";
    recover_again: "Minta kode baru" / "Ask for a new code";

    account_title: "Akun Anda" / "Your account";
    hello(name: &str): "Halo, {name}" / "Hello, {name}";
    my_shop: "Ruang usaha" / "Your business";
    my_shop_hint: "Toko, produk, dan pesanan masuk" / "Shop, products and incoming orders";
    open_shop_hint: "Buka toko, gratis" / "Open a shop, free of charge";
    my_office: "Ruang petugas" / "Officers' room";
    my_office_hint: "Pekerjaan yang menunggu Anda" / "Work that waits for you";
    my_orders: "Pesanan Anda" / "Your orders";
    no_orders: "Belum ada pesanan dengan akun ini" / "No orders with this account yet";
    no_orders_hint: "Pesanan yang Anda buat selagi masuk muncul di sini. Pesanan tanpa akun bisa dilacak dengan nomornya." / "Orders you place while signed in appear here. Orders without an account are tracked by their number.";
    account_safety: "Keamanan akun" / "Safety of your account";

    password_title: "Ganti kata sandi" / "Change your password";
    password_lead: "Perangkat lain akan keluar dari akun Anda." / "Other devices will be signed out.";
    present_password: "Kata sandi sekarang" / "Present password";
    password_save: "Ganti kata sandi" / "Change password";
    present_wrong: "Kata sandi sekarang tidak cocok." / "The present password is not right.";

    devices_title: "Perangkat Anda" / "Your devices";
    devices_lead: "Di sini akun Anda sedang masuk. Keluarkan yang tidak Anda kenal, lalu ganti kata sandi." / "This is where you are signed in. Sign out what you do not know, then change your password.";
    devices_hint: "Lihat dan keluarkan perangkat" / "See your devices and sign them out";
    device_on(browser: &str, system: &str): "{browser} di {system}" / "{browser} on {system}";
    device_unknown: "Perangkat tidak dikenal" / "Unknown device";
    this_device: "Perangkat ini" / "This device";
    device_since(time: &str): "Masuk sejak {time}" / "Signed in since {time}";
    device_seen(time: &str): "Terakhir dipakai {time}" / "Last used {time}";
    device_end: "Keluarkan" / "Sign out";
    device_end_label(name: &str): "Keluarkan {name}" / "Sign out {name}";
    devices_end_others: "Keluarkan semua perangkat lain" / "Sign out all other devices";

    second_title: "Verifikasi dua langkah" / "Two-step verification";
    second_lead: "Selain kata sandi, masuk memerlukan kode dari aplikasi di HP Anda. Orang yang tahu kata sandi Anda tetap tidak bisa masuk." / "Besides the password, signing in needs a code from an app on your phone. Somebody who knows your password still cannot get in.";
    second_required: "Petugas wajib memakainya. Nyalakan dulu, lalu ruang petugas terbuka." / "Officers have to use it. Turn it on, and the officers' room opens.";
    second_on: "Menyala" / "On";
    second_off: "Belum menyala" / "Off";
    second_begin: "Siapkan sekarang" / "Set it up now";
    second_step_app: "Pasang aplikasi autentikator di HP, misalnya Google Authenticator, Aegis, atau FreeOTP." / "Install an authenticator app on your phone, for example Google Authenticator, Aegis or FreeOTP.";
    second_step_scan: "Pindai gambar ini dengan aplikasi itu." / "Scan this picture with the app.";
    second_qr: "Kode QR untuk aplikasi autentikator" / "QR code for the authenticator app";
    second_step_type: "Tidak bisa memindai? Ketik kunci ini di aplikasi" / "Cannot scan? Type this key into the app";
    second_step_open: "Di HP ini, buka langsung di aplikasi" / "On this phone, open it in the app";
    second_step_code: "Isi kode enam angka yang muncul." / "Enter the six-digit code that appears.";
    second_confirm: "Nyalakan" / "Turn on";
    second_again: "Mulai lagi dari awal" / "Start again";
    recovery_title: "Simpan kode pemulihan ini sekarang" / "Keep these recovery codes now";
    recovery_text: "Bila HP Anda hilang, satu kode menggantikan kode dari aplikasi. Tiap kode hanya sekali pakai. Kode ini tidak ditampilkan lagi." / "If you lose your phone, one of them takes the place of the app's code. Each works once. They are not shown again.";
    recovery_left(count: i64): "{count} kode pemulihan belum dipakai" / "{count} recovery codes not used yet";
    second_stop_title: "Matikan" / "Turn it off";
    second_stop_text: "Untuk ganti HP atau kode pemulihan baru: matikan, lalu siapkan lagi." / "For a new phone or new recovery codes: turn it off, then set it up again.";
    second_stop: "Matikan verifikasi dua langkah" / "Turn off two-step verification";
    keep_order_title: "Simpan ke akun Anda" / "Keep it in your account";
    keep_order_text: "Pesanan ini dibuat tanpa akun. Simpan supaya muncul di halaman akun Anda di perangkat mana pun." / "This order was placed without an account. Keep it, and it appears on your account page on every device.";
    keep_order: "Simpan ke akun" / "Keep in my account";
}
