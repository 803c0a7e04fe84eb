//! What a mentor reports, what the owner says to it, and what came of it, on both databases.

#[path = "support/mentoring.rs"]
mod support;

use domain::account::Actor;
use domain::mentoring::{Action, AppointmentState, MOST_PHOTOS, Side, State};
use platform::mentoring::*;
use platform::on_both_databases;
use support::*;
use uuid::Uuid;

/// A small photograph.
fn photo(shade: u8) -> Vec<u8> {
    let image = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([shade, (x % 256) as u8, (y % 256) as u8]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn photos(story: &Story) -> Vec<Uuid> {
    story.sees(&story.mentor).await.visits[0].photos.clone()
}

async fn opens(story: &Story, who: &Actor, photo: Uuid) -> bool {
    open_visit_photo(&story.app, who, photo).await.unwrap().is_some()
}

/// The action of a side.
async fn action_of(story: &Story, side: Side) -> ActionShown {
    story.sees(&story.mentor).await.actions.into_iter().find(|action| action.side == side).unwrap()
}

on_both_databases! {
    async fn the_whole_cycle_is_told_to_the_other_side_each_time(app: TestApp) {
        let story = Story::asked(&app).await;
        let (siti, bayu, number) = (&story.owner, &story.mentor, story.number.as_str());
        story.expect_told(&[]).await;
        story.give_to(bayu).await.unwrap();
        story.expect_told(&[("Bayu", "Anda mendampingi Dapur Siti"), ("Siti", "adalah Bayu")]).await;
        add_finding(&app, bayu, number, &finding("Tidak ada pembukuan.")).await.unwrap();
        add_goal(&app, bayu, number, &goal("Omzet naik")).await.unwrap();
        add_action(&app, bayu, number, &story.action("Mencatat penjualan", Side::Usaha, 10)).await.unwrap();
        story.expect_told(&[]).await;
        story.step(bayu, Action::Propose).await.unwrap();
        story.expect_told(&[("Siti", "Bayu menyusun rencana untuk Dapur Siti")]).await;
        story.step(siti, Action::Object).await.unwrap();
        story.expect_told(&[("Bayu", "meminta rencana diubah: Ada alasannya.")]).await;
        story.step(bayu, Action::Propose).await.unwrap();
        story.forget_told().await;
        story.step(siti, Action::Agree).await.unwrap();
        story.expect_told(&[("Bayu", "Rencana untuk Dapur Siti disetujui")]).await;
        let visit = story.visit();
        for _ in 0..2 {
            report_visit(&app, bayu, number, &visit).await.unwrap();
        }
        story.expect_told(&[("Siti", "Bayu menulis laporan kunjungan")]).await;
        let wrong = text("Kasnya belum dipakai.");
        for _ in 0..2 {
            answer_visit(&app, siti, number, visit.id, Some(&wrong)).await.unwrap();
        }
        story.expect_told(&[("Bayu", "belum benar: Kasnya belum dipakai.")]).await;
        answer_visit(&app, siti, number, visit.id, None).await.unwrap();
        story.expect_told(&[]).await;
        story.step(bayu, Action::Evaluate).await.unwrap();
        story.expect_told(&[("Siti", "Bayu menulis hasil pendampingan")]).await;
        story.step(siti, Action::Resume).await.unwrap();
        story.expect_told(&[("Bayu", "dilanjutkan. Alasan: Ada alasannya.")]).await;
        story.step(bayu, Action::Evaluate).await.unwrap();
        story.forget_told().await;
        story.step(siti, Action::Confirm).await.unwrap();
        story.expect_told(&[("Bayu", "mengonfirmasi hasil pendampingan")]).await;
        let steps: Vec<String> = story.sees(siti).await.events.into_iter().map(|event| event.action).collect();
        let expected = [
            "konfirmasi", "evaluasi", "lanjutkan", "evaluasi", "kunjungan_benar", "kunjungan_keberatan", "kunjungan",
            "setujui", "usulkan", "minta_ubah", "usulkan", "tugaskan", "ajukan",
        ];
        assert_eq!(steps, expected);
    }

    async fn a_report_sent_twice_is_one_visit_with_its_actions(app: TestApp) {
        let story = Story::agreed(&app).await;
        let mut visit = story.visit();
        visit.actions = vec![story.action("Daftar kelas foto", Side::Usaha, 7), story.action("Cari pemasok", Side::Usaha, 9)];
        visit.actions[0].service = Some("pelatihan".to_owned());
        visit.actions[1].service = Some("tidak-ada".to_owned());
        visit.next_on = Some(story.day(14));
        visit.internal = Some(text("Pemilik tampak lelah."));
        for _ in 0..2 {
            report_visit(&app, &story.mentor, &story.number, &visit).await.unwrap();
        }
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.state, shown.visits.len()), (State::Berjalan, 1));
        assert_eq!(shown.visits[0].next_on, Some(story.day(14)));
        let agreed: Vec<_> = shown.actions.iter().filter(|action| action.visit == Some(visit.id)).collect();
        let services: Vec<_> = agreed.iter().map(|action| (action.what.as_str(), action.service.as_deref())).collect();
        assert_eq!(services, [("Daftar kelas foto", Some("pelatihan")), ("Cari pemasok", None)]);
        assert_eq!(shown.visits[0].id, visit.id);
        for (who, note) in [(&story.owner, None), (&story.mentor, Some("Pemilik tampak lelah.")),
            (&story.coordinator, Some("Pemilik tampak lelah."))] {
            assert_eq!(story.sees(who).await.visits[0].internal.as_deref(), note);
        }
        let elsewhere = Story::agreed(&app).await;
        assert_eq!(why(report_visit(&app, &elsewhere.mentor, &elsewhere.number, &visit).await), "NotFound");
    }

    async fn reports_sent_at_the_same_time_are_one_visit(app: TestApp) {
        let story = Story::agreed(&app).await;
        let visit = VisitDraft { actions: vec![story.action("Cari pemasok", Side::Usaha, 9)], ..story.visit() };
        let hands = (0..6).map(|_| {
            let (app, bayu, number, visit) = (app.clone(), story.mentor.clone(), story.number.clone(), visit.clone());
            async move { why(report_visit(&app, &bayu, &number, &visit).await) }
        });
        assert_eq!(at_once(hands).await, ["done"; 6]);
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.visits.len(), shown.actions.len()), (1, 3));
    }

    async fn a_visit_was_not_long_ago_and_is_not_ahead(app: TestApp) {
        let story = Story::agreed(&app).await;
        let report = async |on, next_on| {
            let visit = VisitDraft { on: story.day(on), next_on: Some(story.day(next_on)), ..story.visit() };
            why(report_visit(&app, &story.mentor, &story.number, &visit).await)
        };
        for (on, next_on) in [(1, 2), (-61, 2), (0, -1), (0, 401)] {
            assert_eq!(report(on, next_on).await, "Day", "{on} {next_on}");
        }
        assert_eq!(count(&app, "select count(*) from mentoring_visit").await, 0);
        assert_eq!(report(-60, 0).await, "done");
        assert_eq!(report(0, 400).await, "done");
        let days: Vec<_> = story.sees(&story.owner).await.visits.iter().map(|visit| visit.on).collect();
        assert_eq!(days, [story.day(0), story.day(-60)]);
    }

    async fn a_draft_that_is_sent_days_later_may_hold_what_is_over_by_now(app: TestApp) {
        let story = Story::agreed(&app).await;
        let actions = vec![story.action("Kemarin", Side::Usaha, -1)];
        let late = VisitDraft { on: story.day(-4), next_on: Some(story.day(-2)), actions, ..story.visit() };
        assert_eq!(why(report_visit(&app, &story.mentor, &story.number, &late).await), "done");
    }

    async fn another_report_under_the_same_token_is_not_lost(app: TestApp) {
        let story = Story::agreed(&app).await;
        let first = story.visit();
        report_visit(&app, &story.mentor, &story.number, &first).await.unwrap();
        for other in [
            VisitDraft { findings: text("Lain lagi."), ..first.clone() },
            VisitDraft { on: story.day(-1), ..first.clone() },
        ] {
            assert_eq!(why(report_visit(&app, &story.mentor, &story.number, &other).await), "Sent");
        }
        assert_eq!(why(report_visit(&app, &story.mentor, &story.number, &first).await), "done");
        assert_eq!(story.sees(&story.owner).await.visits.len(), 1);
    }

    async fn an_appointment_that_lies_ahead_is_not_over_with_a_report(app: TestApp) {
        let story = Story::agreed(&app).await;
        let appointment = story.booked().await;
        let on = story.day(-1);
        let early = VisitDraft { on, next_on: None, appointment: Some(appointment.id), ..story.visit() };
        report_visit(&app, &story.mentor, &story.number, &early).await.unwrap();
        let shown = story.sees(&story.mentor).await;
        assert_eq!(shown.appointments[0].state, AppointmentState::Terjadwal);
    }

    async fn a_report_with_a_fault_leaves_nothing_and_only_the_mentor_writes_one(app: TestApp) {
        let story = Story::agreed(&app).await;
        let late = VisitDraft { actions: vec![story.action("Kemarin", Side::Usaha, -1)], ..story.visit() };
        assert_eq!(why(report_visit(&app, &story.mentor, &story.number, &late).await), "Day");
        for (who, expected) in [
            (&story.owner, "Refused(NotYours)"),
            (&story.coordinator, "Refused(NotYours)"),
            (&story.other, "NotFound"),
            (&Actor::Guest, "Forbidden(Forbidden)"),
        ] {
            assert_eq!(why(report_visit(&app, who, &story.number, &story.visit()).await), expected);
        }
        let by_form = story.step(&story.mentor, Action::Visit).await;
        assert_eq!(why(by_form), "NotFound");
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.state, shown.visits.len(), shown.actions.len()), (State::Disepakati, 0, 2));
    }

    async fn a_visit_before_the_plan_keeps_the_diagnosis_and_ends_its_appointment(app: TestApp) {
        let story = Story::taken(&app).await;
        let appointment = story.booked().await;
        minutes(&app, 180);
        let visit = VisitDraft { appointment: Some(appointment.id), ..story.visit() };
        report_visit(&app, &story.mentor, &story.number, &visit).await.unwrap();
        let shown = story.sees(&story.owner).await;
        assert_eq!((shown.state, shown.appointments[0].state), (State::Diagnosis, AppointmentState::Selesai));
        let asked = Story::asked(&app).await;
        assert_eq!(why(report_visit(&app, &asked.mentor, &asked.number, &asked.visit()).await), "Refused(NotNow)");
    }

    async fn what_an_owner_confirmed_stays_as_it_is(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        let (siti, number) = (&story.owner, story.number.as_str());
        let wrong = text("Bukan begitu.");
        for who in [&story.mentor, &story.coordinator] {
            assert_eq!(why(answer_visit(&app, who, number, visit, None).await), "Refused(NotYours)");
        }
        assert_eq!(why(answer_visit(&app, siti, number, app.new_id(), None).await), "NotFound");
        answer_visit(&app, siti, number, visit, Some(&wrong)).await.unwrap();
        let shown = story.sees(&story.mentor).await.visits.remove(0);
        assert_eq!((shown.objection.as_deref(), shown.confirmed), (Some("Bukan begitu."), None));
        for _ in 0..2 {
            answer_visit(&app, siti, number, visit, None).await.unwrap();
        }
        assert_eq!(why(answer_visit(&app, siti, number, visit, Some(&wrong)).await), "Confirmed");
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.visits[0].objection.as_deref(), shown.visits[0].confirmed), (None, Some(app.now())));
        assert_eq!(shown.events.iter().filter(|event| event.action == "kunjungan_benar").count(), 1);
    }

    async fn the_result_has_values_and_the_owner_confirms_it_or_goes_on(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        let (siti, bayu) = (&story.owner, &story.mentor);
        let appointment = story.booked().await;
        let seen = story.sees(bayu).await;
        let silent = MentoringDeed { words: None, ..story.deed(Action::Evaluate, seen.moves) };
        assert_eq!(why(story.send(bayu, silent).await), "Refused(NoWords)");
        assert_eq!(why(story.step(siti, Action::Evaluate).await), "Refused(NotYours)");
        let elsewhere = Story::proposed(&app).await;
        let foreign = elsewhere.sees(&elsewhere.owner).await.goals[0].id;
        let after = vec![(seen.goals[0].id, line("Rp3,5 juta")), (foreign, line("Rp9 juta"))];
        let deed = MentoringDeed { after, ..story.deed(Action::Evaluate, seen.moves) };
        assert_eq!(story.send(bayu, deed).await.unwrap(), State::Evaluasi);
        let shown = story.sees(siti).await;
        assert_eq!(shown.goals[0].value_after.as_deref(), Some("Rp3,5 juta"));
        assert_eq!(elsewhere.sees(&elsewhere.owner).await.goals[0].value_after, None, "goals of others stay");
        assert_eq!(shown.evaluation.as_deref(), Some("Ada alasannya."));
        let off = shown.appointments.iter().find(|one| one.id == appointment.id).unwrap().state;
        assert_eq!(off, AppointmentState::Batal);
        assert_eq!(why(story.step(bayu, Action::Confirm).await), "Refused(NotYours)");
        let silent = MentoringDeed { words: None, ..story.deed(Action::Resume, shown.moves) };
        assert_eq!(why(story.send(siti, silent).await), "Refused(NoWords)");
        assert_eq!(story.step(siti, Action::Resume).await.unwrap(), State::Berjalan);
        assert_eq!(story.step(bayu, Action::Evaluate).await.unwrap(), State::Evaluasi);
        let stale = story.deed(Action::Confirm, shown.moves);
        assert_eq!(why(story.send(siti, stale).await), "Changed");
        assert_eq!(story.step(siti, Action::Confirm).await.unwrap(), State::Selesai);
        for who in [siti, bayu, &story.coordinator] {
            assert!(story.sees(who).await.allowed.is_empty());
            assert_eq!(why(story.step(who, Action::Stop).await), "Refused(NotNow)");
        }
        assert_eq!(why(story.give_to(&story.other).await), "Refused(NotNow)");
        assert_eq!(why(report_visit(&app, bayu, &story.number, &story.visit()).await), "Refused(NotNow)");
        let visits: Vec<_> = story.sees(siti).await.visits.iter().map(|one| one.id).collect();
        assert_eq!(visits, [visit]);
    }

    async fn an_owner_finishes_what_is_theirs_and_the_mentor_everything(app: TestApp) {
        let proposed = Story::proposed(&app).await;
        let early = action_of(&proposed, Side::Usaha).await.id;
        assert_eq!(why(finish_action(&app, &proposed.owner, &proposed.number, early, true).await), "Refused(NotNow)");
        let story = Story::agreed(&app).await;
        let (of_siti, of_bayu) = (action_of(&story, Side::Usaha).await.id, action_of(&story, Side::Pendamping).await.id);
        let finish = async |who: &Actor, id, done| why(finish_action(&app, who, &story.number, id, done).await);
        assert_eq!(finish(&story.owner, of_bayu, true).await, "Refused(NotYours)");
        assert_eq!(finish(&story.coordinator, of_siti, true).await, "Refused(NotYours)");
        assert_eq!(finish(&story.other, of_siti, true).await, "NotFound");
        assert_eq!(finish(&story.owner, early, true).await, "NotFound");
        for _ in 0..2 {
            assert_eq!(finish(&story.owner, of_siti, true).await, "done");
        }
        assert_eq!(finish(&story.mentor, of_bayu, true).await, "done");
        assert_eq!(action_of(&story, Side::Usaha).await.done, Some(app.now()));
        assert_eq!(finish(&story.mentor, of_siti, false).await, "done");
        assert_eq!(action_of(&story, Side::Usaha).await.done, None);
        let events = story.sees(&story.owner).await.events;
        let said: Vec<_> = events.iter().take(4).map(|event| (event.name.as_str(), event.action.as_str())).collect();
        let expected =
            [("Bayu", "tindakan_dibuka"), ("Bayu", "tindakan_selesai"), ("Siti", "tindakan_selesai"), ("Siti", "setujui")];
        assert_eq!(said, expected);
        let own = &list_own_mentorings(&app, &story.owner).await.unwrap()[0];
        assert_eq!((own.actions, own.done), (2, 1));
    }

    async fn photographs_are_taken_with_consent_and_until_the_report_is_confirmed(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        let (bayu, number) = (&story.mentor, story.number.as_str());
        let without = VisitDraft { photo_consent: false, on: story.day(-1), ..story.visit() };
        report_visit(&app, bayu, number, &without).await.unwrap();
        let add = async |who: &Actor, visit, bytes| why(add_visit_photo(&app, who, number, visit, bytes).await);
        assert_eq!(add(bayu, without.id, photo(1)).await, "NoConsent");
        assert_eq!(add(bayu, app.new_id(), photo(1)).await, "NotFound");
        assert_eq!(add(&story.owner, visit, photo(1)).await, "Refused(NotYours)");
        assert_eq!(add(&story.other, visit, photo(1)).await, "NotFound");
        assert_eq!(add(bayu, visit, b"bukan gambar".to_vec()).await, "Unfit(Picture(Foreign))");
        assert_eq!(add(bayu, visit, b"%PDF-1.4\n%%EOF".to_vec()).await, "Unfit(NotAPhoto)");
        for _ in 0..2 {
            assert_eq!(add(bayu, visit, photo(0)).await, "done");
        }
        assert_eq!(photos(&story).await.len(), 1);
        for shade in 1..MOST_PHOTOS {
            assert_eq!(add(bayu, visit, photo(shade)).await, "done");
        }
        assert_eq!(add(bayu, visit, photo(MOST_PHOTOS)).await, format!("Unfit(TooMany({MOST_PHOTOS}))"));
        assert_eq!(add(bayu, visit, photo(0)).await, "done", "one that is there is no error");
        let there = photos(&story).await;
        assert_eq!(why(remove_visit_photo(&app, &story.owner, number, there[0]).await), "Refused(NotYours)");
        for _ in 0..2 {
            remove_visit_photo(&app, bayu, number, there[0]).await.unwrap();
        }
        assert_eq!(photos(&story).await, there[1..]);
        assert_eq!(app.blobs.keys("mentoring/").len(), usize::from(MOST_PHOTOS) - 1);
        answer_visit(&app, &story.owner, number, visit, None).await.unwrap();
        assert_eq!(add(bayu, visit, photo(9)).await, "Confirmed");
        assert_eq!(why(remove_visit_photo(&app, bayu, number, there[1]).await), "Confirmed");
        assert_eq!(photos(&story).await, there[1..]);
    }

    async fn a_photograph_that_the_store_refused_comes_again_and_is_one(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        let add = async || why(add_visit_photo(&app, &story.mentor, &story.number, visit, photo(1)).await);
        app.blobs.set_full(true);
        assert!(add().await.starts_with("Store("));
        assert!(photos(&story).await.is_empty(), "what is not stored is not shown");
        app.blobs.set_full(false);
        for _ in 0..2 {
            assert_eq!(add().await, "done");
        }
        let there = photos(&story).await;
        assert_eq!((there.len(), app.blobs.keys("mentoring/").len()), (1, 1));
        assert_eq!(count(&app, "select count(*) from mentoring_photo").await, 1);
    }

    async fn photographs_sent_at_the_same_time_are_as_many_as_fit(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        let hands = (0..2 * (MOST_PHOTOS + 2)).map(|nth| {
            let (app, bayu, number) = (app.clone(), story.mentor.clone(), story.number.clone());
            async move { why(add_visit_photo(&app, &bayu, &number, visit, photo(nth / 2)).await) }
        });
        let said = at_once(hands).await;
        let (most, room) = (usize::from(MOST_PHOTOS), format!("Unfit(TooMany({MOST_PHOTOS}))"));
        assert_eq!(said.iter().filter(|said| **said == room).count(), 4, "{said:?}");
        assert_eq!(said.iter().filter(|said| *said == "done").count(), 2 * most, "each came twice");
        assert_eq!((photos(&story).await.len(), app.blobs.keys("mentoring/").len()), (most, most));
    }

    async fn photographs_are_for_those_who_have_a_part_in_it(app: TestApp) {
        let (story, visit) = Story::running(&app).await;
        add_visit_photo(&app, &story.mentor, &story.number, visit, photo(1)).await.unwrap();
        let photo = photos(&story).await[0];
        for who in [&story.owner, &story.mentor, &story.coordinator] {
            assert!(opens(&story, who, photo).await);
        }
        for who in [&story.other, &story.stranger, &Actor::Guest] {
            assert!(!opens(&story, who, photo).await);
        }
        assert!(!opens(&story, &story.owner, visit).await);
        // In another mentoring it is not there to be removed.
        let elsewhere = Story::agreed(&app).await;
        assert_eq!(why(remove_visit_photo(&app, &elsewhere.mentor, &elsewhere.number, photo).await), "NotFound");
        story.give_to(&story.other).await.unwrap();
        assert!(opens(&story, &story.other, photo).await && !opens(&story, &story.mentor, photo).await);
    }
}
