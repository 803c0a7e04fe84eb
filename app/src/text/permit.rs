//! Words of the services: the list, which one do I need, and the Standar Pelayanan of each.

use domain::permit::advice::Business;
use domain::permit::service::StageBy;

use super::Lang;

messages! { PermitText;
    services_title: "Perizinan dan layanan usaha" / "Permits and services for businesses";
    services_lead: "Syarat, waktu, dan biaya tiap layanan, sebelum Anda berangkat." / "What each service needs, how long it takes and what it costs, before you set out.";
    services_description(regency: &str): "Syarat, waktu, dan biaya izin dan surat untuk usaha mikro dan kecil di {regency}: NIB, P-IRT, halal, merek." / "Requirements, time and fees of permits for micro and small businesses in {regency}: NIB, P-IRT, halal, trademark.";
    search_services: "Cari layanan: pirt, halal, merek" / "Search services: pirt, halal, merek";
    which_one: "Yang mana yang saya perlukan?" / "Which one do I need?";
    which_one_hint: "Pilih yang Anda buat atau jual." / "Choose what you make or sell.";
    which_order(business: &str): "{business}: urus menurut urutan ini" / "{business}: in this order";
    all_services: "Semua layanan" / "All services";
    services_count(count: usize): "{count} layanan" / "{count} services";
    door_permits_count(count: usize): "{count} layanan" / "{count} services";
    services_for(words: &str): "Hasil untuk “{words}”" / "Results for “{words}”";
    services_instead(typed: &str): "Tidak ada yang cocok dengan “{typed}”; ini yang paling mirip." / "Nothing matches “{typed}”; this is the closest.";
    services_none(typed: &str): "Tidak ada layanan untuk “{typed}”" / "No service for “{typed}”";
    services_none_hint: "Coba kata lain, atau lihat semua layanan di bawah ini." / "Try another word, or look at all services below.";
    others_elsewhere: "Surat dinas diajukan di sini, izin lain di situs lembaganya" / "The office's letters are applied for here, other permits at their agencies";
    others_elsewhere_text: "NIB, P-IRT, halal, dan merek diterbitkan lembaga lain. Halaman layanannya menuntun Anda, dan dinas mendampingi gratis." / "NIB, P-IRT, halal and trademarks are issued by other agencies. Their pages here guide you, and the office helps for free.";
    free: "Gratis" / "Free";
    free_text: "Petugas tidak boleh menerima uang." / "Officers may not accept money.";
    help_is_free: "Bantuan dinas gratis." / "The office's help is free.";
    help_is_free_text(agency: &str): "Petugas tidak boleh menerima uang. Biaya dibayar langsung ke {agency}." / "Officers may not accept money. The fee is paid straight to {agency}.";
    fee_from(fee: domain::money::Rupiah): "Mulai {fee}" / "From {fee}";
    working_days(days: u16): "{days} hari kerja" / "{days} working days";
    promised_time(days: u16): "Paling lama {days} hari kerja sejak berkas lengkap" / "At most {days} working days once everything is there";
    time_of_agency(agency: &str): "Ditentukan {agency}" / "Decided by {agency}";
    issued_by_office: "Diterbitkan dinas" / "Issued by the office";
    issued_by(agency: &str): "Diterbitkan {agency}" / "Issued by {agency}";
    issuer: "Penerbit" / "Issuer";
    the_office: "Dinas" / "The office";
    requirements: "Syarat" / "Requirements";
    steps: "Langkah" / "Steps";
    stages: "Tahap yang kami pantau" / "Stages that we follow";
    stages_hint(agency: &str): "Situs ini tidak tersambung ke {agency}; tahapnya dicatat petugas bersama Anda." / "This site is not connected to {agency}; officers record the stages with you.";
    our_help: "Yang dinas bantu" / "What the office does";
    duties: "Kewajiban sesudah terbit" / "Duties after it is issued";
    duty_once(time: &str): "Paling lambat {time} sesudah terbit" / "Within {time} of the issue";
    duty_again(time: &str, every: &str): "Pertama {time} sesudah terbit, lalu tiap {every}" / "First {time} after the issue, then every {every}";
    apply_now: "Cara mengajukan" / "How to apply";
    apply_portal: "Ajukan di situs resmi" / "Apply at the official site";
    apply_portal_hint(host: &str): "Anda akan keluar ke {host}. Akunnya milik Anda sendiri." / "This leads to {host}. The account there is your own.";
    standard: "Standar pelayanan" / "Service standard";
    product: "Hasil" / "What you get";
    time: "Waktu" / "Time";
    fee: "Biaya" / "Fee";
    validity: "Masa berlaku" / "Validity";
    no_end: "Tidak berakhir, atau menurut dokumennya" / "Does not end, or as the document says";
    months(count: u16): "{count} bulan" / "{count} months";
    years(count: u16): "{count} tahun" / "{count} years";
    legal_basis: "Dasar hukum" / "Legal basis";
    complaint: "Pengaduan" / "Complaints";
    facilities: "Sarana" / "Facilities";
    competence: "Petugas" / "Staff";
    unconfirmed: "Belum dipastikan" / "Not confirmed yet";
    version_of(version: u32, day: &str, sourced: &str): "Versi {version}, berlaku sejak {day}. Dicocokkan dengan sumber pada {sourced}." / "Version {version}, in force since {day}. Compared with its sources on {sourced}.";
}

/// A kind of business.
pub fn business_label(business: Business, t: Lang) -> &'static str {
    match (business, t) {
        (Business::Food, Lang::Id) => "Makanan dari rumah",
        (Business::Food, Lang::En) => "Food made at home",
        (Business::Drinks, Lang::Id) => "Minuman",
        (Business::Drinks, Lang::En) => "Drinks",
        (Business::Craft, Lang::Id) => "Kerajinan dan busana",
        (Business::Craft, Lang::En) => "Crafts and fashion",
        (Business::Services, Lang::Id) => "Jasa",
        (Business::Services, Lang::En) => "Services",
        (Business::Trade, Lang::Id) => "Dagang",
        (Business::Trade, Lang::En) => "Trade",
    }
}

/// Who has to act at a stage.
pub fn stage_by_label(by: StageBy, t: Lang) -> &'static str {
    match (by, t) {
        (StageBy::Dinas, Lang::Id) => "Dinas",
        (StageBy::Dinas, Lang::En) => "The office",
        (StageBy::Pemohon, Lang::Id) => "Anda",
        (StageBy::Pemohon, Lang::En) => "You",
        (StageBy::Lembaga, Lang::Id) => "Lembaga",
        (StageBy::Lembaga, Lang::En) => "The agency",
    }
}

/// A number of months, in years where they are whole.
pub fn duration(months: u16, t: Lang) -> String {
    if months.is_multiple_of(12) { t.years(months / 12) } else { t.months(months) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_years_are_years() {
        assert_eq!(
            [3, 12, 57, 120].map(|months| duration(months, Lang::Id)),
            ["3 bulan", "1 tahun", "57 bulan", "10 tahun"]
        );
    }
}
