//! How a request becomes a URL and a body.

use core::fmt;

use crate::model::charset::Charset;
use crate::model::endpoint::Endpoint;
use crate::request::credentials::Credentials;
use crate::request::error::{RequestError, RequestErrorKind};
use crate::request::form::Form;
use crate::request::server::Server;

/// The content type of the body of a request.
pub const CONTENT_TYPE: &str = "application/x-www-form-urlencoded";

/// The maximum number of characters in the URL of a GET.
const MAX_URL: usize = 2000;

/// The parameters of a request. The trait is not exported, so that only this crate has requests.
pub trait Parameters {
    /// Returns the charset of the request and of its reply.
    fn charset(&self) -> Charset;

    /// Checks and writes the parameters, without the credentials.
    ///
    /// # Errors
    ///
    /// If a parameter is wrong, or the output rejects the bytes.
    fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError>;
}

/// A request to the service.
pub trait Request: Parameters {
    /// Returns the script that the request is for.
    fn endpoint(&self) -> Endpoint;

    /// Writes the URL to POST to, which has no parameters.
    ///
    /// # Errors
    ///
    /// If the output rejects the bytes.
    fn write_url(&self, server: &Server<'_>, out: &mut dyn fmt::Write) -> Result<(), RequestError> {
        server.write_url(self.endpoint(), out).map_err(|_| output())
    }

    /// Writes the body to POST.
    ///
    /// # Errors
    ///
    /// If the credentials or a parameter are wrong, or the output rejects the bytes. The output may
    /// then have a part of the body, which must not be sent.
    fn write_body(&self, credentials: &Credentials<'_>, out: &mut dyn fmt::Write) -> Result<(), RequestError> {
        let mut form = Form::new(out, self.charset());
        credentials.write(&mut form)?;
        self.write(&mut form)?;
        form.finish()
    }

    /// Returns the length of the body in bytes.
    ///
    /// # Errors
    ///
    /// As [`write_body`](Self::write_body).
    fn body_len(&self, credentials: &Credentials<'_>) -> Result<usize, RequestError> {
        let mut length = Length(0);
        self.write_body(credentials, &mut length)?;
        Ok(length.0)
    }

    /// Writes the URL to GET, which has all parameters, and with them the credentials.
    ///
    /// # Errors
    ///
    /// As [`write_body`](Self::write_body), and if the URL is longer than 2,000 characters; nothing
    /// is then written.
    fn write_get_url(
        &self,
        server: &Server<'_>,
        credentials: &Credentials<'_>,
        out: &mut dyn fmt::Write,
    ) -> Result<(), RequestError> {
        let mut length = Length(1);
        self.write_url(server, &mut length)?;
        self.write_body(credentials, &mut length)?;
        if length.0 > MAX_URL {
            let kind = RequestErrorKind::UrlTooLong { max: MAX_URL };
            return Err(RequestError::new(kind, "GET", "a POST, or fewer messages"));
        }
        self.write_url(server, out)?;
        out.write_char('?').map_err(|_| output())?;
        self.write_body(credentials, out)
    }
}

const fn output() -> RequestError {
    RequestError::new(RequestErrorKind::Output, "URL", "an output with enough room")
}

/// An output that counts bytes.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}
