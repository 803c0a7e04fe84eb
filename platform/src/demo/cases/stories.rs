//! What happened in each demo case.

/// The code of the service that costs something.
pub(super) const PAID: &str = "lapak_bazar";

/// Something that happens.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scene {
    /// The applicant hands in.
    HandIn,
    /// The applicant takes it back.
    Withdraw,
    /// The verifikator begins.
    TakeUp,
    /// Every document is right.
    Accept,
    /// The identity card has to be replaced.
    Ask,
    /// The applicant replaces it.
    Mend,
    /// Somebody goes there so many working days from today.
    Plan(i64),
    /// Somebody was there.
    Report,
    /// It goes to the head.
    Forward,
    /// It goes to the head with the proposal to refuse it.
    ProposeRefusal,
    /// The head approves.
    Approve,
    /// The head refuses.
    Refuse,
    /// The applicant objects to the refusal.
    Object,
    /// A head who had no part in it answers: the refusal stays.
    Dismiss,
    /// The head takes it back.
    Revoke,
    /// The applicant's limit is over.
    Stop,
    /// The validity is over.
    Expire,
}

/// A case.
#[derive(Debug)]
pub(super) struct Story {
    pub service: &'static str,
    pub subject: &'static str,
    pub name: &'static str,
    /// What happened, and how many working days ago; without any it is a draft.
    pub scenes: &'static [(i64, Scene)],
}

const fn story(
    service: &'static str,
    subject: &'static str,
    name: &'static str,
    scenes: &'static [(i64, Scene)],
) -> Story {
    Story { service, subject, name, scenes }
}

const BINAAN: &str = "binaan";
const MEREK: &str = "rekomendasi-merek";
const LAPAK: &str = "lapak-bazar";

/// Begun, and if it is handed in handed in, by a mentor for the owner.
pub(super) const HELPED: [&str; 2] = ["Warung Nasi Bu Encum", "Sambal Mak Onih"];

/// Several in most states, so that some can be worked on while others stay to be looked at.
pub(super) const STORIES: &[Story] = {
    use Scene::*;
    &[
        story(BINAAN, "Warung Nasi Bu Encum", "Encum Sumiati", &[]),
        story(BINAAN, "Keripik Singkong Mulyasari", "Mulyati", &[(1, HandIn)]),
        story(BINAAN, "Kerajinan Bambu Sindang", "Sanusi", &[(1, HandIn)]),
        story(MEREK, "Sambal Mak Onih", "Onih Suryanih", &[(2, HandIn)]),
        story(MEREK, "Batik Lereng Curug", "Wulan Sari", &[(3, HandIn), (2, TakeUp)]),
        story(BINAAN, "Kerupuk Jaya Rasa", "Jaya Permana", &[(8, HandIn), (6, TakeUp)]),
        story(BINAAN, "Kopi Kebon Solear", "Asep Saepudin", &[(4, HandIn), (3, TakeUp), (2, Accept)]),
        story(MEREK, "Roti Kampung Melayu", "Halimah", &[(9, HandIn), (7, TakeUp), (6, Ask), (2, Mend)]),
        story(MEREK, "Dodol Haji Mamat", "Mamat Rohmat", &[(6, HandIn), (5, TakeUp), (3, Ask)]),
        story(BINAAN, "Sandal Teratai", "Teti Herawati", &[(5, HandIn), (4, TakeUp), (2, Ask)]),
        story(BINAAN, "Konveksi Sinar Cisoka", "Ujang Koswara", &[(30, HandIn), (29, TakeUp), (28, Ask), (12, Stop)]),
        story(BINAAN, "Tahu Sumber Rejeki", "Kusnadi", &[(4, HandIn), (3, TakeUp), (2, Accept), (2, Plan(1))]),
        story(BINAAN, "Bengkel Las Karya Muda", "Supriyadi", &[(4, HandIn), (3, TakeUp), (2, Accept), (2, Plan(1))]),
        story(BINAAN, "Hasil Laut Kronjo", "Darsono", &[(3, HandIn), (2, TakeUp), (1, Accept), (1, Plan(3))]),
        story(MEREK, "Lebah Jambe", "Sumarni", &[(4, HandIn), (3, TakeUp), (2, Accept), (1, Forward)]),
        story(MEREK, "Kulit Cikupa", "Iwan Setiawan", &[(4, HandIn), (3, TakeUp), (2, Accept), (1, Forward)]),
        story(BINAAN, "Grosir Makmur Jaya", "Hartono", &[(5, HandIn), (4, TakeUp), (2, ProposeRefusal)]),
        story(BINAAN, "Pangkalan Gas Sentosa", "Sutrisno", &[(5, HandIn), (4, TakeUp), (2, ProposeRefusal)]),
        story(
            BINAAN,
            "Tempe Daun Pak Karto",
            "Karto Wijoyo",
            &[(5, HandIn), (4, TakeUp), (4, Accept), (4, Plan(-2)), (2, Report)],
        ),
        story(
            LAPAK,
            "Es Cendol Pak Udin",
            "Saepudin",
            &[(5, HandIn), (4, TakeUp), (4, Accept), (3, Forward), (2, Approve)],
        ),
        story(
            LAPAK,
            "Bakso Ikan Kemiri",
            "Rusmini",
            &[(5, HandIn), (4, TakeUp), (4, Accept), (3, Forward), (2, Approve)],
        ),
        story(
            BINAAN,
            "Jajan Citra",
            "Citra Lestari",
            &[(14, HandIn), (13, TakeUp), (12, Accept), (12, Forward), (11, Approve)],
        ),
        story(
            MEREK,
            "Keramik Mekar Baru",
            "Agus Mulyana",
            &[(20, HandIn), (19, TakeUp), (19, Accept), (18, Forward), (17, Approve)],
        ),
        story(
            BINAAN,
            "Distributor Sinar Abadi",
            "Benny Gunawan",
            &[(15, HandIn), (14, TakeUp), (13, ProposeRefusal), (12, Refuse)],
        ),
        story(
            BINAAN,
            "Agen Beras Barokah",
            "Mahmud Zainuddin",
            &[(9, HandIn), (8, TakeUp), (6, ProposeRefusal), (5, Refuse), (2, Object)],
        ),
        story(
            BINAAN,
            "Toko Bangunan Sentosa",
            "Lukman Hakim",
            &[(24, HandIn), (23, TakeUp), (21, ProposeRefusal), (20, Refuse), (17, Object), (13, Dismiss)],
        ),
        story(
            MEREK,
            "Abon Lele Sukadiri",
            "Sri Wahyuni",
            &[(26, HandIn), (25, TakeUp), (24, Ask), (20, Mend), (19, Accept), (19, Forward), (18, Approve)],
        ),
        story(BINAAN, "Laundry Kilat Pagedangan", "Nengsih", &[(9, HandIn), (8, TakeUp), (7, Withdraw)]),
        story(
            MEREK,
            "Topi Bambu Tigaraksa",
            "Sarmin",
            &[(285, HandIn), (284, TakeUp), (283, Accept), (282, Forward), (280, Approve), (2, Expire)],
        ),
        story(
            MEREK,
            "Madu Hutan Cisauk",
            "Yoyoh Rokayah",
            &[(40, HandIn), (39, TakeUp), (38, Accept), (38, Forward), (37, Approve), (10, Revoke)],
        ),
    ]
};
