//! The password of a server whose URL has none, from the places where psql looks for it.

use std::path::{Path, PathBuf};
use std::{env, fs, iter};

use crate::error::ErrorKind;

/// The host, the port, the database and the user of a connection: the first fields of a line.
pub(super) type Connection = [String; 4];

/// Returns the password of a connection: that in `PGPASSWORD`, or that in the first line for it in
/// the file `PGPASSFILE` or `~/.pgpass`.
pub(super) fn find(connection: &Connection) -> Result<Option<String>, ErrorKind> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(password) = set("PGPASSWORD") {
        // A password that is not UTF-8 cannot be in a URL either.
        return Ok(password.into_string().ok());
    }
    match set("PGPASSFILE").map(PathBuf::from).or_else(default_file) {
        Some(path) => in_file(&path, connection),
        None => Ok(None),
    }
}

fn default_file() -> Option<PathBuf> {
    if cfg!(windows) {
        return Some(PathBuf::from(env::var_os("APPDATA")?).join("postgresql").join("pgpass.conf"));
    }
    Some(env::home_dir()?.join(".pgpass"))
}

/// Returns the password in a file. A file that cannot be read has none.
fn in_file(path: &Path, connection: &Connection) -> Result<Option<String>, ErrorKind> {
    let Ok(bytes) = fs::read(path) else { return Ok(None) };
    let text = String::from_utf8_lossy(&bytes);
    let password = text.lines().find_map(|line| in_line(line, connection));
    if password.is_some() && is_open_to_others(path) { Err(ErrorKind::PasswordFile) } else { Ok(password) }
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|file| std::os::unix::fs::MetadataExt::mode(&file) & 0o077 != 0)
}

#[cfg(not(unix))]
const fn is_open_to_others(_path: &Path) -> bool {
    false
}

/// Returns the password of a line `host:port:database:user:password` that is for the connection.
fn in_line(line: &str, connection: &Connection) -> Option<String> {
    if line.starts_with('#') {
        return None;
    }
    let mut rest = line;
    for value in connection {
        let (field, after) = split(rest)?;
        if field != "*" && unescaped(field) != *value {
            return None;
        }
        rest = after;
    }
    Some(unescaped(rest))
}

/// Splits a line at its first colon that has no backslash before it.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let colon = line.find(|next| {
        let is_end = next == ':' && !is_escaped;
        is_escaped = next == '\\' && !is_escaped;
        is_end
    })?;
    Some((line.get(..colon)?, line.get(colon + 1..)?))
}

/// Removes the backslash before each character that has one.
fn unescaped(field: &str) -> String {
    let mut rest = field.chars();
    iter::from_fn(|| rest.next().and_then(|next| if next == '\\' { rest.next() } else { Some(next) })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection(host: &str) -> Connection {
        [host, "5432", "sms", "alex"].map(str::to_owned)
    }

    #[test]
    fn a_line_is_for_the_connections_that_its_fields_name() {
        let of = |line| in_line(line, &connection("db.example.org"));
        assert_eq!(of("db.example.org:5432:sms:alex:s3cret").as_deref(), Some("s3cret"));
        assert_eq!(of("*:*:*:*:a:b\\:c\\\\").as_deref(), Some("a:b:c\\"));
        for other in [
            "db:5432:sms:alex:s3cret",
            "*:5433:sms:alex:s3cret",
            "*:*:other:*:s3cret",
            "*:*:*:ale:s3cret",
            "\\*:*:*:*:s3cret",
            "#*:*:*:*:s3cret",
            "*:*:*:s3cret",
            "",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
        assert_eq!(in_line("\\:\\:1:*:*:*:s3cret", &connection("::1")).as_deref(), Some("s3cret"));
    }

    #[test]
    fn the_first_line_of_a_file_counts() {
        let path = env::temp_dir().join(format!("smsc-pgpass-{}", std::process::id()));
        fs::write(&path, b"# \xcf\xe0\xf0\xee\xeb\xfc\nlocalhost:*:*:*:k3y\r\n*:*:*:*:s3cret\n").unwrap();
        let of = |host| in_file(&path, &connection(host));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
            assert_eq!(of("localhost"), Err(ErrorKind::PasswordFile));
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        let found = [of("localhost"), of("other")];
        fs::remove_file(&path).unwrap();
        assert_eq!(found, [Ok(Some("k3y".to_owned())), Ok(Some("s3cret".to_owned()))]);
        assert_eq!(of("localhost"), Ok(None));
    }
}
