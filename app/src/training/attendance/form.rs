//! The form with which somebody says that they are at a session: a button after a scan, six digits otherwise.

use leptos::prelude::*;
use platform::flash::Refused;
use platform::training::OpenSession;

use super::check_in::field_id;
use crate::html::IntoHtml;
use crate::text::{AttendanceText, Lang};
use crate::ui::{Field, Icon, described};

/// A session that is open, for one registration. `back` is the page that it is on.
pub(in crate::training) fn check_in_block(
    open: &OpenSession,
    scanned: bool,
    back: &str,
    refused: &Refused,
    t: Lang,
) -> AnyView {
    match open.present {
        Some(true) => {
            return view! { <p class="note note--ok"><Icon name="circle-check"/><span>{t.att_marked()}</span></p> }
                .into_html();
        }
        Some(false) => {
            return view! { <p class="note note--warn"><Icon name="triangle-alert"/><span>{t.att_absent()}</span></p> }
                .into_html();
        }
        None => {}
    }
    let session = open.session.simple().to_string();
    let id = field_id(&open.number, &session);
    let ask = if scanned {
        let wrong = refused.error(&id).map(str::to_owned).map(|text| {
            view! { <p class="error" id=id><Icon name="circle-alert" class="i i--16"/>{text}</p> }
        });
        view! { <p>{t.att_scanned()}</p>{wrong} }.into_html()
    } else {
        let (about, typed) = (described(&id, false, refused), refused.value(&id).to_owned());
        view! {
            <Field name=id.clone() label=t.att_code().to_owned() refused=refused.clone()>
                <input class="input input--code mono" id=id name="kode" inputmode="numeric" autocomplete="off"
                    maxlength="7" required value=typed aria-describedby=about/>
            </Field>
        }
        .into_html()
    };
    view! {
        <form class="stack stack--2" method="post" action="/aksi/pelatihan/hadir">
            <input type="hidden" name="nomor" value=open.number.clone()/>
            <input type="hidden" name="sesi" value=session/>
            <input type="hidden" name="kembali" value=back.to_owned()/>
            {ask}
            <div><button class="btn btn--big">{t.att_button()}</button></div>
        </form>
    }
    .into_html()
}
