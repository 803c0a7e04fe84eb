//! Registration for a class opens, and everybody who wants a seat comes at the same moment.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::client::Client;
use super::load::{Measured, Step, span};
use super::plan::Plan;
use super::register::{self, Place};
use super::report::Wanted;

/// Each person is a thread that waits most of the time.
const STACK: usize = 128 * 1024;
/// Files that the server has open besides one connection for each person.
const OTHER_FILES: usize = 100;

/// Measures with 2,000 people for 100 seats.
pub fn measure(arguments: &[String]) -> Result<()> {
    let (seats, rest) = take_seats(arguments)?;
    let plan = Plan::parse(&rest, "people", 2_000, 10)?;
    let people = plan.amount as usize;
    ensure!(!plan.brotli, "--br: what the pages say is read here\n\n{}", super::HELP);
    ensure!((1..people.min(5_001)).contains(&seats), "--seats: at least one, less than there are people, at most 5000");
    let files = open_files();
    ensure!(people + OTHER_FILES <= files, "only {files} files may be open here: ulimit -n {}", people + OTHER_FILES);
    let all = seats.to_string();
    plan.carry_out(&["--products", "60", "--orders", "0", "--cases", "0", "--seats", &all], |served, tell| {
        let opening = Opening::of(served.address, people)?;
        let limit = Wanted::All(plan.seconds as f64);
        let mut errors = 0;
        for (what, wanted, steps) in [
            ("form", Wanted::Nothing, &opening.forms),
            ("register", limit, &opening.sent),
            ("page", limit, &opening.read),
        ] {
            let measured = Measured::once(steps);
            errors += measured.errors;
            tell((what, wanted, measured));
        }
        opening.tell(people, seats);
        ensure!(errors == 0, "{errors} requests were not answered as they should be");
        opening.judge(seats, Duration::from_secs(plan.seconds))
    })
}

/// Everything that happened at one opening.
#[derive(Default)]
struct Opening {
    forms: Vec<Step>,
    sent: Vec<Step>,
    /// The page after registering, counted from when the form was sent.
    read: Vec<Step>,
    places: Vec<Place>,
    /// What the class's own page says.
    class: String,
}

/// What one person met with.
type Visit = (Step, Option<Step>, Option<(Step, Option<Place>)>);

impl Opening {
    /// Lets everybody open the form, then all send it, and each read on.
    fn of(address: SocketAddr, people: usize) -> Result<Self> {
        let mut client = Client::new(address);
        let class = register::find_class(&mut client).map_err(anyhow::Error::msg)?;
        let ready = Barrier::new(people);
        let visits: Vec<Visit> = thread::scope(|scope| {
            let people: Vec<_> = (0..people)
                .map(|nth| {
                    let (class, ready) = (&class, &ready);
                    let person = thread::Builder::new().stack_size(STACK);
                    person.spawn_scoped(scope, move || visit(address, class, nth, ready))
                })
                // A barrier that somebody is missing at never opens: without all of them there is nothing to wait for.
                .map(|person| person.unwrap_or_else(|error| give_up(&error)))
                .collect();
            people.into_iter().filter_map(|person| person.join().ok()).collect()
        });
        ensure!(visits.len() == people, "somebody did not come back");
        let page = client.get(&format!("/pelatihan/{class}")).context("the page of the class")?;
        let mut opening = Self { class: page.text(), ..Self::default() };
        for (form, sent, read) in visits {
            opening.forms.push(form);
            opening.sent.extend(sent);
            if let Some((read, place)) = read {
                opening.read.push(read);
                opening.places.extend(place);
            }
        }
        Ok(opening)
    }

    /// How many have a seat, and how many wait.
    fn seated(&self) -> (usize, usize) {
        let seated = self.places.iter().filter(|place| **place == Place::Seat).count();
        (seated, self.places.len() - seated)
    }

    /// Prints what came of it.
    fn tell(&self, people: usize, seats: usize) {
        let (seated, waiting) = self.seated();
        let (sent, read) = (span(&self.sent), span(&self.read));
        println!(
            "          {} of {people} answered: {seated} of {seats} seats taken, {waiting} wait; all registered after \
             {:.2} s, all had read it after {:.2} s",
            self.places.len(),
            sent.as_secs_f64(),
            read.as_secs_f64()
        );
    }

    /// Fails when it is not what must come of it.
    fn judge(&self, seats: usize, limit: Duration) -> Result<()> {
        ensure!(register::is_whole(&self.places, seats), "seats or places in line are not what they must be");
        let told = format!("{} orang di daftar tunggu", self.seated().1);
        ensure!(self.class.contains(&told), "the page of the class does not say {told:?}");
        ensure!(span(&self.read) <= limit, "not everybody was answered within {} s", limit.as_secs());
        Ok(())
    }
}

fn visit(address: SocketAddr, class: &str, nth: usize, ready: &Barrier) -> Visit {
    let mut client = Client::new(address);
    // Everybody has an address of their own, as our proxy says: what may come from one address is limited.
    client.headers = format!("X-Forwarded-For: 10.{}.{}.{}\r\n", nth >> 16, nth >> 8 & 255, nth & 255);
    let began = Instant::now();
    let form = register::fill_form(&mut client, class, nth);
    let opened = (began, Instant::now(), told(&form, client.received));
    ready.wait();
    let Ok(form) = form else { return (opened, None, None) };
    let began = Instant::now();
    let before = client.received;
    let sent = register::send(&mut client, &form);
    let registered = (began, Instant::now(), told(&sent, client.received - before));
    let Ok(path) = sent else { return (opened, Some(registered), None) };
    let before = client.received;
    let place = register::read_place(&mut client, &path);
    let read = (began, Instant::now(), told(&place, client.received - before));
    (opened, Some(registered), Some((read, place.ok())))
}

/// How many bytes came, or what went wrong.
fn told<T>(done: &Result<T, String>, bytes: usize) -> Result<usize, String> {
    done.as_ref().map(|_| bytes).map_err(Clone::clone)
}

fn give_up(error: &std::io::Error) -> ! {
    eprintln!("xtask: a thread for each person: {error}");
    std::process::exit(1)
}

/// Takes `--seats` out of the arguments.
fn take_seats(arguments: &[String]) -> Result<(usize, Vec<String>)> {
    let mut rest = arguments.to_vec();
    let Some(at) = rest.iter().position(|argument| argument == "--seats") else { return Ok((100, rest)) };
    if at + 1 == rest.len() {
        bail!("--seats needs a value\n\n{}", super::HELP);
    }
    let seats = rest.drain(at..at + 2).next_back().unwrap_or_default();
    Ok((seats.replace('_', "").parse().context("--seats: a number")?, rest))
}

/// How many files this process and those it starts may have open; no bound where the system does not tell.
fn open_files() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(usize::MAX)
}
