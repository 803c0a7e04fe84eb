//! The map from paths to pages.

use leptos::prelude::*;

use crate::account::{
    AccountPage, CodePage, DevicesPage, ForgotPage, PasswordPage, RecoverPage, SecondStepPage, SignInPage, SignUpPage,
    UserPage, UsersPage,
};
use crate::complaint::{ComplaintFilePage, ComplaintPage, ComplaintSentPage, ComplaintsPage, NewComplaintPage};
use crate::disturbed::DisturbedPage;
use crate::help::{HelpPage, PrivacyPage};
use crate::home::HomePage;
use crate::mentoring::{
    AskPage, BookPage, HoursPage, MentorDayPage, MentoringDeskPage, MentoringHomePage, MentoringPage, VisitPage,
};
use crate::notice::OutboxPage;
use crate::office::OfficePage;
use crate::permit::{
    ApplyPage, CalendarPage, CaseFilePage, CasePage, CheckPage, DraftFormPage, DraftJsonPage, DraftPage, FiguresPage,
    HelpedPage, InboxPage, PreviewPage, SectionPage, SentPage, ServiceFiguresPage, ServiceFilePage, ServicePage,
    ServicesDeskPage, ServicesPage, SurveyPage, VisitsPage,
};
use crate::shop::{
    BadgeFilePage, BadgesPage, CartPage, CheckoutPage, ClosedDaysPage, DeliveryPage, HandInPage, KecamatanListPage,
    KecamatanPage, LegalityPage, NewProductPage, OfficeOrderPage, OfficeSlipPage, OpenShopPage, OrderDonePage,
    OrderInvoicePage, OrderLinkPage, OrderPage, OwnProductPage, OwnProductsPage, PaymentPage, ProductPage,
    ProductPhotosPage, ProductsPage, SellerPage, ShopFilePage, ShopOrderPage, ShopOrdersPage, ShopPage, ShopPhotoPage,
    ShopProfilePage, ShopSlipPage, ShopsPage, TrackPage, VariantPage,
};
use crate::training::{
    AwardsPage, ClassCalendarPage, ClassPage, ClassesPage, CodeScreenPage, CourseFormPage, CoursesPage, EditClassPage,
    HerePage, LearnPage, MaterialsPage, NewClassPage, OfficeClassPage, OfficeClassesPage, OwnCertificatesPage,
    QuestionPage, QuizFormPage, QuizPage, RegisterPage, RegistrationPage, ResultsPage, ScanPage, SheetPage,
    VenueFormPage, VenuesPage,
};
use crate::ui::{ErrorPage, TooLargePage};
use crate::verify::{PaperPage, VerifyPage};

/// Makes the content of a page.
pub type Page = fn() -> AnyView;

macro_rules! pages {
    ($($path:literal => $page:ident)+) => { &[$(($path, || $page().into_any()),)+] };
}

/// Every page: the pattern of its path (as axum writes it) and what is there.
pub const PAGES: &[(&str, Page)] = pages! {
    "/" => HomePage
    "/produk" => ProductsPage
    "/produk/{slug}" => ProductPage
    "/toko/{slug}" => ShopPage
    "/kecamatan" => KecamatanListPage
    "/kecamatan/{slug}" => KecamatanPage
    "/keranjang" => CartPage
    "/checkout" => CheckoutPage
    "/pesanan/terima-kasih" => OrderDonePage
    "/pesanan/{nomor}" => OrderPage
    "/pesanan/{nomor}/nota" => OrderInvoicePage
    "/usaha/pesanan" => ShopOrdersPage
    "/usaha/pesanan/{nomor}" => ShopOrderPage
    "/usaha/pesanan/{nomor}/nota" => ShopSlipPage
    "/dinas/pesan" => OutboxPage
    "/dinas/pesanan/{nomor}" => OfficeOrderPage
    "/dinas/pesanan/{nomor}/nota" => OfficeSlipPage
    "/k/{kunci}" => OrderLinkPage
    "/lacak" => TrackPage
    "/masuk" => SignInPage
    "/daftar" => SignUpPage
    "/masuk/kode" => CodePage
    "/lupa-sandi" => ForgotPage
    "/lupa-sandi/kode" => RecoverPage
    "/akun" => AccountPage
    "/akun/kuasa" => HelpedPage
    "/akun/sandi" => PasswordPage
    "/akun/perangkat" => DevicesPage
    "/akun/dua-langkah" => SecondStepPage
    "/dinas/pengguna" => UsersPage
    "/dinas/pengguna/{id}" => UserPage
    "/gangguan" => DisturbedPage
    "/usaha/legalitas" => LegalityPage
    "/usaha/legalitas/ajukan" => HandInPage
    "/dinas" => OfficePage
    "/dinas/toko" => ShopsPage
    "/dinas/toko/{id}" => ShopFilePage
    "/dinas/lencana" => BadgesPage
    "/dinas/lencana/{id}" => BadgeFilePage
    "/dinas/kalender" => CalendarPage
    "/dinas/layanan" => ServicesDeskPage
    "/dinas/layanan/{slug}" => ServiceFilePage
    "/dinas/layanan/{slug}/pratinjau" => PreviewPage
    "/dinas/layanan/{slug}/draf/json" => DraftJsonPage
    "/dinas/layanan/{slug}/draf/isian" => DraftFormPage
    "/dinas/layanan/{slug}/draf/isian/{bagian}" => DraftPage
    "/dinas/layanan/{slug}/draf/isian/{bagian}/{isian}" => DraftPage
    "/dinas/layanan/{slug}/draf/isian/{bagian}/{isian}/{dalam}" => DraftPage
    "/dinas/layanan/{slug}/draf/{bagian}" => DraftPage
    "/dinas/pendampingan" => MentoringDeskPage
    "/dinas/pengaduan" => ComplaintsPage
    "/dinas/pengaduan/{nomor}" => ComplaintFilePage
    "/dinas/pelatihan" => OfficeClassesPage
    "/dinas/pelatihan/baru" => NewClassPage
    "/dinas/pelatihan/materi" => CoursesPage
    "/dinas/pelatihan/materi/{id}" => CourseFormPage
    "/dinas/pelatihan/materi/{id}/bahan" => MaterialsPage
    "/dinas/pelatihan/materi/{id}/kuis" => QuizFormPage
    "/dinas/pelatihan/materi/{id}/kuis/{soal}" => QuestionPage
    "/dinas/pelatihan/tempat" => VenuesPage
    "/dinas/pelatihan/tempat/{id}" => VenueFormPage
    "/dinas/pelatihan/{slug}" => OfficeClassPage
    "/dinas/pelatihan/{slug}/ubah" => EditClassPage
    "/dinas/pelatihan/{slug}/sertifikat" => AwardsPage
    "/dinas/pelatihan/{slug}/hasil" => ResultsPage
    "/dinas/pelatihan/{slug}/hadir/{sesi}" => SheetPage
    "/dinas/pelatihan/{slug}/hadir/{sesi}/layar" => CodeScreenPage
    "/dinas/izin" => InboxPage
    "/dinas/izin/kunjungan" => VisitsPage
    "/dinas/izin/{nomor}" => CaseFilePage
    "/usaha" => SellerPage
    "/usaha/buka" => OpenShopPage
    "/usaha/toko" => ShopProfilePage
    "/usaha/toko/kirim" => DeliveryPage
    "/usaha/toko/bayar" => PaymentPage
    "/usaha/toko/libur" => ClosedDaysPage
    "/usaha/produk" => OwnProductsPage
    "/usaha/produk/baru" => NewProductPage
    "/usaha/produk/{id}" => OwnProductPage
    "/usaha/produk/{id}/varian/{varian}" => VariantPage
    "/usaha/produk/{id}/foto" => ProductPhotosPage
    "/usaha/toko/foto" => ShopPhotoPage
    "/terlalu-besar" => TooLargePage
    "/pelatihan" => ClassesPage
    "/pelatihan/kalender" => ClassCalendarPage
    "/pelatihan/sertifikat" => OwnCertificatesPage
    "/pelatihan/{slug}" => ClassPage
    "/pelatihan/{slug}/daftar" => RegisterPage
    "/pelatihan/pendaftaran/{nomor}" => RegistrationPage
    "/pelatihan/pendaftaran/{nomor}/belajar" => LearnPage
    "/pelatihan/pendaftaran/{nomor}/kuis" => QuizPage
    "/hadir" => HerePage
    "/hadir/{sesi}/{kode}" => ScanPage
    "/izin" => ServicesPage
    "/izin/{slug}" => ServicePage
    "/izin/{slug}/ajukan" => ApplyPage
    "/izin/kasus/{nomor}" => CasePage
    "/izin/kasus/{nomor}/isi/{bagian}" => SectionPage
    "/izin/kasus/{nomor}/periksa" => CheckPage
    "/izin/kasus/{nomor}/terkirim" => SentPage
    "/izin/kasus/{nomor}/survei" => SurveyPage
    "/pendampingan" => MentoringHomePage
    "/pendampingan/ajukan" => AskPage
    "/pendampingan/hari-ini" => MentorDayPage
    "/pendampingan/jam" => HoursPage
    "/pendampingan/{nomor}" => MentoringPage
    "/pendampingan/{nomor}/jadwal" => BookPage
    "/pendampingan/{nomor}/kunjungan" => VisitPage
    "/pengaduan" => NewComplaintPage
    "/pengaduan/{nomor}" => ComplaintPage
    "/pengaduan/{nomor}/terkirim" => ComplaintSentPage
    "/transparansi" => FiguresPage
    "/transparansi/{slug}" => ServiceFiguresPage
    "/verifikasi" => VerifyPage
    "/verifikasi/{kode}" => PaperPage
    "/bantuan" => HelpPage
    "/privasi" => PrivacyPage
};

/// The page of every other path (404).
pub fn unknown() -> AnyView {
    view! { <ErrorPage found=false/> }.into_any()
}
