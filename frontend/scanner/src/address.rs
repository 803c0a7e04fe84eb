//! Where a code may lead.

/// The path that the code on a class's screen leads to; `None` for every other text. `screen` is the address of this site
/// up to the session. Whatever a code says, nobody is led anywhere else.
pub(crate) fn path_of(text: &str, screen: &str) -> Option<String> {
    let (session, code) = text.strip_prefix(screen)?.split_once('/')?;
    let is_hex = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_hex(session) && is_hex(code)).then(|| ["/hadir/", session, "/", code].concat())
}

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn only_the_code_of_a_class_of_this_site_leads_anywhere() {
        let path = |text| path_of(text, "https://sikum.example.go.id/hadir/");
        assert_eq!(path("https://sikum.example.go.id/hadir/01ab/23cd").as_deref(), Some("/hadir/01ab/23cd"));
        for foreign in [
            "",
            "01ab/23cd",
            "/hadir/01ab/23cd",
            "https://sikum.example.go.id/hadir/",
            "https://sikum.example.go.id/hadir/01ab",
            "https://sikum.example.go.id/hadir//23cd",
            "https://sikum.example.go.id/hadir/01ab/",
            "https://sikum.example.go.id/hadir/01ab/23cd/",
            "https://sikum.example.go.id/hadir/01ab/23cd?x=1",
            "https://sikum.example.go.id/hadir/../keluar",
            "https://sikum.example.go.id/hadir/01ab/%2e%2e",
            "https://sikum.example.go.id/produk/01ab/23cd",
            "https://sikum.example.go.id.evil.example/hadir/01ab/23cd",
            "http://sikum.example.go.id/hadir/01ab/23cd",
            "https://evil.example/hadir/01ab/23cd",
            "javascript:alert(1)",
        ] {
            assert_eq!(path(foreign), None, "{foreign}");
        }
    }
}
