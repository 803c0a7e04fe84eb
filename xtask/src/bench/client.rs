//! A small HTTP/1.1 client on one kept-alive connection: for measuring, where a bigger one would cost more than the
//! server. The server's tests speak through it too.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A visitor: a connection, and the cookies that came over it.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
    /// Name and value of what it was given.
    pub cookies: Vec<(String, String)>,
    /// Sent with every request, each with its line end.
    pub headers: String,
    /// Bytes of all bodies so far, as they came.
    pub received: usize,
}

/// What was answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The header lines.
    pub head: String,
    /// The body as it came, still compressed where the server compressed it.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        let named = |line: &'_ str| line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name));
        let line = self.head.lines().find(|line| named(line));
        line.and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    /// A visitor without cookies.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, connection: None, cookies: Vec::new(), headers: String::new(), received: 0 }
    }

    /// Forgets who it is.
    pub fn forget_cookies(&mut self) {
        self.cookies.clear();
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, None)
    }

    /// Sends a form as a browser without scripts does.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> io::Result<Answer> {
        self.send("POST", path, Some(&encode(fields)))
    }

    /// Sends a request, with a form as its body.
    pub fn send(&mut self, method: &str, path: &str, form: Option<&str>) -> io::Result<Answer> {
        self.ask(method, path, form.map(|form| ("application/x-www-form-urlencoded", form)))
    }

    /// Sends a request, with a body of any kind.
    pub fn ask(&mut self, method: &str, path: &str, body: Option<(&str, &str)>) -> io::Result<Answer> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\n", self.address);
        request.push_str(&self.headers);
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request.push_str(&format!("Cookie: {}\r\n", cookies.join("; ")));
        }
        if let Some((kind, body)) = body {
            let about = format!("Content-Type: {kind}\r\nSec-Fetch-Site: same-origin\r\nContent-Length:");
            request.push_str(&format!("{about} {}\r\n\r\n{body}", body.len()));
        } else {
            request.push_str("\r\n");
        }
        // After a mistake the connection is not used again: what follows on it would belong to another request.
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        connection.get_mut().write_all(request.as_bytes())?;
        let answer = read(&mut connection, method == "HEAD")?;
        self.received += answer.body.len();
        self.keep_cookies(&answer.head);
        if !answer.header("connection").eq_ignore_ascii_case("close") {
            self.connection = Some(connection);
        }
        Ok(answer)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(BufReader::with_capacity(64 * 1024, stream))
    }

    fn keep_cookies(&mut self, head: &str) {
        let lines = head.lines().filter_map(|line| line.split_once(':'));
        for (_, value) in lines.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie")) {
            let Some((name, value)) = value.trim().split(';').next().and_then(|pair| pair.split_once('=')) else {
                continue;
            };
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

/// Reads one answer.
fn read(from: &mut BufReader<TcpStream>, without_body: bool) -> io::Result<Answer> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if from.read_line(&mut head)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    let status = head.get(9..12).and_then(|status| status.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    let mut answer = Answer { status, head, body: Vec::new() };
    if without_body || status == 204 || status == 304 {
        return Ok(answer);
    }
    if answer.header("transfer-encoding").eq_ignore_ascii_case("chunked") {
        read_chunks(from, &mut answer.body)?;
    } else if let Ok(length) = answer.header("content-length").parse() {
        answer.body.resize(length, 0);
        from.read_exact(&mut answer.body)?;
    } else {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "an answer without a length"));
    }
    Ok(answer)
}

fn read_chunks(from: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> io::Result<()> {
    let mut line = String::new();
    loop {
        line.clear();
        if from.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let size = usize::from_str_radix(line.trim_end(), 16).map_err(|_| io::ErrorKind::InvalidData)?;
        let begin = body.len();
        body.resize(begin + size + 2, 0);
        from.read_exact(&mut body[begin..])?;
        body.truncate(begin + size);
        if size == 0 {
            return Ok(());
        }
    }
}

/// Fields as the body of a form, or as a query.
pub fn encode(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        if !text.is_empty() {
            text.push('&');
        }
        escape(name, &mut text);
        text.push('=');
        escape(value, &mut text);
    }
    text
}

fn escape(plain: &str, text: &mut String) {
    for byte in plain.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => text.push(byte as char),
            b' ' => text.push('+'),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
}

/// Every text in HTML between two others: `between(page, "href=\"", "\"")`.
pub fn between<'h>(html: &'h str, before: &'h str, after: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(before).skip(1).filter_map(move |rest| rest.split_once(after).map(|(found, _)| found))
}
