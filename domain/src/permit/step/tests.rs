//! The table of the specification, and every condition besides.

use super::*;
use crate::permit::state::Step;

/// Section 2 of the specification, written down apart from [`STEPS`]: from, action, to, roles. `*` is paid, `$` is
/// owed, `@` is accompanied, `!` the same and at its end; anything else is refused.
const TABLE: &str = "
    draf            ajukan-              diajukan         pemohon pendamping loket
    draf            tarik                ditarik          pemohon
    diajukan        periksa              verifikasi       verifikator
    diajukan        tarik                ditarik          pemohon
    verifikasi      minta_perbaikan      perlu_perbaikan  verifikator
    verifikasi      jadwalkan_kunjungan  kunjungan        verifikator
    verifikasi      teruskan             persetujuan      verifikator
    verifikasi      usulkan_tolak        persetujuan      verifikator
    verifikasi      tarik                ditarik          pemohon
    perlu_perbaikan kirim_ulang          verifikasi       pemohon pendamping loket
    perlu_perbaikan hentikan             dihentikan       sistem
    perlu_perbaikan tarik                ditarik          pemohon
    dihentikan      lanjutkan            verifikasi       pemohon
    dihentikan      tidak_dilanjutkan    ditolak          sistem
    dihentikan      tarik                ditarik          pemohon
    kunjungan       laporan_kunjungan    persetujuan      petugas_lapangan
    kunjungan       tarik                ditarik          pemohon
    persetujuan     kembalikan           verifikasi       penyetuju
    persetujuan     setujui*             terbit           penyetuju
    persetujuan     setujui$             menunggu_bayar   penyetuju
    persetujuan     tolak                ditolak          penyetuju
    persetujuan     tarik                ditarik          pemohon
    menunggu_bayar  bayar*               terbit           bendahara sistem
    menunggu_bayar  tarik                ditarik          pemohon
    terbit          kedaluwarsa          kedaluwarsa      sistem
    terbit          cabut                dicabut          penyetuju
    ditolak         keberatan            ditolak          pemohon pendamping loket
    ditolak         kabulkan_keberatan   verifikasi       penyetuju
    ditolak         tolak_keberatan      ditolak          penyetuju
    draf            ajukan@              didampingi       pemohon pendamping loket
    didampingi      kirim_ulang          didampingi       pemohon pendamping loket
    didampingi      maju@                didampingi       verifikator pemohon
    didampingi      maju!                selesai          verifikator pemohon
    didampingi      pesan                didampingi       verifikator
    didampingi      catat_izin           didampingi       verifikator
    didampingi      tarik                ditarik          pemohon
    selesai         catat_izin           selesai          verifikator
";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn reason() -> Reason {
    Reason::parse("dokumen", "NIB atas nama orang lain.").unwrap()
}

/// Nothing stands in the way, and no last day is over.
fn clear(reason: &Reason) -> Facts<'_> {
    Facts {
        today: day("2026-11-24"),
        last_day: Some(day("2026-11-24")),
        tie: Tie::None,
        complete: true,
        accepted: true,
        visit_missing: false,
        rounds: 0,
        most_rounds: 2,
        late: false,
        head_consents: false,
        owed: Rupiah::ZERO,
        objection: None,
        involved: false,
        stage: None,
        reason: Some(reason),
    }
}

/// Facts with which an action can be done, if the table lets it.
fn clear_for(action: Action, reason: &Reason) -> Facts<'_> {
    let over = matches!(action, Action::Stop | Action::GiveUp | Action::Expire);
    let objection = action.answers_objection().then_some(Objection::Open);
    Facts { last_day: Some(day(if over { "2026-11-23" } else { "2026-11-24" })), objection, ..clear(reason) }
}

/// Facts with which a step of the table can be taken.
fn clear_for_step<'r>(step: &Step, reason: &'r Reason) -> Facts<'r> {
    let to = if step.to == State::Selesai { Onward::End } else { Onward::Stage };
    let accompanied = [step.from, step.to].iter().any(|state| matches!(state, State::Didampingi | State::Selesai));
    let stage = accompanied.then_some(AtStage { by: StageBy::Pemohon, to: Some(to) });
    Facts { stage, ..clear_for(step.action, reason) }
}

/// At a stage of the applicant, with and without one that follows the next.
const STAGES: [Option<AtStage>; 3] = [
    None,
    Some(AtStage { by: StageBy::Pemohon, to: Some(Onward::Stage) }),
    Some(AtStage { by: StageBy::Pemohon, to: Some(Onward::End) }),
];

fn expected(state: State, action: Action, by: By, facts: &Facts) -> Option<State> {
    let money = if facts.owed == Rupiah::ZERO { '*' } else { '$' };
    let stage = match facts.stage.and_then(|stage| stage.to) {
        None => '-',
        Some(Onward::Stage) => '@',
        Some(Onward::End) => '!',
    };
    let name = |word: &str| match word.strip_prefix(action.as_str()) {
        Some("") => true,
        // Whichever stage follows: a hand-in of what is accompanied.
        Some("@") if action == Action::Submit => stage != '-',
        Some(mark) => [money.to_string(), stage.to_string()].iter().any(|has| has == mark),
        None => false,
    };
    TABLE.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [from, done, to, roles @ ..] = &words[..] else { return None };
        (*from == state.as_str() && name(done) && roles.contains(&by.as_str())).then(|| to.parse().unwrap())
    })
}

#[test]
fn only_the_steps_of_the_specification_are_allowed() {
    let reason = reason();
    let mut taken = std::collections::BTreeSet::new();
    for (state, action) in State::ALL.iter().flat_map(|state| Action::ALL.iter().map(move |action| (*state, *action))) {
        for (by, owed) in By::ALL.iter().flat_map(|by| [0, 150_000].map(|owed| (*by, owed))) {
            for stage in STAGES {
                let facts = Facts { owed: Rupiah::new(owed), stage, ..clear_for(action, &reason) };
                let found = next(state, action, by, &facts);
                assert_eq!(found.ok(), expected(state, action, by, &facts), "{state} {action} {by} {owed} {stage:?}");
                taken.extend(found.ok().map(|to| (state.as_str(), action.as_str(), to.as_str(), by.as_str())));
            }
        }
    }
    // Every line was found, with each of its roles.
    assert_eq!(taken.len(), TABLE.lines().flat_map(|line| line.split_whitespace().skip(3)).count());
}

#[test]
fn a_stage_is_left_by_the_office_or_by_whose_turn_it_is() {
    let reason = reason();
    for (stage_by, to, officer, applicant) in [
        (StageBy::Dinas, Some(Onward::Stage), Ok(State::Didampingi), Err(Refused::NotYours)),
        (StageBy::Lembaga, Some(Onward::End), Ok(State::Selesai), Err(Refused::NotYours)),
        (StageBy::Pemohon, Some(Onward::End), Ok(State::Selesai), Ok(State::Selesai)),
        (StageBy::Pemohon, None, Err(Refused::NoStage), Err(Refused::NoStage)),
    ] {
        let facts = Facts { stage: Some(AtStage { by: stage_by, to }), ..clear(&reason) };
        let advance = |by| next(State::Didampingi, Action::Advance, by, &facts);
        assert_eq!((advance(By::Verifikator), advance(By::Pemohon)), (officer, applicant), "{stage_by} {to:?}");
    }
}

#[test]
fn a_wrong_state_and_a_wrong_role_are_told_apart() {
    let reason = reason();
    let facts = clear(&reason);
    assert_eq!(next(State::Terbit, Action::Approve, By::Penyetuju, &facts), Err(Refused::NotNow));
    assert_eq!(next(State::Persetujuan, Action::Approve, By::Verifikator, &facts), Err(Refused::NotYours));
    assert_eq!(next(State::Verifikasi, Action::Refuse, By::Penyetuju, &facts), Err(Refused::NotNow));
}

#[test]
fn nothing_is_issued_unpaid() {
    let reason = reason();
    for (state, action, by) in State::ALL.iter().flat_map(|state| {
        Action::ALL.iter().flat_map(move |action| By::ALL.iter().map(move |by| (*state, *action, *by)))
    }) {
        let facts = Facts { owed: Rupiah::new(1), ..clear_for(action, &reason) };
        assert_ne!(next(state, action, by, &facts), Ok(State::Terbit), "{state} {action} {by}");
    }
    let owing = Facts { owed: Rupiah::new(1), ..clear(&reason) };
    assert_eq!(next(State::MenungguBayar, Action::Pay, By::Sistem, &owing), Err(Refused::Unpaid));
}

#[test]
fn four_eyes_see_a_case_and_none_of_them_the_applicants() {
    use Action::*;
    let reason = reason();
    let tied = |step, tie| Facts { tie, ..clear_for_step(step, &reason) };
    for step in STEPS {
        for by in step.by {
            let with = |tie| next(step.from, step.action, *by, &tied(step, tie)).err();
            let decides = matches!(step.action, Approve | Refuse | Return | Revoke | Grant | Dismiss);
            let examines = *by == By::Verifikator;
            assert_eq!(
                with(Tie::OtherOffice),
                (decides || examines).then_some(Refused::FourEyes),
                "{} {by}",
                step.action
            );
            let office = decides || examines || matches!(by, By::PetugasLapangan | By::Bendahara);
            assert_eq!(with(Tie::Applicant), office.then_some(Refused::OwnCase), "{} {by}", step.action);
        }
    }
}

#[test]
fn a_second_request_is_late_only_with_consent_and_a_third_never() {
    let reason = reason();
    for (rounds, late, head_consents, expected) in [
        (0, false, false, None),
        (0, true, false, None),
        (1, false, false, None),
        (1, true, false, Some(Refused::NeedsConsent)),
        (1, true, true, None),
        (2, false, true, Some(Refused::NoRoundLeft)),
        (2, true, true, Some(Refused::NoRoundLeft)),
    ] {
        let facts = Facts { rounds, late, head_consents, ..clear(&reason) };
        let found = next(State::Verifikasi, Action::AskCorrection, By::Verifikator, &facts).err();
        assert_eq!(found, expected, "{rounds} {late} {head_consents}");
    }
}

#[test]
fn every_last_day_counts_whole() {
    let reason = reason();
    let found = |state, action, by, last: Option<&str>| {
        next(state, action, by, &Facts { last_day: last.map(day), ..clear(&reason) }).err()
    };
    for (last, too_late, too_early) in [
        (Some("2026-11-23"), Some(Refused::TooLate), None),
        (Some("2026-11-24"), None, Some(Refused::TooEarly)),
        (None, None, Some(Refused::TooEarly)),
    ] {
        assert_eq!(found(State::Dihentikan, Action::Resume, By::Pemohon, last), too_late);
        assert_eq!(found(State::Ditolak, Action::Object, By::Pemohon, last), too_late);
        assert_eq!(found(State::PerluPerbaikan, Action::Stop, By::Sistem, last), too_early);
        assert_eq!(found(State::Dihentikan, Action::GiveUp, By::Sistem, last), too_early);
        assert_eq!(found(State::Terbit, Action::Expire, By::Sistem, last), too_early);
        // Whoever sends before anybody stopped the case is taken.
        assert_eq!(found(State::PerluPerbaikan, Action::Resubmit, By::Pemohon, last), None);
    }
}

#[test]
fn a_refusal_is_objected_to_once_and_answered_by_somebody_new() {
    use Action::*;
    let reason = reason();
    for (objection, involved, object, answer) in [
        (None, false, None, Some(Refused::NotNow)),
        (Some(Objection::Open), false, Some(Refused::NotNow), None),
        (Some(Objection::Open), true, Some(Refused::NotNow), Some(Refused::Involved)),
        (Some(Objection::Dismissed), false, Some(Refused::NotNow), Some(Refused::NotNow)),
    ] {
        let facts = Facts { objection, involved, ..clear(&reason) };
        assert_eq!(next(State::Ditolak, Object, By::Pemohon, &facts).err(), object, "{objection:?}");
        for action in [Grant, Dismiss] {
            // However late: the office answers what came in time.
            let facts = Facts { last_day: Some(day("2026-01-01")), ..facts };
            assert_eq!(next(State::Ditolak, action, By::Penyetuju, &facts).err(), answer, "{objection:?} {action}");
        }
    }
}

#[test]
fn what_is_missing_holds_a_case_back() {
    use Action::*;
    let reason = reason();
    let clear = clear(&reason);
    let incomplete = Facts { complete: false, ..clear };
    let unjudged = Facts { accepted: false, ..clear };
    let unvisited = Facts { visit_missing: true, ..clear };
    for (state, action, by, facts, refused) in [
        (State::Draf, Submit, By::Loket, incomplete, Refused::Incomplete),
        (State::PerluPerbaikan, Resubmit, By::Pendamping, incomplete, Refused::Incomplete),
        (State::Dihentikan, Resume, By::Pemohon, incomplete, Refused::Incomplete),
        (State::Verifikasi, Forward, By::Verifikator, unjudged, Refused::NotAccepted),
        (State::Verifikasi, PlanVisit, By::Verifikator, unjudged, Refused::NotAccepted),
        (State::Persetujuan, Approve, By::Penyetuju, unjudged, Refused::NotAccepted),
        (State::Verifikasi, Forward, By::Verifikator, unvisited, Refused::NotVisited),
        (State::Persetujuan, Approve, By::Penyetuju, unvisited, Refused::NotVisited),
    ] {
        assert_eq!(next(state, action, by, &facts), Err(refused), "{action}");
    }
    // A proposal to refuse, and the refusal, need neither.
    for facts in [unjudged, unvisited] {
        assert_eq!(next(State::Verifikasi, ProposeRefusal, By::Verifikator, &facts), Ok(State::Persetujuan));
        assert_eq!(next(State::Persetujuan, Refuse, By::Penyetuju, &facts), Ok(State::Ditolak));
    }
}

#[test]
fn whatever_hurts_the_applicant_says_why() {
    use Action::*;
    let reason = reason();
    for step in STEPS {
        let facts = Facts { reason: None, ..clear_for_step(step, &reason) };
        let told =
            matches!(step.action, AskCorrection | ProposeRefusal | Return | Refuse | GiveUp | Revoke | Grant | Dismiss);
        let found = next(step.from, step.action, step.by[0], &facts).err();
        assert_eq!(found, told.then_some(Refused::NoReason), "{}", step.action);
    }
}

#[test]
fn buttons_are_what_can_be_done_once_the_form_is_filled() {
    use Action::*;
    let reason = reason();
    let facts = Facts { reason: None, rounds: 1, late: true, visit_missing: true, ..clear(&reason) };
    let of = |state, by| allowed(state, by, &facts);
    assert_eq!(of(State::Verifikasi, By::Verifikator), [AskCorrection, PlanVisit, ProposeRefusal]);
    assert_eq!(of(State::Persetujuan, By::Penyetuju), [Return, Refuse]);
    assert_eq!(of(State::Ditolak, By::Pemohon), [Object]);
    assert_eq!(of(State::Ditolak, By::Verifikator), []);
}
