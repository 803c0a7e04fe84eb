//! Words for mandates: somebody acts for the applicant.

use domain::permit::mandate::Standing;
use domain::permit::state::By;

use super::Lang;

messages! { MandateText;
    mandate_title: "Kuasa" / "Mandate";
    mandate_runs(name: &str, part: &str, until: &str): "{name}, {part}, boleh mengisi dan mengirim atas nama Anda sampai {until}." / "{name}, {part}, may fill in and send for you until {until}.";
    mandate_yours(owner: &str, until: &str): "Anda bertindak atas nama {owner} sampai {until}. Pemilik melihat semua yang Anda lakukan." / "You act for {owner} until {until}. The owner sees everything that you do.";
    mandate_was(name: &str, part: &str, standing: &str): "Kuasa {name}, {part}: {standing}." / "The mandate of {name}, {part}: {standing}.";
    mandate_end: "Ambil alih" / "Take over";
    mandate_end_hint: "Kuasa berakhir saat itu juga. Yang sudah diisi tetap ada." / "The mandate ends at once. What was filled in stays.";
    done_helping: "Selesai membantu" / "I am done helping";
    ask_help: "Minta bantuan pendamping atau loket" / "Ask a mentor or the counter for help";
    ask_help_hint: "Orang yang Anda pilih dapat melihat isian Anda, mengisi dan mengirimnya atas nama Anda. Menarik permohonan tetap hanya Anda. Anda dapat mengakhirinya kapan saja." / "Whoever you choose sees your answers, fills in and sends for you. Only you can withdraw the application. You can end it at any time.";
    helper_label: "Siapa yang membantu" / "Who helps";
    helper_choose: "Pilih nama" / "Choose a name";
    days_label: "Berapa lama" / "For how long";
    days_of(days: u16): "{days} hari" / "{days} days";
    give_button: "Beri kuasa" / "Give the mandate";
    helper_missing: "Pilih siapa yang membantu." / "Choose who helps.";
    helper_wrong: "Orang ini tidak dapat membantu di sini. Pilih yang lain." / "This person cannot help here. Choose another.";
    mandate_not_now: "Permohonan ini sudah selesai; tidak ada lagi yang dapat dibantu." / "This application is over; there is nothing left to help with.";
    mandate_not_yours: "Kuasa hanya diberikan oleh pemohon." / "Only the applicant gives a mandate.";
    mandate_over: "Kuasa Anda sudah berakhir: pemilik mengambil alih atau masanya habis. Tidak ada yang dikirim." / "Your mandate is over: the owner took over, or its time ended. Nothing was sent.";
    sent_by(name: &str, part: &str): "Dikirim oleh {name}, {part}" / "Sent by {name}, {part}";
    sent_by_label: "Dikirim oleh" / "Sent by";
    helped_title: "Permohonan yang saya bantu" / "Applications that I help with";
    helped_lead: "Dengan kuasa dari pemiliknya, sampai hari yang tertulis." / "With a mandate of their owners, until the day that is written.";
    helped_hint: "Isi dan kirim atas nama pelaku usaha" / "Fill in and send for business owners";
    helped_none: "Belum ada. Mulai dari halaman layanan, atau tunggu pemilik memberi Anda kuasa." / "None yet. Begin at a service's page, or wait for an owner to give you a mandate.";
    helped_services: "Ke daftar layanan" / "To the services";
    helped_until(day: &str): "kuasa s.d. {day}" / "mandate until {day}";
    helped_number_hint: "Sebutkan kepada pemilik. PIN-nya dikirim ke nomor pemilik." / "Tell the owner. The PIN goes to the owner's phone.";
    for_other_title: "Atas nama pelaku usaha" / "For a business owner";
    for_other_lead: "Nomor, tautan dan PIN dikirim ke nomor pemilik, tidak kepada Anda. Kuasa berlaku 30 hari; pemilik dapat mengambil alih kapan saja." / "Number, link and PIN go to the owner's phone, not to you. The mandate holds for 30 days; the owner can take over at any time.";
    owner_name: "Nama pemilik" / "Name of the owner";
    owner_phone: "Nomor HP pemilik (WhatsApp)" / "The owner's phone number (WhatsApp)";
    owner_phone_hint: "Periksa bersama pemilik: kabar dan PIN dikirim ke sini." / "Check it with the owner: news and the PIN are sent here.";
    owner_agrees: "Pemilik hadir atau sudah menyatakan setuju saya mengurus ini untuknya." / "The owner is here or has agreed that I do this for them.";
    owner_agrees_missing: "Centang bila pemilik setuju. Tanpa persetujuannya permohonan tidak dapat dimulai." / "Tick this if the owner agrees. Without that no application can begin.";
    owner_is_you: "Ini nomor Anda sendiri. Untuk diri sendiri, pakai “Siapa yang mengajukan”." / "This is your own number. For yourself use “Who applies”.";
    start_for_button: "Mulai atas namanya" / "Begin for them";
}

/// The part of whoever helps.
pub fn part_label(part: By, t: Lang) -> &'static str {
    super::desk_part(part.as_str(), t)
}

/// Where a mandate is.
pub fn standing_label(standing: Standing, t: Lang) -> &'static str {
    match (standing, t) {
        (Standing::Runs, Lang::Id) => "berlaku",
        (Standing::Runs, Lang::En) => "holds",
        (Standing::Over, Lang::Id) => "masanya habis",
        (Standing::Over, Lang::En) => "its time is over",
        (Standing::Ended, Lang::Id) => "sudah diakhiri",
        (Standing::Ended, Lang::En) => "ended",
    }
}
