//! Push notifications as requests to the handler of an account (R70).

use std::fmt;

use md5::{Digest, Md5};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use sha1::Sha1;

use crate::charset::encode;
use crate::handler::{Handler, Method};
use crate::hex::hex;
use crate::time::Time;

/// A push notification: a request that is sent to the handler of an account.
#[derive(Clone, PartialEq, Eq)]
pub struct Notification {
    /// The moment of the event, at which the notification is due.
    pub at: Time,
    /// The index of the account.
    pub account: usize,
    /// The kind of event: `status`, `incoming` or `call`.
    pub kind: &'static str,
    /// The method of the request.
    pub method: Method,
    /// The URL, of a GET with the fields of the notification.
    pub url: String,
    /// The `Content-Type`; empty for a GET.
    pub content_type: &'static str,
    /// The body; empty for a GET.
    pub body: Vec<u8>,
}

impl fmt::Debug for Notification {
    /// Writes what is not secret: no path or query, and none of the fields.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("at", &self.at)
            .field("kind", &self.kind)
            .field("method", &self.method)
            .field("origin", &Handler::origin(&self.url))
            .finish_non_exhaustive()
    }
}

/// The bytes of a form that stay as they are. A space is written as a plus.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b' ');

/// The fields of a notification in their order, and those that a signature covers.
pub(crate) struct Fields {
    pub(crate) kind: &'static str,
    pub(crate) signed: &'static [&'static str],
    pub(crate) values: Vec<(&'static str, String)>,
}

impl Fields {
    /// Returns the request of a notification.
    pub(crate) fn request(&self, handler: &Handler, account: usize, at: Time) -> Notification {
        let form = self.form(handler);
        let mut request = Notification {
            at,
            account,
            kind: self.kind,
            method: handler.method,
            url: handler.url.clone(),
            content_type: "",
            body: Vec::new(),
        };
        match handler.method {
            Method::Post => {
                request.content_type = "application/x-www-form-urlencoded";
                request.body = form.into_bytes();
            }
            Method::Get => {
                request.url.push(if handler.url.contains('?') { '&' } else { '?' });
                request.url.push_str(&form);
            }
        }
        request
    }

    /// Writes the form, with its signatures.
    fn form(&self, handler: &Handler) -> String {
        let values = self.values.iter().map(|(name, value)| (*name, encode(handler.charset, value))).collect::<Vec<_>>();
        let mut signed = Vec::new();
        for name in self.signed {
            let value = values.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, value)| value);
            signed.extend_from_slice(value);
            signed.push(b':');
        }
        let md5 = handler.md5.as_ref().map(|secret| ("md5", hash::<Md5>(&signed, secret)));
        let sha1 = handler.sha1.as_ref().map(|secret| ("sha1", hash::<Sha1>(&signed, secret)));
        let mut form = String::new();
        for (name, value) in values
            .iter()
            .map(|(name, value)| (*name, &value[..]))
            .chain([&md5, &sha1].into_iter().flatten().map(|(name, digits)| (*name, digits.as_bytes())))
        {
            if !form.is_empty() {
                form.push('&');
            }
            form.push_str(name);
            form.push('=');
            form.extend(percent_encode(value, ESCAPED).flat_map(str::chars).map(|next| if next == ' ' { '+' } else { next }));
        }
        form
    }
}

/// Hashes the covered values and the secret. Returns lower-case hexadecimal digits.
fn hash<D: Digest>(signed: &[u8], secret: &str) -> String {
    hex(&D::new().chain_update(signed).chain_update(secret).finalize())
}
