//! E-mail through SMTP.

use std::time::Duration;

use lettre::address::Address;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use platform::ports::{Email, MailError, Mailer};

/// For one answer of the mail server.
const PATIENCE: Duration = Duration::from_secs(15);
/// For a whole e-mail; shorter than the outbox' claim on it.
const LIMIT: Duration = Duration::from_secs(60);

/// What is set from outside.
#[derive(Clone)]
pub struct MailConfig {
    url: String,
    from: Mailbox,
}

/// Without the URL: it holds a password.
impl std::fmt::Debug for MailConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailConfig").field("from", &self.from).finish_non_exhaustive()
    }
}

impl MailConfig {
    /// Reads `SMTP_URL` and `MAIL_FROM`. Where `strict`, passwords and messages travel encrypted, but on this machine.
    ///
    /// # Errors
    /// A message that names the variable, without repeating its secret value.
    pub fn parse(url: &str, from: &str, strict: bool) -> Result<Self, String> {
        const EXPECTED: &str = "expected smtps://user:password@host or smtp://user:password@host:587?tls=required";
        transport(url).map_err(|_| format!("SMTP_URL cannot be read: {EXPECTED}"))?;
        let host = url.split_once("://").map_or("", |(_, rest)| rest.rsplit('@').next().unwrap_or_default());
        let local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.starts_with(name));
        if strict && !local && !url.starts_with("smtps://") && !url.contains("tls=required") {
            return Err(format!("SMTP_URL must encrypt in production: {EXPECTED}"));
        }
        let from = from.parse().map_err(|_| {
            format!("MAIL_FROM is {from:?}: expected the address that e-mails come from, for example Rumah Sikum <kabar@contoh.go.id>")
        })?;
        Ok(Self { url: url.to_owned(), from })
    }
}

fn transport(url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, SmtpError> {
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
    Ok(builder.timeout(Some(PATIENCE)).build())
}

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// The mail server of a configuration; it is not asked before the first e-mail.
    ///
    /// # Errors
    /// When the URL cannot be read.
    pub fn new(config: &MailConfig) -> Result<Self, String> {
        let transport = transport(&config.url).map_err(|_| "SMTP_URL cannot be read".to_owned())?;
        Ok(Self { transport, from: config.from.clone() })
    }

    fn message(&self, email: &Email) -> Option<Message> {
        let to: Address = email.to.parse().ok()?;
        Message::builder()
            .message_id(Some(format!("<{}@{}>", email.id.simple(), self.from.email.domain())))
            .from(self.from.clone())
            .to(Mailbox::new(Some(email.name.clone()), to))
            .subject(email.subject.as_str())
            .header(ContentType::TEXT_PLAIN)
            .body(email.body.clone())
            .ok()
    }
}

#[async_trait::async_trait]
impl Mailer for Smtp {
    async fn send(&self, email: &Email) -> Result<(), MailError> {
        let message = self.message(email).ok_or_else(|| MailError::Never("Alamat surel tidak benar.".to_owned()))?;
        match tokio::time::timeout(LIMIT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(explain(&error)),
            Err(_) => Err(MailError::Later("Server surel tidak menjawab.".to_owned())),
        }
    }
}

/// What went wrong, without the server's words: they may repeat the address.
fn explain(error: &SmtpError) -> MailError {
    let Some(code) = error.status() else {
        let text = if error.is_tls() {
            "Sambungan aman ke server surel gagal."
        } else if error.is_timeout() {
            "Server surel tidak menjawab."
        } else {
            "Server surel tidak tersambung."
        };
        return MailError::Later(text.to_owned());
    };
    let code = code.to_string();
    match code.as_str() {
        // No such mailbox, not here, a name that is none: RFC 5321, 4.2.3.
        "550" | "551" | "553" => MailError::Never(format!("Server surel menolak alamat ini ({code}).")),
        // All else, also a wrong password: somebody may put it right.
        _ => MailError::Later(format!("Server surel menjawab {code}.")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    /// How the small mail server behaves.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    enum Mood {
        Takes,
        KnowsNobody,
        IsBusy,
        HangsUp,
    }

    /// A mail server on loopback that speaks just enough of RFC 5321; answers its URL and what it took.
    async fn mail_server(mood: Mood) -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let taken = Arc::new(Mutex::new(Vec::new()));
        let box_ = taken.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let box_ = box_.clone();
                tokio::spawn(async move { converse(stream, mood, &box_).await });
            }
        });
        (url, taken)
    }

    async fn converse(stream: TcpStream, mood: Mood, taken: &Mutex<Vec<String>>) {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 uji ESMTP\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => "250-uji\r\n250 8BITMIME\r\n",
                "RCPT" if mood == Mood::KnowsNobody => "550 5.1.1 <siti@contoh.id>: no such user\r\n",
                "RCPT" if mood == Mood::IsBusy => "451 4.3.2 try later\r\n",
                "DATA" if mood == Mood::HangsUp => return,
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.unwrap();
                    let mut text = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        text.push_str(&line);
                        text.push('\n');
                    }
                    taken.lock().unwrap().push(text);
                    "250 queued\r\n"
                }
                "QUIT" => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            if write.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
    }

    async fn send(url: &str) -> Result<(), MailError> {
        let config = MailConfig::parse(url, "Rumah Sikum <kabar@sikum.test>", false).unwrap();
        let email = Email {
            id: uuid::Uuid::from_u128(7),
            to: "siti@contoh.id".into(),
            name: "Siti".into(),
            subject: "Pesanan baru PSN-1".into(),
            body: "Ada pesanan baru.\n.\nBaris terakhir.".into(),
        };
        Smtp::new(&config).unwrap().send(&email).await
    }

    #[tokio::test]
    async fn an_email_arrives_whole_and_can_be_told_from_another() {
        let (url, taken) = mail_server(Mood::Takes).await;
        send(&url).await.unwrap();
        let taken = taken.lock().unwrap();
        let text = taken.first().unwrap();
        for part in [
            "From: \"Rumah Sikum\" <kabar@sikum.test>",
            "To: Siti <siti@contoh.id>",
            "Subject: Pesanan baru PSN-1",
            "Message-ID: <00000000000000000000000000000007@sikum.test>",
            "Ada pesanan baru.",
            "Baris terakhir.",
        ] {
            assert!(text.contains(part), "{part} is missing in {text}");
        }
    }

    #[tokio::test]
    async fn a_server_that_refuses_an_address_is_not_asked_again() {
        let (url, taken) = mail_server(Mood::KnowsNobody).await;
        let error = send(&url).await.unwrap_err();
        assert!(matches!(&error, MailError::Never(_)), "{error:?}");
        assert!(!error.to_string().contains("siti"), "the address is in the error");
        assert!(taken.lock().unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_server_that_is_busy_hangs_up_or_is_away_is_asked_again() {
        for mood in [Mood::IsBusy, Mood::HangsUp] {
            let (url, _) = mail_server(mood).await;
            let error = send(&url).await.unwrap_err();
            assert!(matches!(error, MailError::Later(_)), "{mood:?} {error:?}");
        }
        let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", nobody.local_addr().unwrap());
        drop(nobody);
        assert!(matches!(send(&url).await, Err(MailError::Later(_))));
    }

    #[test]
    fn a_wrong_configuration_is_named_and_its_password_is_not_shown() {
        for (url, from, strict, expected) in [
            ("https://a:rahasia@host", "a@b.id", false, "SMTP_URL"),
            ("smtp://a:rahasia@host:587", "a@b.id", true, "SMTP_URL"),
            ("smtps://a:rahasia@host", "siapa", false, "MAIL_FROM"),
        ] {
            let message = MailConfig::parse(url, from, strict).unwrap_err();
            assert!(message.starts_with(expected), "{message}");
            assert!(!message.contains("rahasia"));
        }
        for url in ["smtps://a:b@host", "smtp://a:b@host:587?tls=required", "smtp://127.0.0.1:25"] {
            let config = MailConfig::parse(url, "Kabar <a@b.id>", true).unwrap();
            assert!(!format!("{config:?}").contains("a:b"));
        }
    }
}
