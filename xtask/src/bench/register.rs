//! Somebody registers for a class: every request that a browser without scripts sends, and what it reads in the answers.

use super::client::{Client, between};

/// What somebody got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A seat.
    Seat,
    /// The nth place of the waiting list, counted from one.
    Waiting(usize),
}

/// Finds the address of the only class there is.
pub fn find_class(client: &mut Client) -> Result<String, String> {
    let html = read(client, "/pelatihan")?;
    let slug =
        between(&html, "href=\"/pelatihan/", "\"").find(|slug| !slug.contains(['/', '?', '.']) && *slug != "kalender");
    slug.map(str::to_owned).ok_or_else(|| "there is no class".to_owned())
}

/// Opens the form of a class; answers it filled in by the nth person.
pub fn fill_form(client: &mut Client, class: &str, nth: usize) -> Result<Vec<(&'static str, String)>, String> {
    let html = read(client, &format!("/pelatihan/{class}/daftar"))?;
    let token = between(&html, "name=\"token\" value=\"", "\"").next().ok_or("the form has no token")?;
    let kecamatan = between(&html, "<option value=\"", "\"").find(|code| !code.is_empty()).ok_or("no kecamatan")?;
    let phone = format!("0812{:08}", 30_000_000 + nth);
    let fields = [("token", token), ("kelas", class), ("hp", &phone), ("kec", kecamatan)];
    let mut form: Vec<_> = fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    form.push(("nama", format!("Peserta {nth}")));
    Ok(form)
}

/// Sends the form; answers the address of the registration, to which it must lead.
pub fn send(client: &mut Client, form: &[(&'static str, String)]) -> Result<String, String> {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = client.post("/aksi/pelatihan/daftar", &fields).map_err(|error| format!("registering: {error}"))?;
    let to = answer.header("location");
    // A form that was refused leads back to itself.
    if (300..400).contains(&answer.status) && to.starts_with("/pelatihan/pendaftaran/") {
        return Ok(to.to_owned());
    }
    Err(format!("registering: {} {to}", answer.status))
}

/// Reads on the page of a registration what its holder got.
pub fn read_place(client: &mut Client, path: &str) -> Result<Place, String> {
    let html = read(client, path)?;
    if html.contains("class=\"state state--go\"") {
        return Ok(Place::Seat);
    }
    let nth = between(&html, "Anda nomor ", " ").next().and_then(|nth| nth.parse().ok());
    nth.map(Place::Waiting).ok_or_else(|| format!("{path}: neither a seat nor a place in line"))
}

/// Whether these are what so many seats must come to: as many with a seat, and every place of the line once.
pub fn is_whole(places: &[Place], seats: usize) -> bool {
    let mut places = places.to_vec();
    places.sort_unstable();
    let seated = std::iter::repeat_n(Place::Seat, seats.min(places.len()));
    let line = (1..=places.len().saturating_sub(seats)).map(Place::Waiting);
    places.into_iter().eq(seated.chain(line))
}

fn read(client: &mut Client, path: &str) -> Result<String, String> {
    let answer = client.get(path).map_err(|error| format!("{path}: {error}"))?;
    if answer.status == 200 { Ok(answer.text()) } else { Err(format!("{path}: {}", answer.status)) }
}

#[cfg(test)]
mod tests {
    use super::Place::{Seat, Waiting};
    use super::is_whole;

    #[test]
    fn a_seat_too_many_and_a_place_twice_are_noticed() {
        assert!(is_whole(&[Waiting(2), Seat, Waiting(1)], 1));
        assert!(is_whole(&[Seat], 5));
        for wrong in [[Seat, Seat, Waiting(1)], [Seat, Waiting(1), Waiting(1)], [Seat, Waiting(1), Waiting(3)]] {
            assert!(!is_whole(&wrong, 1), "{wrong:?}");
        }
    }
}
