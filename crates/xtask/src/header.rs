//! `include/smsc_proto.h`, generated from the sources of bindings/c and the core's tables.

use std::fmt::Write as _;

use cbindgen::Config;
use smsc_proto::request::CONTENT_TYPE;
use smsc_proto::{ApiErrorCode, CodeName, ErrCode, ErrScope, MessageType, StatusCode};

use crate::run::{Step, read, root};

/// The path of the header in the project.
const HEADER: &str = "include/smsc_proto.h";

/// Writes the header.
pub(crate) fn write() -> Vec<Step> {
    vec![Step::check("the C header", || crate::run::write(HEADER, &text()?))]
}

/// Fails when the header is not that of the sources.
pub(crate) fn check() -> Step {
    Step::check("the C header is that of the sources", || {
        let committed = read(HEADER)?;
        let made = text()?;
        if committed == made {
            return Ok(());
        }
        let differs = committed.lines().zip(made.lines()).position(|(old, new)| old != new);
        let line = differs.unwrap_or(committed.lines().count().min(made.lines().count())) + 1;
        Err(format!("{HEADER} differs from the sources at line {line}; make it again with: cargo xtask header"))
    })
}

fn text() -> Result<String, String> {
    let package = root().join("bindings/c");
    let mut config = Config::from_file(package.join("cbindgen.toml"))?;
    config.after_includes = Some(format!("{CPP}\n{}{}{IS_MALFORMED}{COVERS}{}", versions()?, codes(), content_type()));
    let bindings = cbindgen::generate_with_config(&package, config).map_err(|error| error.to_string())?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// Stops a C++ compiler, whose program would fail to link much later.
const CPP: &str = "
#if defined(__cplusplus) && !defined(SMSC_PROTO_HPP)
#error \"C++ programs include smsc_proto.hpp, which includes this header with C linkage\"
#endif
";

/// The test that every loop over records needs.
const IS_MALFORMED: &str = "
/** Whether a result of a reader is an item that cannot be parsed: the next call continues after it. */
#define SMSC_IS_MALFORMED(result) ((result) >= 200 && (result) < 300)
";

/// The test that every program needs that uses a value of a push notification.
const COVERS: &str = "
/** Whether the signature of a smsc_callback covers a field (a smsc_callback_field): any other one may have been
 * changed on the way. */
#define SMSC_CALLBACK_COVERS(callback, field) ((((callback).covered >> (field)) & 1u) != 0)
";

/// Returns the content type of requests, for the preprocessor.
fn content_type() -> String {
    format!("\n/** The content type of the body of a request. */\n#define SMSC_REQUEST_CONTENT_TYPE \"{CONTENT_TYPE}\"\n")
}

/// Returns the version of bindings/c, for the preprocessor.
fn versions() -> Result<String, String> {
    let version = crate::c::version()?;
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    let [major, minor, patch] = parts[..] else { return Err(format!("{version} is not a version: it has to be three numbers")) };
    Ok(format!(
        "/** The version of this header, as text. */\n#define SMSC_VERSION \"{version}\"\n\
         /** The parts of the version. */\n#define SMSC_VERSION_MAJOR {major}\n#define SMSC_VERSION_MINOR {minor}\n#define SMSC_VERSION_PATCH {patch}\n\
         /** The version of this header as a number, to be compared with that of smsc_version_get_number. */\n\
         #define SMSC_VERSION_NUMBER {}\n",
        major * 1_000_000 + minor * 1_000 + patch
    ))
}

/// Returns the enums of the codes that have a name, from the core's tables.
fn codes() -> String {
    let tables: [(&str, &str, &[CodeName]); 5] = [
        ("smsc_status_code", "What became of a message. Other numbers are possible.", StatusCode::TABLE),
        (
            "smsc_err_code",
            "Why it was not delivered: SMS, calls, HLR. Other numbers are possible.",
            ErrCode::table(ErrScope::Phone),
        ),
        ("smsc_email_err_code", "Why it was not delivered: e-mail. Other numbers are possible.", ErrCode::table(ErrScope::Email)),
        ("smsc_api_error_code", "Why the server rejected a request. Other numbers are possible.", ApiErrorCode::TABLE),
        ("smsc_message_type", "What was sent. Other numbers are possible.", MessageType::TABLE),
    ];
    let mut text = String::new();
    for (name, about, rows) in tables {
        let prefix = name.trim_end_matches("_code").to_uppercase();
        let _ = write!(text, "\n/**\n * {about}\n */\ntypedef enum {name} {{\n");
        for row in rows {
            let _ = writeln!(text, "    /** {} */\n    {prefix}_{} = {},", row.en, row.ident, row.code);
        }
        let _ = writeln!(text, "}} {name};");
    }
    text
}
