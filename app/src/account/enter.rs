//! What every way of signing in ends with.

use domain::account::Login;
use platform::Platform;
use platform::account::{Origin, SignInError, SignedIn, sign_in};
use platform::shop::cart::claim_cart;

use crate::action::{escape, forget_refused, local_path, set_cookie};
use crate::visitor::Visitor;

/// The cookie of a session. Its token is worth a password: HttpOnly, and only over HTTPS where there is HTTPS.
pub(super) const SESSION: &str = "sesi";
/// How long the cookie is kept, as long as browsers allow: the server ends a session that nobody uses. Seconds.
const SESSION_KEPT: i64 = 400 * 86_400;
/// The cookie of a sign-in that waits for its code.
pub(super) const HALF: &str = "setengah";
/// How long that is kept. Seconds.
const HALF_KEPT: i64 = 600;
/// The cookie of a guest's cart.
const CART: &str = "keranjang";

/// Where a visitor signs in.
pub(super) fn origin(visitor: &Visitor) -> Origin<'_> {
    Origin { ip: &visitor.ip, user_agent: &visitor.user_agent, session: visitor.session.as_deref() }
}

/// Signs in with a password; answers the page that comes next.
///
/// # Errors
/// See [`SignInError`].
pub(super) async fn enter(
    platform: &Platform,
    visitor: &Visitor,
    login: &Login,
    password: &str,
    back: &str,
) -> Result<String, SignInError> {
    let signed = sign_in(platform, login, password, &origin(visitor)).await?;
    Ok(welcome(platform, visitor, signed, back).await)
}

/// Keeps the session, and takes a guest's cart into the account; answers the page that comes next.
pub(super) async fn welcome(platform: &Platform, visitor: &Visitor, signed: SignedIn, back: &str) -> String {
    forget_refused();
    match signed {
        SignedIn::Code { half } => {
            set_cookie(HALF, &half, HALF_KEPT);
            format!("/masuk/kode?kembali={}", escape(back))
        }
        SignedIn::Session { token, account } => {
            set_cookie(SESSION, &token, SESSION_KEPT);
            if let Some(cart) = visitor.cart {
                match claim_cart(platform, account, cart).await {
                    Ok(()) => set_cookie(CART, "", 0),
                    Err(error) => leptos::logging::error!("a guest's cart is left behind: {error:?}"),
                }
            }
            local_path(back).to_owned()
        }
    }
}
