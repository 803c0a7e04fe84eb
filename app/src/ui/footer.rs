//! The footer of every page.

use leptos::prelude::*;

use super::console_header::Console;
use super::header::BrandMark;
use crate::site::site;
use crate::text::{CommonText, ComplaintText, FigureText, HelpText, MentoringText, VerifyText};
use crate::visitor::{lang, with_visitor};

/// The footer of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let t = lang();
    let site = site();
    // Who works here needs the room.
    with_visitor(|visitor| Console::of(&visitor.path).is_none()).unwrap_or(true).then(|| {
        view! {
            <footer class="foot">
                <div class="band"></div>
                <div class="wrap foot__grid">
                    <div class="stack">
                        <div class="row">
                            <BrandMark/>
                            <strong class="foot__name">{site.brand.clone()}<br/>{site.regency.clone()}</strong>
                        </div>
                        <p>{t.footer_about(&site.regency)}</p>
                        <p><strong>{t.footer_free()}</strong></p>
                    </div>
                    <div class="foot__cols">
                        <section>
                            <h2>{t.footer_services()}</h2>
                            <ul>
                                <li><a href="/produk">{t.nav_shop()}</a></li>
                                <li><a href="/pelatihan">{t.nav_training()}</a></li>
                                <li><a href="/pendampingan">{t.me_room()}</a></li>
                                <li><a href="/izin">{t.nav_permits()}</a></li>
                                <li><a href="/lacak">{t.footer_track()}</a></li>
                                <li><a href="/verifikasi">{t.check_a_letter()}</a></li>
                                <li><a href="/transparansi">{t.figures_title()}</a></li>
                            </ul>
                        </section>
                        <section>
                            <h2>{t.footer_business()}</h2>
                            <ul>
                                <li><a href="/usaha">{t.footer_open_shop()}</a></li>
                                <li><a href="/dinas">{t.footer_office()}</a></li>
                            </ul>
                        </section>
                        <section>
                            <h2>{t.footer_help()}</h2>
                            <ul>
                                <li><a href="/bantuan">{t.help_title()}</a></li>
                                <li><a href="/pengaduan">{t.complaints_title()}</a></li>
                                <li><a href="/privasi">{t.privacy_title()}</a></li>
                                <li><a href="/kecamatan">{t.footer_kecamatan()}</a></li>
                            </ul>
                        </section>
                    </div>
                </div>
                <div class="wrap foot__end">
                    <span>{site.regency.clone()}</span>
                </div>
            </footer>
        }
    })
}
