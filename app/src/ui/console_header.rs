//! The header of those who work here: a shop owner under `/usaha`, an officer under `/dinas`.

use domain::account::Capability;
use leptos::prelude::*;

use super::Icon;
use super::header::{BrandMark, LanguageSwitch};
use crate::site::site;
use crate::text::{
    CommonText, ComplaintDeskText, ConsoleText, DeskText, KeepText, LegalityText, MentoringText, OfficeText,
    SellerText, TrainingDeskText, UsersText,
};
use crate::visitor::{Visitor, visitor};

/// Which console a path belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Console {
    /// `/usaha`: the visitor's own shop.
    Seller,
    /// `/dinas`: the office.
    Office,
}

impl Console {
    /// The console of a path; `None` for the public site.
    pub fn of(path: &str) -> Option<Self> {
        let under =
            |root: &str| path == root || path.starts_with(&format!("{root}/")) || path.starts_with(&format!("{root}?"));
        if under("/usaha") {
            Some(Console::Seller)
        } else if under("/dinas") {
            Some(Console::Office)
        } else {
            None
        }
    }

    /// Path and name of each room that this visitor may enter.
    fn rooms(self, visitor: &Visitor) -> Vec<(&'static str, &'static str)> {
        let t = visitor.lang;
        let rooms = match self {
            Console::Seller => vec![
                (None, "/usaha", t.room_summary()),
                (Some(Capability::RunShop), "/usaha/pesanan", t.room_orders()),
                (Some(Capability::RunShop), "/usaha/produk", t.room_products()),
                (Some(Capability::RunShop), "/usaha/legalitas", t.room_legality()),
                (Some(Capability::RunShop), "/usaha/toko", t.room_shop()),
            ],
            Console::Office => vec![
                (None, "/dinas", t.room_summary()),
                (Some(Capability::ReadCases), "/dinas/izin", t.room_cases()),
                (Some(Capability::HandleComplaints), "/dinas/pengaduan", t.room_complaints()),
                (Some(Capability::OrganiseTraining), "/dinas/pelatihan", t.room_training()),
                (Some(Capability::CoordinateMentoring), "/dinas/pendampingan", t.me_room()),
                (Some(Capability::DecideShops), "/dinas/toko", t.room_shops()),
                (Some(Capability::VerifyBadges), "/dinas/lencana", t.room_badges()),
                (Some(Capability::ManageServices), "/dinas/layanan", t.room_services()),
                (Some(Capability::ReadOutbox), "/dinas/pesan", t.room_outbox()),
                (Some(Capability::ManageAccounts), "/dinas/pengguna", t.room_users()),
            ],
        };
        let may = |needed: Option<Capability>| needed.is_none_or(|needed| visitor.actor.may(needed));
        rooms.into_iter().filter(|(needed, ..)| may(*needed)).map(|(_, path, name)| (path, name)).collect()
    }
}

/// The header of a console.
#[component]
pub fn ConsoleHeader(console: Console) -> impl IntoView {
    let visitor = visitor();
    let t = visitor.lang;
    let place = match console {
        Console::Seller => t.console_seller(),
        Console::Office => t.console_office(),
    };
    let here = visitor.path.split('?').next().unwrap_or_default().to_owned();
    let rooms = console.rooms(&visitor);
    let root = rooms.first().map_or("/", |(path, _)| path);
    let rooms = rooms
        .into_iter()
        .map(|(path, name)| {
            let current = here == path || (path != root && here.starts_with(path));
            view! { <a class="nav__a" href=path aria-current=current.then_some("page")>{name}</a> }
        })
        .collect_view();
    let name = visitor.name.clone().unwrap_or_default();
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    view! {
        <header class="top off">
            <div class="band band--thin"></div>
            <div class="off__row">
                <a class="brand" href=root>
                    <BrandMark/>
                    <span>
                        <span class="brand__name">{site().brand.clone()}</span>
                        <span class="brand__place">{place}</span>
                    </span>
                </a>
                <nav class="off__nav" aria-label=t.nav_main()>{rooms}</nav>
                <div class="tools">
                    <LanguageSwitch/>
                    <a class="tool" href="/" aria-label=t.to_public_site()><Icon name="store" class="i i--24"/></a>
                    <a class="me tool" href="/akun" aria-label=t.my_account()>
                        <span class="face" aria-hidden="true">{initials}</span>
                        <span class="only-wide">{name}</span>
                    </a>
                </div>
            </div>
        </header>
    }
}
