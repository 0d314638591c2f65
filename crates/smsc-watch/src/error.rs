//! Errors of the store.

use std::{fmt, io};

use smsc_proto::WriteError;

/// An error of the store: where, and what. The text has no password, phone or text of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    place: String,
    kind: ErrorKind,
}

/// The kind of an error of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file is no SQLite database.
    NotADatabase,
    /// The database belongs to another program.
    OtherProgram,
    /// The database was written by a newer version of this program.
    Newer {
        /// The version of the schema in the database.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The database is damaged, or a value in it was changed to one that it cannot have.
    Damaged,
    /// The disk is full, or the database has reached its greatest size.
    Full,
    /// Another watcher follows the messages of the file.
    Watched {
        /// The process of the other watcher, if it is known.
        process: Option<u32>,
    },
    /// Another program was writing to the database for too long.
    Busy,
    /// The file may not be read or written.
    Permission,
    /// The file, or its folder, cannot be opened, read or written.
    File(io::ErrorKind),
    /// A record has a value that cannot be stored.
    Record(WriteError),
    /// The program was built without PostgreSQL.
    NoPostgres,
    /// The URL cannot be used. The text says why, and contains no part of the URL.
    Url(&'static str),
    /// The server of PostgreSQL cannot be reached, or does not answer.
    Unreachable,
    /// No encrypted connection to PostgreSQL could be made.
    Tls,
    /// PostgreSQL refuses the user or the password.
    Authentication,
    /// Other users can read the file with the password for PostgreSQL.
    PasswordFile,
    /// PostgreSQL has no database of this name.
    NoDatabase,
    /// The connection to PostgreSQL was lost.
    ConnectionLost,
    /// The claim of this watcher had expired, so that others may follow the messages.
    Expired,
    /// The database reports an error of another kind, with this code.
    Database(String),
}

impl Error {
    pub(crate) const fn new(place: String, kind: ErrorKind) -> Self {
        Self { place, kind }
    }

    /// Returns the place of the store: the file, or the server and the database.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> &ErrorKind {
        &self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::NotADatabase => "not an SQLite database: name another file",
            Self::OtherProgram => "a database of another program: name another file",
            Self::Newer { found, known } => {
                return write!(
                    f,
                    "a database of version {found}, and this program knows versions up to {known}: use a newer version of the program"
                );
            }
            Self::Damaged => {
                "the database is damaged: restore a copy of it (of a file, the command .recover of sqlite3 saves what is readable)"
            }
            Self::Full => "the disk is full: nothing of this step was stored; make room and repeat it",
            Self::Watched { process: Some(process) } => {
                return write!(f, "process {process} follows these messages already: stop it, or name another file");
            }
            Self::Watched { process: None } => "another process follows these messages already: stop it, or name another file",
            Self::Busy => "another program was writing to the database for too long: nothing of this step was stored; repeat it",
            Self::Permission => {
                "no permission to read and write the database (or, for a file, its folder): change the permissions, or the user"
            }
            Self::File(io::ErrorKind::NotFound) => "the folder does not exist: make it, or name another file",
            Self::File(io::ErrorKind::IsADirectory) => "expected a file, found a folder: name a file",
            Self::File(kind) => return write!(f, "the file cannot be read or written: {kind}"),
            Self::Record(error) => return write!(f, "a record cannot be stored: {error}"),
            Self::NoPostgres => "this program was built without PostgreSQL: name a file, or build with the feature postgres",
            Self::Url(reason) => return write!(f, "the URL cannot be used: {reason}"),
            Self::Unreachable => "the server cannot be reached: check its name and port, that it runs, and the network",
            Self::Tls => {
                "no encrypted connection: the server has none, or its certificate is not trusted or of another name; add its CA to \
                 those of the system, or write sslmode=disable in the URL if the network is safe"
            }
            Self::Authentication => {
                "the server refuses the user or the password: check the user, the password (in PGPASSWORD, ~/.pgpass or the URL), \
                 and pg_hba.conf"
            }
            Self::PasswordFile => {
                "other users can read the file with the password, ~/.pgpass or PGPASSFILE: change its permissions with chmod 600"
            }
            Self::NoDatabase => "the server has no database of this name: create it with createdb, or change the URL",
            Self::ConnectionLost => {
                "the connection was lost: what the last step stored is unknown; repeat it, which does no harm if it was stored"
            }
            Self::Expired => "the claim has expired, and others may follow the messages: claim again",
            Self::Database(code) => return write!(f, "the database reports error {code}"),
        };
        f.write_str(text)
    }
}

impl std::error::Error for Error {}

impl From<WriteError> for ErrorKind {
    fn from(error: WriteError) -> Self {
        Self::Record(error)
    }
}

impl From<io::Error> for ErrorKind {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Permission,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            kind => Self::File(kind),
        }
    }
}
