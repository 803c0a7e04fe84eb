//! Where a case can be, and the one table of who may lead it where: a case of an own service from its draft to its
//! letter, an accompanied permit of another agency through [`State::Didampingi`].

use crate::step::step;
use crate::words;

words! {
    /// Where a case is. The words that people read for it are the application's.
    pub enum State {
        /// Being filled in; the office does not see it.
        Draf = "draf",
        /// Handed in complete; nobody has looked yet.
        Diajukan = "diajukan",
        /// Being examined.
        Verifikasi = "verifikasi",
        /// It waits for the applicant, who has to replace something.
        PerluPerbaikan = "perlu_perbaikan",
        /// The applicant missed the limit; it can still be taken up again.
        Dihentikan = "dihentikan",
        /// Somebody will go and look.
        Kunjungan = "kunjungan",
        /// Examined; somebody else decides.
        Persetujuan = "persetujuan",
        /// Approved; the fee is not paid yet.
        MenungguBayar = "menunggu_bayar",
        /// Issued and valid.
        Terbit = "terbit",
        /// Refused with a reason; the applicant can object, and if that is granted it is examined again.
        Ditolak = "ditolak",
        /// The applicant does not want it any more.
        Ditarik = "ditarik",
        /// It was issued and its validity is over.
        Kedaluwarsa = "kedaluwarsa",
        /// It was issued and taken back with a reason.
        Dicabut = "dicabut",
        /// A permit of another agency, at one of its stages: the office helps and keeps track.
        Didampingi = "didampingi",
        /// The accompanied permit came to the end of its stages.
        Selesai = "selesai",
    }
}

impl State {
    /// Whether it came to its end. Only an objection that is granted leads out of one.
    pub const fn is_terminal(self) -> bool {
        matches!(self, State::Ditolak | State::Ditarik | State::Kedaluwarsa | State::Dicabut | State::Selesai)
    }

    /// Whether it is a permit of another agency.
    pub const fn is_accompanied(self) -> bool {
        matches!(self, State::Didampingi | State::Selesai)
    }

    /// Whether the applicant may change what was typed: a draft, what was asked for, and what is only accompanied.
    pub const fn is_open_for_changes(self) -> bool {
        matches!(self, State::Draf | State::PerluPerbaikan | State::Dihentikan | State::Didampingi)
    }

    /// Whether somebody still has to decide: until then the applicant can take it back.
    pub const fn is_open(self) -> bool {
        !self.is_terminal() && !matches!(self, State::Terbit)
    }
}

words! {
    /// What is done to a case.
    pub enum Action {
        /// Hand it in.
        Submit = "ajukan",
        /// Begin to examine it.
        TakeUp = "periksa",
        /// Ask the applicant to replace something, all at once.
        AskCorrection = "minta_perbaikan",
        /// Hand in what was asked for.
        Resubmit = "kirim_ulang",
        /// The applicant's limit is over.
        Stop = "hentikan",
        /// Take a stopped case up again, with what was asked for.
        Resume = "lanjutkan",
        /// The time for taking it up again is over too.
        GiveUp = "tidak_dilanjutkan",
        /// Fix a day for going there.
        PlanVisit = "jadwalkan_kunjungan",
        /// Report what was seen there.
        ReportVisit = "laporan_kunjungan",
        /// Pass it on to be decided.
        Forward = "teruskan",
        /// Pass it on with the proposal to refuse it.
        ProposeRefusal = "usulkan_tolak",
        /// Give it back to be examined again.
        Return = "kembalikan",
        /// Decide for it.
        Approve = "setujui",
        /// Decide against it.
        Refuse = "tolak",
        /// The fee is paid in full.
        Pay = "bayar",
        /// The applicant takes it back.
        Withdraw = "tarik",
        /// Its validity is over.
        Expire = "kedaluwarsa",
        /// It is taken back after it was issued.
        Revoke = "cabut",
        /// The applicant objects to a refusal: the objection has a clock of its own, the case stays refused.
        Object = "keberatan",
        /// The objection is right: the refusal falls, and the case is examined again.
        Grant = "kabulkan_keberatan",
        /// The objection is answered, and the refusal stays.
        Dismiss = "tolak_keberatan",
        /// An accompanied permit comes to a following stage.
        Advance = "maju",
        /// Tell the applicant something about an accompanied permit.
        Advise = "pesan",
        /// Write down what the other agency issued: number, days, proof. Again when it was renewed.
        Record = "catat_izin",
    }
}

impl Action {
    /// Whether it must say why, with a code that is counted and words for whoever it concerns.
    pub const fn needs_reason(self) -> bool {
        use Action::*;
        matches!(self, AskCorrection | ProposeRefusal | Return | Refuse | GiveUp | Revoke | Grant | Dismiss)
    }

    /// Whether it answers an objection: for somebody who had no part in the case before.
    pub const fn answers_objection(self) -> bool {
        matches!(self, Action::Grant | Action::Dismiss)
    }

    /// Whether its reason is for colleagues: nothing is decided about the applicant yet.
    pub const fn tells_colleagues(self) -> bool {
        matches!(self, Action::ProposeRefusal | Action::Return)
    }
}

words! {
    /// Who acts on a case. Who makes new versions of a service, and the public, do not.
    pub enum By {
        /// Whose case it is, with or without an account.
        Pemohon = "pemohon",
        /// A mentor with a mandate of the applicant.
        Pendamping = "pendamping",
        /// The counter, for an applicant who came there.
        Loket = "loket",
        /// Examines.
        Verifikator = "verifikator",
        /// Goes and looks.
        PetugasLapangan = "petugas_lapangan",
        /// Decides.
        Penyetuju = "penyetuju",
        /// Records payments.
        Bendahara = "bendahara",
        /// A date, or a payment that reports itself.
        Sistem = "sistem",
    }
}

impl By {
    /// Whether the office acts, so that whoever stands on the applicant's side must not.
    pub const fn is_office(self) -> bool {
        matches!(self, By::Verifikator | By::PetugasLapangan | By::Penyetuju | By::Bendahara)
    }
}

/// One allowed step.
pub type Step = crate::step::Step<State, Action, By>;

const APPLICANT: &[By] = &[By::Pemohon, By::Pendamping, By::Loket];
const OWNER: &[By] = &[By::Pemohon];
const VERIFIKATOR: &[By] = &[By::Verifikator];
const LAPANGAN: &[By] = &[By::PetugasLapangan];
const PENYETUJU: &[By] = &[By::Penyetuju];
const TREASURY: &[By] = &[By::Bendahara, By::Sistem];
const TIME: &[By] = &[By::Sistem];
/// At a stage of the applicant also the applicant ([`super::step`]).
const COMPANIONS: &[By] = &[By::Verifikator, By::Pemohon];

/// Every possible step; what is not here is refused. What else must be true, [`super::step::next`] knows: so of the two
/// steps of an approval the fee decides which one is taken, and of a hand-in who issues.
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        step(Draf, Submit, Diajukan, APPLICANT),
        step(Diajukan, TakeUp, Verifikasi, VERIFIKATOR),
        step(Verifikasi, AskCorrection, PerluPerbaikan, VERIFIKATOR),
        step(PerluPerbaikan, Resubmit, Verifikasi, APPLICANT),
        step(PerluPerbaikan, Stop, Dihentikan, TIME),
        step(Dihentikan, Resume, Verifikasi, OWNER),
        step(Dihentikan, GiveUp, Ditolak, TIME),
        step(Verifikasi, PlanVisit, Kunjungan, VERIFIKATOR),
        step(Kunjungan, ReportVisit, Persetujuan, LAPANGAN),
        step(Verifikasi, Forward, Persetujuan, VERIFIKATOR),
        // A refusal is proposed by one person and decided by another.
        step(Verifikasi, ProposeRefusal, Persetujuan, VERIFIKATOR),
        step(Persetujuan, Return, Verifikasi, PENYETUJU),
        step(Persetujuan, Approve, MenungguBayar, PENYETUJU),
        step(Persetujuan, Approve, Terbit, PENYETUJU),
        step(Persetujuan, Refuse, Ditolak, PENYETUJU),
        step(MenungguBayar, Pay, Terbit, TREASURY),
        step(Draf, Withdraw, Ditarik, OWNER),
        step(Diajukan, Withdraw, Ditarik, OWNER),
        step(Verifikasi, Withdraw, Ditarik, OWNER),
        step(PerluPerbaikan, Withdraw, Ditarik, OWNER),
        step(Dihentikan, Withdraw, Ditarik, OWNER),
        step(Kunjungan, Withdraw, Ditarik, OWNER),
        step(Persetujuan, Withdraw, Ditarik, OWNER),
        step(MenungguBayar, Withdraw, Ditarik, OWNER),
        step(Terbit, Expire, Kedaluwarsa, TIME),
        step(Terbit, Revoke, Dicabut, PENYETUJU),
        step(Ditolak, Object, Ditolak, APPLICANT),
        step(Ditolak, Grant, Verifikasi, PENYETUJU),
        step(Ditolak, Dismiss, Ditolak, PENYETUJU),
        step(Draf, Submit, Didampingi, APPLICANT),
        // We only help: the applicant may mend what was handed in at any time.
        step(Didampingi, Resubmit, Didampingi, APPLICANT),
        step(Didampingi, Advance, Didampingi, COMPANIONS),
        step(Didampingi, Advance, Selesai, COMPANIONS),
        step(Didampingi, Advise, Didampingi, VERIFIKATOR),
        step(Didampingi, Record, Didampingi, VERIFIKATOR),
        step(Selesai, Record, Selesai, VERIFIKATOR),
        step(Didampingi, Withdraw, Ditarik, OWNER),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The states from which `to` can be reached, going against the steps.
    fn leading_to(to: impl Fn(State) -> bool) -> Vec<State> {
        let mut found: Vec<State> = State::ALL.iter().copied().filter(|state| to(*state)).collect();
        while let Some(step) = STEPS.iter().find(|step| found.contains(&step.to) && !found.contains(&step.from)) {
            found.push(step.from);
        }
        found
    }

    #[test]
    fn every_state_is_reached_from_a_draft() {
        let mut reached = vec![State::Draf];
        while let Some(step) = STEPS.iter().find(|step| reached.contains(&step.from) && !reached.contains(&step.to)) {
            reached.push(step.to);
        }
        assert_eq!(reached.len(), State::ALL.len(), "only {reached:?} are reached");
    }

    #[test]
    fn every_state_leads_to_an_end_and_only_an_objection_out_of_one() {
        assert_eq!(leading_to(State::is_terminal).len(), State::ALL.len());
        let after_an_end: Vec<Action> =
            STEPS.iter().filter(|step| step.from.is_terminal()).map(|step| step.action).collect();
        assert_eq!(after_an_end, [Action::Object, Action::Grant, Action::Dismiss, Action::Record]);
        let leads_out = |step: &&Step| step.from.is_terminal() && step.from != step.to;
        assert!(STEPS.iter().filter(leads_out).all(|step| step.from == State::Ditolak));
    }

    #[test]
    fn every_refusal_can_be_objected_to() {
        let steps = STEPS.iter().filter(|step| step.from == State::Ditolak && step.action == Action::Object);
        assert!(steps.into_iter().any(|step| step.by.contains(&By::Pemohon)));
    }

    #[test]
    fn the_applicant_can_take_back_what_is_open_and_nothing_else() {
        for state in State::ALL {
            let withdrawable = STEPS.iter().any(|step| step.from == *state && step.action == Action::Withdraw);
            assert_eq!(withdrawable, state.is_open(), "{state}");
        }
    }

    #[test]
    fn a_case_waits_for_somebody_or_for_a_date_in_every_state_that_is_no_end() {
        for state in State::ALL.iter().filter(|state| !state.is_terminal()) {
            let onward = |step: &&Step| step.from == *state && step.action != Action::Withdraw;
            assert!(STEPS.iter().any(|step| onward(&step)), "{state} is dead");
        }
    }

    #[test]
    fn no_step_stands_twice_and_every_action_and_person_has_one() {
        for (index, step) in STEPS.iter().enumerate() {
            assert!(
                STEPS[index + 1..]
                    .iter()
                    .all(|other| (other.from, other.action, other.to) != (step.from, step.action, step.to))
            );
        }
        assert!(Action::ALL.iter().all(|action| STEPS.iter().any(|step| step.action == *action)));
        assert!(By::ALL.iter().all(|by| STEPS.iter().any(|step| step.by.contains(by))));
    }
}
