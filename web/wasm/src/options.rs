//! The options of the request that a reply answers.

use serde::{Deserialize, Serialize};
use smsc_proto::{Charset, Detail, Format, MessageId, MessageKind, Query};

/// The options of a request, with the names and defaults of `smsc decode`.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Options {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fmt: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) all: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) multi: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) charset: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    /// The requested pairs, `ID:PHONE`, with a comma or a line break after each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) ids: Option<String>,
}

impl Options {
    /// Returns the options of a query.
    pub(crate) fn of(query: &Query<'_>) -> Self {
        Self {
            fmt: Some(query.get_format() as u8),
            all: Some(query.get_detail() as u8),
            multi: Some(query.is_batch()),
            charset: Some(query.get_charset().name().to_owned()),
            kind: None,
            ids: None,
        }
    }

    /// Returns the query with these options; without a charset, with that one.
    pub(crate) fn query(&self, charset: Charset) -> Query<'static> {
        let format = self.fmt.and_then(|fmt| Format::try_from(fmt).ok()).unwrap_or(Format::Values);
        let detail = self.all.and_then(|all| Detail::try_from(all).ok()).unwrap_or(Detail::Status);
        let charset = self.charset.as_deref().and_then(Charset::from_name).unwrap_or(charset);
        let query = Query::new(format, detail).charset(charset).kind(self.kind());
        if self.multi == Some(true) { query.batch() } else { query }
    }

    fn kind(&self) -> MessageKind {
        match self.kind.as_deref() {
            Some("sms") => MessageKind::Sms,
            Some("hlr") => MessageKind::Hlr,
            Some("email") => MessageKind::Email,
            _ => MessageKind::Auto,
        }
    }

    /// Returns whether a query has every option that is set.
    pub(crate) fn allow(&self, query: &Query<'_>) -> bool {
        let Self { fmt, all, multi, charset, .. } = Self::of(query);
        (self.fmt.is_none() || self.fmt == fmt)
            && (self.all.is_none() || self.all == all)
            && (self.multi.is_none() || self.multi == multi)
            && (self.charset.is_none() || self.charset == charset)
    }

    /// Returns the requested pairs, and `None` if there are none. Fails if one of them is wrong.
    pub(crate) fn pairs(&self) -> Result<Option<Vec<(String, String)>>, &'static str> {
        let pairs = self.ids.as_deref().unwrap_or_default().split([',', '\n']).map(str::trim).filter(|pair| !pair.is_empty());
        let pairs: Option<Vec<_>> = pairs
            .map(|pair| {
                let (id, phone) = pair.split_once(':')?;
                let (id, phone) = (id.trim(), phone.trim());
                (MessageId::parse(id).is_some() && !phone.is_empty()).then(|| (id.to_owned(), phone.to_owned()))
            })
            .collect();
        pairs.map(|pairs| Some(pairs).filter(|pairs| !pairs.is_empty())).ok_or("ids")
    }
}
