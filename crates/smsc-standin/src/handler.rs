//! The handler of an account: where its push notifications go, and how they are signed (R70).

use std::fmt;

use serde::{Deserialize, Deserializer};
use smsc_proto::Charset;

/// A URL that push notifications are sent to.
///
/// The service is configured by the query of the URL, and it is not known whether the query still has
/// the secret when the service calls. So the secrets are keys of their own here, and the URL is called
/// as it is written.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handler {
    /// The URL, which starts with `http://` or `https://`.
    pub url: String,
    /// The charset of the values, and of the bytes that are signed.
    #[serde(default = "windows_1251", deserialize_with = "charset")]
    pub charset: Charset,
    /// The method of the requests.
    #[serde(default)]
    pub method: Method,
    /// The secret of a signature with MD5.
    #[serde(default)]
    pub md5: Option<String>,
    /// The secret of a signature with SHA-1.
    #[serde(default)]
    pub sha1: Option<String>,
    /// A mark that there is a notification with the status 0 too, when a message is handed to the
    /// operator. It is not known whether the service sends it.
    #[serde(default)]
    pub handed_over: bool,
}

/// The method of a notification's request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// POST: the fields are in the body.
    #[default]
    Post,
    /// GET: the fields are in the query, after that of the URL.
    Get,
}

impl Method {
    /// Returns the method's name in capital letters.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Get => "GET",
        }
    }
}

impl Handler {
    /// Creates a handler without signatures, with POST and windows-1251.
    #[must_use]
    pub fn new(url: &str) -> Self {
        Self { url: url.to_owned(), charset: windows_1251(), method: Method::Post, md5: None, sha1: None, handed_over: false }
    }

    /// Returns what is wrong with the handler, without any value of it.
    pub(crate) fn fault(&self) -> Option<&'static str> {
        let is_web =
            ["http://", "https://"].into_iter().any(|scheme| self.url.len() > scheme.len() && self.url.starts_with(scheme));
        if !is_web || !self.url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#') {
            return Some("its url is no http or https URL in ASCII without a fragment");
        }
        if [&self.md5, &self.sha1].into_iter().flatten().any(String::is_empty) {
            return Some("an empty secret signs nothing");
        }
        let (_, query) = self.url.split_once('?').unwrap_or_default();
        for (name, value) in query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, ""))) {
            let is_set = match name {
                "fmt" | "crc32" => return Some("notifications with fmt or crc32 are not known"),
                "charset" => Charset::from_name(value) == Some(self.charset),
                "md5" => self.md5.as_deref() == Some(value),
                "sha1" => self.sha1.as_deref() == Some(value),
                _ => true,
            };
            if !is_set {
                return Some("a charset, md5 or sha1 of its url must be a key of the callback too");
            }
        }
        None
    }

    /// Returns the scheme and the host of the URL. Its path may be a secret.
    pub(crate) fn origin(url: &str) -> &str {
        let start = url.find("://").map_or(0, |at| at + 3);
        let host = url.get(start..).unwrap_or_default();
        let end = host.find(['/', '?']).unwrap_or(host.len());
        // A user and a password are before the `@`.
        if host.get(..end).is_some_and(|host| host.contains('@')) { "" } else { url.get(..start + end).unwrap_or_default() }
    }
}

impl fmt::Debug for Handler {
    /// Writes what is not secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = Self::origin(&self.url);
        f.debug_struct("Handler").field("origin", &origin).field("method", &self.method).finish_non_exhaustive()
    }
}

const fn windows_1251() -> Charset {
    Charset::Windows1251
}

fn charset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Charset, D::Error> {
    let name = String::deserialize(deserializer)?;
    Charset::from_name(&name).ok_or_else(|| serde::de::Error::custom("expected windows-1251, koi8-r or utf-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_checked() {
        let fault = |url: &str| Handler { sha1: Some("s3cret".to_owned()), ..Handler::new(url) }.fault();
        for url in ["http://a", "https://example.org/x?y=1&charset=windows-1251&sha1=s3cret"] {
            assert_eq!(fault(url), None, "{url}");
        }
        let wrong = [
            "",
            "http://",
            "ftp://a",
            "http://a b",
            "http://a/\n",
            "http://a#b",
            "http://a?fmt=3",
            "http://a?sha1=x",
            "http://a?md5=x",
            "http://a?charset=utf-8",
        ];
        for url in wrong {
            assert!(fault(url).is_some(), "{url}");
        }
        assert!(Handler { md5: Some(String::new()), ..Handler::new("http://a") }.fault().is_some());
    }

    #[test]
    fn nothing_secret_is_shown() {
        let handler = Handler { sha1: Some("s3cret".to_owned()), ..Handler::new("https://example.org/k3y?sha1=s3cret") };
        assert_eq!(format!("{handler:?}"), "Handler { origin: \"https://example.org\", method: Post, .. }");
        assert_eq!(Handler::origin("https://user:s3cret@example.org/"), "");
    }
}
