//! The officers' inbox, a case on their desk, and the public tracker, with as many cases as an office has in decades.

use anyhow::{Context, Result, ensure};

use super::client::{Client, between};
use super::load::{self, Measured};
use super::plan::{Outcome, Plan};
use super::report::Wanted;
use crate::served::Served;

/// An officer of the demo with every duty.
const OFFICER: &[(&str, &str)] = &[("akun", "0811-1000-0003"), ("sandi", "rumah-sikum-2026"), ("kembali", "/dinas")];
/// People at a time: an office's officers, or the applicants who look at the same moment.
const PEOPLE: usize = 4;
/// What is promised of a page. Milli-seconds, for 99 of 100.
const WANTED: Wanted = Wanted::Within(30.0);
/// How many pages of a list are walked through.
const PAGES: usize = 8;

/// Measures with 200,000 cases.
pub fn measure(arguments: &[String]) -> Result<()> {
    let plan = Plan::parse(arguments, "cases", 200_000, 8)?;
    let amount = plan.amount.to_string();
    let seed = ["--products", "200", "--orders", "0", "--cases", &amount];
    plan.carry_out(&seed, |served, tell| Visits::new(served, &plan)?.all(tell))
}

struct Visits<'p> {
    served: &'p Served,
    plan: &'p Plan,
    /// Cookies of the officer.
    officer: Vec<(String, String)>,
    running: Vec<String>,
    closed: Vec<String>,
    searches: Vec<String>,
    cases: Vec<String>,
    /// Number and last digits of the phone.
    tracked: Vec<(String, String)>,
}

impl<'p> Visits<'p> {
    /// Signs in, and walks through the inbox to find what there is.
    fn new(served: &'p Served, plan: &'p Plan) -> Result<Self> {
        let mut client = Client::new(served.address);
        let entered = client.post("/aksi/masuk", OFFICER)?;
        ensure!((300..400).contains(&entered.status), "the officer was not let in: {}", entered.status);
        let starts = ["", "?layanan=binaan", "?petugas=belum", "?layanan=rekomendasi-merek", "?kec=36.03.01"];
        let running = walk(&mut client, &starts)?;
        let closed = walk(&mut client, &["?laci=selesai", "?laci=selesai&tahap=ditolak", "?laci=menunggu"])?;
        let mut cases = Vec::new();
        for list in running.iter().chain(&closed) {
            let html = client.get(list)?.text();
            // A link brings its list along.
            let links = between(&html, "href=\"/dinas/izin/IZ", "\"");
            cases.extend(links.map(|rest| format!("IZ{}", rest.split('?').next().unwrap_or_default())));
        }
        cases.sort();
        cases.dedup();
        ensure!(cases.len() > 100, "only {} cases were found", cases.len());
        let step = (cases.len() / 200).max(1);
        let mut tracked = Vec::new();
        for number in cases.iter().step_by(step) {
            let html = client.get(&format!("/dinas/izin/{number}"))?.text();
            let phone = between(&html, "href=\"tel:", "\"").next().context("a case without a phone")?;
            tracked.push((number.clone(), phone[phone.len().saturating_sub(4)..].to_owned()));
        }
        let search = |(nth, (number, _)): (usize, &(String, String))| match nth % 4 {
            0 => format!("/dinas/izin?q={number}"),
            1 => "/dinas/izin?laci=selesai&q=keripik".to_owned(),
            2 => "/dinas/izin?laci=selesai&q=mulyati".to_owned(),
            _ => format!("/dinas/izin?laci=selesai&q={number}"),
        };
        let searches = tracked.iter().enumerate().map(search).collect();
        let cases = cases.iter().map(|number| format!("/dinas/izin/{number}")).collect();
        Ok(Self { served, plan, officer: client.cookies.clone(), running, closed, searches, cases, tracked })
    }

    fn all(&self, tell: &mut dyn FnMut(Outcome)) -> Result<()> {
        for (what, paths) in
            [("inbox", &self.running), ("closed", &self.closed), ("search", &self.searches), ("case", &self.cases)]
        {
            tell((
                what,
                WANTED,
                self.pages(|client, nth| {
                    client.cookies.clone_from(&self.officer);
                    paths[nth % paths.len()].clone()
                }),
            ));
        }
        tell((
            "tracker",
            WANTED,
            self.pages(|client, nth| {
                let (number, digits) = &self.tracked[nth % self.tracked.len()];
                client.cookies = vec![("lacak".to_owned(), format!("{number}.{digits}"))];
                format!("/izin/kasus/{number}")
            }),
        ));
        Ok(())
    }

    fn pages(&self, path: impl Fn(&mut Client, usize) -> String + Sync) -> Measured {
        load::measure(self.served.address, PEOPLE, self.plan.seconds, |client, nth| {
            client.headers = if self.plan.brotli { "Accept-Encoding: br\r\n".to_owned() } else { String::new() };
            let path = path(client, nth);
            let answer = client.get(&path).map_err(|error| format!("{path}: {error}"))?;
            if answer.status == 200 { Ok(1) } else { Err(format!("{path}: {}", answer.status)) }
        })
    }
}

/// The pages of the inbox that follow from these, one after the other.
fn walk(client: &mut Client, starts: &[&str]) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for start in starts {
        let mut path = Some(format!("/dinas/izin{start}"));
        for _ in 0..PAGES {
            let Some(page) = path.take() else { break };
            let html = client.get(&page)?.text();
            path =
                between(&html, "href=\"", "\"").find(|to| to.contains("sesudah=")).map(|to| to.replace("&amp;", "&"));
            pages.push(page);
        }
    }
    Ok(pages)
}
