//! No output has the secrets of an account or of a handler: no result, no error, no usage.

use std::path::Path;
use std::process::{Command, Output, Stdio};

const SECRET: &str = "s3cret-of-the-handler";
const KEY: &str = "s3cret-key";
const PASSWORD: &str = "s3cret-password";
const STATUS: &str = "id=101&phone=79990000001&status=1&sha1=12aae4326965653e1d32e74ee2feb0d845ca2e67";

/// Runs the command with secrets in the environment.
fn run(args: &[&str], lang: &str, file: &str) -> Output {
    let args: Vec<_> = args.iter().map(|argument| argument.replace("FILE", file)).collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
    command.env("LC_ALL", lang).env("SMSC_CALLBACK_SECRET", SECRET).env("SMSC_LOGIN", "user").env("SMSC_PASSWORD", PASSWORD);
    command.env("SMSC_APIKEY", KEY).args(&args).stdin(Stdio::null()).output().unwrap()
}

/// Creates a file that only its owner can read, and returns its path.
fn private_file(name: &str, body: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("secrets-{name}"));
    std::fs::write(&file, body).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    }
    file.to_str().unwrap().to_owned()
}

#[test]
fn nothing_that_is_printed_has_a_secret() {
    let body = private_file("body", STATUS);
    let secret = private_file("secret", SECRET);
    let credentials = private_file("credentials", &format!("login = \"user\"\npassword = \"{PASSWORD}\"\n"));
    let sent = private_file("sent", "{\"id\":5,\"cnt\":1,\"balance\":\"1\"}");
    let secret_file = ["--secret-file", &secret];
    let uses: &[&[&str]] = &[
        &["verify-callback", "FILE"],
        &["verify-callback", "FILE", "--json"],
        &["verify-callback", "FILE", "--unverified"],
        &["verify-callback", "FILE", secret_file[0], secret_file[1]],
        &["verify-callback", "FILE", "--format", "json"],
        &["verify-callback", "FILE", "--format", "nosuch"],
        &["verify-callback", "FILE", "--secret", SECRET],
        &["verify-callback", "FILE", &format!("--secret={SECRET}")],
        &["verify-callback", "FILE", "--secret-file", SECRET],
        &["verify-callback", "FILE", SECRET],
        &["verify-callback", "FILE", "--secret-file", "/"],
        &["verify-callback", "no-such-file"],
        &["verify-callback"],
        &["verify-callback", "--help"],
        &["verify-callback", "--nosuch"],
        &["help", "verify-callback"],
        // The secret as the body, by mistake.
        &["verify-callback", &secret],
        &["verify-callback", &secret, "--json", "--format", "xml"],
        &["listen", SECRET],
        &["listen", "--secret", SECRET],
        &["listen", "--secret-file", SECRET],
        &["listen", "--secret-file", "/"],
        &["listen", "--path", &format!("/smsc?sha1={SECRET}")],
        &["listen", "--listen", "nowhere"],
        &["listen", "--port", "0", "--out", "/dev/null"],
        &["listen", "--help"],
        &["decode", "--reply", "send", &sent],
        &["decode", "--reply", "send", &sent, "--json"],
        &["decode", "--reply", "balance", &secret],
        &["decode", "--reply", "balance", &credentials, "--json"],
        &["decode", "--reply", "balance", "--all", "1"],
        &["decode", "--help"],
        &["request", "balance"],
        &["request", "balance", "--json"],
        &["request", "balance", "--credentials", &credentials],
        &["request", "balance", "--credentials", &secret],
        &["request", "balance", "--credentials", KEY],
        &["request", "balance", &format!("--apikey={KEY}")],
        &["request", "balance", "--password", PASSWORD],
        &["request", "--help"],
    ];
    let mut printed = 0;
    for lang in ["C", "ru_RU.UTF-8", "fr_FR.UTF-8"] {
        for args in uses {
            let output = run(args, lang, &body);
            for stream in [&output.stdout, &output.stderr] {
                let text = String::from_utf8_lossy(stream);
                for secret in [SECRET, KEY, PASSWORD] {
                    assert!(!text.contains(secret), "{lang} {args:?}: {text}");
                }
                printed += text.len();
            }
            assert!(!output.stdout.is_empty() || !output.stderr.is_empty(), "{args:?}");
        }
    }
    assert!(printed > 10_000, "{printed}");
    // The masks hide what is there.
    let shown = run(&["request", "balance", "--show-secrets"], "C", &body);
    assert!(String::from_utf8_lossy(&shown.stdout).contains(KEY));
}
