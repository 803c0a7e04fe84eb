//! A virus scanner: ClamAV's daemon, on a socket of this machine or over the network (`man clamd`, command INSTREAM).

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use platform::ports::{ScanError, Scanner};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// For a whole file.
const PATIENCE: Duration = Duration::from_secs(30);
/// So much is sent at a time. Bytes.
const CHUNK: usize = 64 * 1024;
/// The longest answer: a name of what was found. Bytes.
const ANSWER: u64 = 4096;

/// Where the daemon listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clamd {
    /// `unix:/run/clamav/clamd.ctl`.
    Socket(PathBuf),
    /// `tcp:127.0.0.1:3310`.
    Address(String),
}

impl Clamd {
    /// Reads `CLAMD`.
    ///
    /// # Errors
    /// A message that names the variable.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let expected = || format!("CLAMD is {typed:?}: expected unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310");
        match typed.split_once(':') {
            Some(("unix", path)) if path.starts_with('/') => Ok(Clamd::Socket(path.into())),
            Some(("tcp", address))
                if address
                    .rsplit_once(':')
                    .is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok()) =>
            {
                Ok(Clamd::Address(address.to_owned()))
            }
            _ => Err(expected()),
        }
    }

    async fn ask(&self, file: &[u8]) -> io::Result<String> {
        match self {
            Clamd::Socket(path) => converse(UnixStream::connect(path).await?, file).await,
            Clamd::Address(address) => converse(TcpStream::connect(address).await?, file).await,
        }
    }
}

/// Sends a file in pieces, each with its length before it, and an empty one at the end; answers what was answered.
async fn converse(mut stream: impl AsyncRead + AsyncWrite + Unpin, file: &[u8]) -> io::Result<String> {
    let sent = send(&mut stream, file).await;
    let mut answer = Vec::new();
    // A daemon that has seen enough answers and hangs up while we still send: its answer counts.
    match stream.take(ANSWER).read_to_end(&mut answer).await {
        Ok(_) if !answer.is_empty() => Ok(String::from_utf8_lossy(&answer).trim_end_matches(['\0', '\n']).to_owned()),
        read => Err(sent.err().or(read.err()).unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into())),
    }
}

async fn send(stream: &mut (impl AsyncWrite + Unpin), file: &[u8]) -> io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    for chunk in file.chunks(CHUNK) {
        stream.write_all(&(chunk.len() as u32).to_be_bytes()).await?;
        stream.write_all(chunk).await?;
    }
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await
}

#[async_trait::async_trait]
impl Scanner for Clamd {
    async fn scan(&self, file: &[u8]) -> Result<(), ScanError> {
        match timeout(PATIENCE, self.ask(file)).await {
            Ok(Ok(answer)) if answer == "stream: OK" => Ok(()),
            Ok(Ok(answer)) if answer.ends_with(" FOUND") => Err(ScanError::Infected),
            Ok(Ok(answer)) => Err(ScanError::Away(answer)),
            Ok(Err(error)) => Err(ScanError::Away(error.to_string())),
            Err(_) => Err(ScanError::Away("no answer".to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// A daemon on loopback that reads as `man clamd` says and answers so; with a limit it hangs up after so many bytes.
    async fn daemon(answer: &'static [u8], limit: usize) -> Clamd {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut command = [0; 10];
                stream.read_exact(&mut command).await.unwrap();
                assert_eq!(&command, b"zINSTREAM\0");
                let (mut length, mut file) = ([0; 4], Vec::new());
                while stream.read_exact(&mut length).await.is_ok() && length != [0; 4] && file.len() < limit {
                    let mut chunk = vec![0; u32::from_be_bytes(length) as usize];
                    stream.read_exact(&mut chunk).await.unwrap();
                    file.extend(chunk);
                }
                let infected = file.windows(5).any(|five| five == b"EICAR");
                let found: &[u8] = if infected { b"stream: Eicar-Test-Signature FOUND\0" } else { answer };
                stream.write_all(found).await.unwrap();
            }
        });
        Clamd::Address(address)
    }

    #[tokio::test]
    async fn a_clean_file_is_told_from_one_with_a_virus_in_its_last_piece() {
        let clamd = daemon(b"stream: OK\0", usize::MAX).await;
        let mut file = vec![7; 3 * CHUNK + 11];
        assert_eq!(clamd.scan(&file).await, Ok(()));
        assert_eq!(clamd.scan(&[]).await, Ok(()));
        file.extend(b"EICAR");
        assert_eq!(clamd.scan(&file).await, Err(ScanError::Infected));
    }

    #[tokio::test]
    async fn what_nobody_looked_at_is_not_clean() {
        let away = |found: Result<(), ScanError>| matches!(found, Err(ScanError::Away(_)));
        let full = daemon(b"INSTREAM size limit exceeded. ERROR\0", 2 * CHUNK).await;
        assert!(away(full.scan(&vec![7; 40 * CHUNK]).await));
        assert!(away(daemon(b"", usize::MAX).await.scan(b"file").await), "it hung up");
        assert!(away(daemon(b"stream: OK? maybe\0", usize::MAX).await.scan(b"file").await));
        assert!(away(Clamd::Socket("/nowhere/clamd.ctl".into()).scan(b"file").await));
    }

    #[test]
    fn its_place_is_read() {
        assert_eq!(Clamd::parse("unix:/run/clamav/clamd.ctl"), Ok(Clamd::Socket("/run/clamav/clamd.ctl".into())));
        assert_eq!(Clamd::parse("tcp:av.contoh.go.id:3310"), Ok(Clamd::Address("av.contoh.go.id:3310".into())));
        for wrong in ["", "on", "unix:clamd.ctl", "tcp:3310", "tcp::3310", "tcp:host:port", "/run/clamav/clamd.ctl"] {
            assert!(Clamd::parse(wrong).is_err(), "{wrong}");
        }
    }
}
