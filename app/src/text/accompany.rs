//! Words of permits of other agencies that the office accompanies.

use super::Lang;

messages! { AccompanyText;
    ask_company: "Minta pendampingan" / "Ask for our help";
    ask_company_hint: "Gratis. Isi data sekali, dinas memeriksa kesiapannya, lalu mendampingi sampai terbit." / "Free. Fill in your data once; the office checks that you are ready and stays with you until it is issued.";
    ask_company_title(name: &str): "Minta pendampingan {name}" / "Ask for help with the {name}";
    ask_company_lead: "Isi data dan dokumen sekali di sini. Izinnya sendiri diterbitkan lembaganya; kami membantu, mencatat tahapnya, dan mengingatkan." / "Give data and papers once, here. The permit itself is issued by its agency; we help, keep track and remind.";
    apply_counter_help: "Bisa juga di loket dinas pada hari kerja." / "Or come to the office counter on a working day.";

    company_next_1: "Petugas memeriksa apakah semuanya siap diajukan ke lembaganya." / "An officer looks whether everything is ready for the agency.";
    company_next_2: "Setiap tahap dikabarkan lewat WhatsApp; bila giliran Anda, caranya tertulis." / "Each stage is told by WhatsApp; when it is your turn, it says what to do.";
    company_next_3: "Sesudah izin terbit, nomornya dicatat dan kewajibannya diingatkan." / "Once it is issued, its number is recorded and you are reminded of what follows.";
    your_turn_stage(stage: &str): "Giliran Anda: {stage}" / "Your turn: {stage}";
    your_turn_stage_text(agency: &str): "Kerjakan bagian Anda di {agency}, lalu beri tahu kami di sini." / "Do your part at {agency}, then tell us here.";
    waits_for_agency(agency: &str): "Menunggu {agency}" / "Waiting for {agency}";
    waits_for_agency_text(stage: &str): "Tahap: {stage}. Kami catat begitu ada kabar; bila Anda lebih dulu tahu, hubungi dinas." / "Stage: {stage}. We write it down as soon as we hear; if you know first, tell the office.";
    office_stage_text(stage: &str): "Tahap: {stage}. Tidak ada yang perlu Anda lakukan." / "Stage: {stage}. Nothing for you to do.";
    ended_at(stage: &str): "Pendampingan selesai: {stage}" / "Our help has ended: {stage}";
    ended_without: "Tidak ada izin yang dicatat. Anda boleh meminta pendampingan lagi kapan saja." / "No permit was recorded. You can ask for help again at any time.";
    ended_with: "Nomor dan kewajiban sesudahnya ada di halaman ini." / "Its number and what follows are on this page.";
    what_happened: "Sudah selesai? Pilih tahap berikutnya:" / "Done? Choose what comes next:";
    to_portal(host: &str): "Buka {host}" / "Open {host}";
    stage_with_pin: "Beri tahu kami dengan PIN Anda di halaman ini." / "Tell us with your PIN on this page.";
    mend_answers: "Ubah isian atau dokumen" / "Change answers or documents";
    send_changes: "Kirim perubahan ke dinas" / "Send the changes to the office";
    not_changed: "Belum ada perubahan sejak dikirim terakhir." / "Nothing has changed since it was last sent.";

    permit_title: "Izin yang terbit" / "The permit";
    permit_of(agency: &str): "Terbit dari {agency}" / "Issued by {agency}";
    permit_number: "Nomor" / "Number";
    permit_issued: "Terbit" / "Issued";
    permit_until: "Berlaku sampai" / "Valid until";
    permit_badge: "Tampil sebagai lencana di toko." / "Shown as a badge in the shop.";
    permit_recorded(number: &str): "Nomor {number} dicatat dinas" / "The office recorded number {number}";
    message_from_office: "Pesan dari dinas" / "Message from the office";
    duty_done_event: "Kewajiban selesai" / "A duty was done";

    duties_title: "Kewajiban sesudah terbit" / "What has to be done afterwards";
    duty_by(day: &str): "Paling lambat {day}" / "By {day}";
    duty_late(day: &str): "Lewat sejak {day}" / "Late since {day}";
    duty_was_done(day: &str): "Selesai {day}" / "Done {day}";
    duty_finish: "Sudah dilakukan" / "Done";
    duty_finish_of(duty: &str): "Sudah dilakukan: {duty}" / "Done: {duty}";
    duty_renew: "Masa berlaku izin berakhir" / "The permit ends";
    duty_reminded: "Pengingat dikirim sebelum hari itu." / "A reminder is sent before each day.";

    next_stage: "Tahap berikut" / "Next stage";
    choose_stage: "Pilih tahap" / "Choose a stage";
    stage_missing: "Pilih tahap yang mengikuti tahap sekarang." / "Choose a stage that follows the present one.";
    words_to_applicant: "Pesan untuk pemohon" / "Message to the applicant";
    words_to_applicant_hint: "Dibaca pemohon. Tulis apa yang perlu disiapkan." / "The applicant reads it. Say what to prepare.";
    words_optional_hint: "Boleh kosong. Dibaca pemohon." / "May be empty. The applicant reads it.";
    number_as_printed: "Nomor pada dokumen" / "Number on the document";
    issued_day: "Tanggal terbit" / "Day of issue";
    issued_day_wrong: "Isi tanggal terbit pada dokumen, tidak lebih dari hari ini." / "Give the day of issue on the document, not after today.";
    last_day_printed: "Berlaku sampai (bila ada)" / "Valid until (if it ends)";
    last_day_printed_hint: "Kosongkan bila dokumen tidak menyebut batasnya." / "Leave it empty if the document says none.";
    for_product: "Untuk produk" / "For the product";
    for_no_product: "Tidak ada di toko" / "Not in the shop";
    record_means: "Cocokkan dengan dokumen aslinya. Bila pemohon punya toko, lencananya menyala saat ini juga." / "Compare it with the original. If the applicant has a shop, its badge lights up now.";
    turn_applicant: "Pemohon" / "The applicant";
    path_title: "Tahap" / "Stages";
    stage_here: "sekarang" / "now";
}
