//! Words of accounts.

use super::Lang;

messages! { AccountText;
    sign_in_title: "Masuk" / "Sign in";
    sign_in_lead: "Tidak perlu akun untuk belanja atau melacak." / "You need no account to shop or to track.";
    login_label: "Nomor HP atau surel" / "Mobile number or e-mail";
    login_hint: "Contoh: 0812 3456 7890 atau nama@contoh.id" / "Example: 0812 3456 7890 or name@example.com";
    password_label: "Kata sandi" / "Password";
    sign_in_button: "Masuk" / "Sign in";
    no_account_yet: "Belum punya akun?" / "No account yet?";
    sign_up_title: "Buat akun" / "Create an account";
    sign_up_lead: "Untuk membuka toko atau menyimpan pesanan Anda." / "To open a shop or to keep your orders.";
    have_account: "Sudah punya akun?" / "Already have an account?";
    your_name: "Nama Anda" / "Your name";
    new_password: "Kata sandi baru" / "New password";
    new_password_hint: "Paling sedikit 8 karakter. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak." / "At least 8 characters. A few unrelated words are easy to remember and hard to guess.";
    sign_up_button: "Buat akun" / "Create account";
    signed_out: "Anda sudah keluar." / "You are signed out.";
    wrong_login: "Nomor HP, surel, atau kata sandi tidak cocok." / "Number, e-mail or password do not match.";
    login_missing: "Isi nomor HP atau surel." / "Enter a mobile number or e-mail.";
    login_email: "Alamat surel belum benar, misalnya nama@contoh.id." / "The e-mail address is not right, for example name@example.com.";
    name_needed: "Isi nama Anda." / "Enter your name.";
    login_taken: "Nomor atau surel ini sudah dipakai. Masuk saja, atau pakai yang lain." / "This number or e-mail is already in use. Sign in, or use another one.";
    password_short: "Kata sandi terlalu pendek, paling sedikit 8 karakter." / "The password is too short, at least 8 characters.";
    password_long: "Kata sandi terlalu panjang, paling banyak 200 karakter." / "The password is too long, at most 200 characters.";
    password_guessable: "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan." / "This password is easy to guess. Use a few unrelated words.";
    account_title: "Akun Anda" / "Your account";
    hello(name: &str): "Halo, {name}" / "Hello, {name}";
    my_shop: "Konsol toko" / "Shop console";
    my_office: "Konsol petugas" / "Officers' console";
    my_orders: "Pesanan Anda" / "Your orders";
    no_orders: "Belum ada pesanan dengan akun ini." / "No orders with this account yet.";
    demo_title: "Akun contoh" / "Demo accounts";
    demo_text(password: &str): "Situs ini berisi data contoh. Kata sandi semua akun contoh: {password}" / "This site holds demo data. The password of all demo accounts: {password}";
}
