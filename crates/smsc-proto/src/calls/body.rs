//! The body of a reply to a call: what is no reply at all (R49), API errors (R11), and objects.

use super::object::Object;
use crate::error::{BodyKind, Error, ErrorKind, Fail, end_of};
use crate::lines::api_error;
use crate::lines::window::without_line_end;
use crate::model::api_error::ApiError;
use crate::model::charset::Charset;
use crate::model::query::{Detail, Format, Query};
use crate::model::text::Text;
use crate::reply::{self, BYTE_ORDER_MARK};
use crate::trees::syntax::{skip_space, trailing_bytes};
use crate::trees::{json, xml};

/// The body of a reply, in the format and the charset of its query.
#[derive(Clone, Copy)]
pub(super) struct Body<'a> {
    /// The bytes after the byte order mark.
    pub(super) bytes: &'a [u8],
    start: usize,
    format: Format,
    charset: Charset,
}

impl<'a> Body<'a> {
    pub(super) fn new(body: &'a [u8], format: Format, charset: Charset) -> Self {
        let bytes = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        Self { bytes, start: body.len().saturating_sub(bytes.len()), format, charset }
    }

    /// Returns the body without the line end that may follow a reply of fmt 0 or 1.
    pub(super) fn line(&self) -> &'a [u8] {
        without_line_end(self.bytes)
    }

    /// Returns bytes of the body as a text.
    pub(super) const fn text(&self, bytes: &'a [u8]) -> Text<'a> {
        Text::new(bytes, self.charset).escaped(self.format.escape())
    }

    /// Returns the error of a failure in the body.
    pub(super) fn error(&self, fail: Fail<'a>) -> Error {
        Error::new(fail, self.bytes, self.start)
    }

    /// Returns the error of a failure in an element of the body.
    pub(super) fn error_in(&self, fail: Fail<'a>, element: &'a [u8]) -> Error {
        let offset = element.as_ptr().addr().wrapping_sub(self.bytes.as_ptr().addr()).min(self.bytes.len());
        let start = self.start.saturating_add(offset);
        Error::in_span(fail, self.bytes, self.start, start..start.saturating_add(element.len()))
    }

    /// Returns the error of a body that is no reply at all.
    pub(super) fn not_a_reply(&self) -> Error {
        reply::not_a_reply(&self.query(), self.kind(), None, self.start)
    }

    /// Returns what the body looks like.
    fn kind(&self) -> BodyKind {
        reply::body_kind(&self.query(), self.bytes)
    }

    const fn query(&self) -> Query<'static> {
        Query::new(self.format, Detail::Status)
    }

    /// Returns whether the body can be a line of fmt 0 or 1 by its first byte.
    pub(super) fn is_line(&self) -> bool {
        !matches!(self.kind(), BodyKind::Empty | BodyKind::Markup | BodyKind::Json)
    }

    /// Parses an API error of fmt 0 or 1. Returns `None` if the body is something else.
    pub(super) fn line_error(&self) -> Option<Result<ApiError<'a>, Error>> {
        api_error::parse(self.format, self.charset, self.line()).map(|error| error.map_err(|fail| self.error(fail)))
    }

    /// Creates an object whose input starts here.
    pub(super) const fn object<const N: usize>(&self, names: &'static [&'static str; N], start: &'a [u8]) -> Object<'a, N> {
        Object::new(names, self.charset, self.format.escape(), start)
    }

    /// Parses the object of JSON that is the whole body.
    pub(super) fn json<const N: usize>(&self, names: &'static [&'static str; N]) -> Result<Object<'a, N>, Error> {
        let Some(start) = skip_space(self.bytes).strip_prefix(b"{") else { return Err(self.not_a_reply()) };
        let mut object = self.object(names, start);
        let rest = json::members(start, &mut |name, value, at| object.set(name, value, at)).map_err(|fail| self.error(fail))?;
        let rest = skip_space(rest);
        if rest.is_empty() { Ok(object) } else { Err(self.error(trailing_bytes(rest))) }
    }

    /// Parses the element of XML that is the whole body. A result without children, such as that of
    /// a deletion, is no reply.
    pub(super) fn xml(&self) -> Result<xml::Root<'a>, Error> {
        let root = xml::root(self.bytes).map_err(|fail| self.error(fail))?;
        root.filter(|root| root.has_children || root.name != b"result").ok_or_else(|| self.not_a_reply())
    }

    /// Parses the children of an element.
    pub(super) fn children<const N: usize>(
        &self,
        names: &'static [&'static str; N],
        root: &xml::Root<'a>,
    ) -> Result<Object<'a, N>, Error> {
        let mut object = self.object(names, self.bytes);
        xml::children(root, &mut |name, value, at| object.set(name, value, at)).map_err(|fail| self.error(fail))?;
        Ok(object)
    }

    /// Returns the API error that an object is, without its id. Returns `None` if the object is
    /// something else.
    pub(super) fn api_error<const N: usize>(&self, object: &Object<'a, N>) -> Result<Option<ApiError<'a>>, Error> {
        if object.is_foreign() {
            return Err(self.not_a_reply());
        }
        if !object.is_api_error() {
            return Ok(None);
        }
        object.api_error().map(Some).map_err(|fail| self.error(fail))
    }

    /// Parses a reply of fmt 0, 1 or 2 whose success is in an unknown form, so that only an API
    /// error can be read.
    pub(super) fn only_error(&self, expected: &'static str) -> Result<ApiError<'a>, Error> {
        if self.format == Format::Xml {
            let root = self.xml()?;
            let object = if root.name == b"result" { Some(self.children(&[], &root)?) } else { None };
            let error = object.and_then(|object| self.api_error(&object).transpose());
            return error.unwrap_or_else(|| Err(self.unsupported(expected, self.bytes)));
        }
        if let Some(error) = self.line_error() {
            return error;
        }
        // Other texts, such as those of a gateway, are no list of values.
        let has_values = self.line().contains(&b',');
        if self.is_line() && has_values { Err(self.unsupported(expected, self.bytes)) } else { Err(self.not_a_reply()) }
    }

    /// Returns the error of a reply in an unknown form, which starts here.
    pub(super) fn unsupported(&self, expected: &'static str, at: &'a [u8]) -> Error {
        self.error(Fail::new(ErrorKind::Unsupported, expected, at))
    }

    /// Returns the empty input after the body.
    pub(super) fn end(&self) -> &'a [u8] {
        end_of(self.bytes)
    }
}
