//! Completions, the version and colours.

mod common;
#[path = "common/folder.rs"]
mod folder;

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use common::smsc;
use folder::Folder;

fn text(args: &[&str]) -> String {
    let output = smsc(args, b"");
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns what bash completes the last word with.
fn completed(script: &str, words: &[&str]) -> Vec<String> {
    let complete = format!(
        "{script}\nCOMP_WORDS=({}); COMP_CWORD={}; _smsc smsc \"{}\" \"{}\"; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.join(" "),
        words.len() - 1,
        words.last().unwrap(),
        words.iter().rev().nth(1).unwrap(),
    );
    let output = Command::new("bash").args(["--norc", "-c", &complete]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_values() {
    let script = text(&["completions", "bash"]);
    assert_eq!(completed(&script, &["smsc", "dec"]), ["decode"]);
    assert_eq!(completed(&script, &["smsc", "decode", "--no-m"]), ["--no-multi"]);
    assert_eq!(completed(&script, &["smsc", "decode", "--charset", "u"]), ["utf-8"]);
    assert_eq!(completed(&script, &["smsc", "--color", ""]), ["auto", "always", "never"]);
}

#[test]
fn every_shell_has_a_script_with_every_command() {
    let help = text(&["--help"]);
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let names = commands.lines().take_while(|line| !line.is_empty());
    let names: Vec<_> =
        names.filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).filter(|name| !name.is_empty()).collect();
    assert!(names.contains(&"decode") && names.contains(&"completions"), "{names:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = text(&["completions", shell]);
        for name in &names {
            assert!(script.contains(name), "{shell}: {name}");
        }
    }
    assert_eq!(smsc(&["completions", "cmd"], b"").status.code(), Some(2));
    assert_eq!(smsc(&["completions"], b"").status.code(), Some(2));
}

#[test]
fn the_long_version_names_the_commit_and_the_features() {
    let short = text(&["-V"]);
    assert_eq!(short, format!("smsc {}\n", env!("CARGO_PKG_VERSION")));
    let long = text(&["--version"]);
    let lines: Vec<_> = long.lines().collect();
    let [version, commit, features] = lines[..] else { panic!("{long}") };
    assert_eq!(version, short.trim_end());
    assert!(commit.strip_prefix("commit: ").is_some_and(|commit| !commit.is_empty()), "{commit}");
    let wanted =
        [("convert", cfg!(feature = "convert")), ("postgres", cfg!(feature = "postgres")), ("report", cfg!(feature = "report"))];
    let on: Vec<_> = wanted.into_iter().filter_map(|(name, is_on)| is_on.then_some(name)).collect();
    assert_eq!(features.strip_prefix("features: "), Some(if on.is_empty() { "none".to_owned() } else { on.join(", ") }.as_str()));
}

#[test]
fn colours_are_those_of_the_option() {
    let coloured = |args: &[&str]| smsc(&[&["explain", "20", "1"], args].concat(), b"").stdout.contains(&b'\x1b');
    assert!(!coloured(&[]) && !coloured(&["--color", "auto"]) && !coloured(&["--color=never"]));
    assert!(coloured(&["--color", "always"]) && coloured(&["--color=ALWAYS"]));
    let help = |args: &[&str]| smsc(args, b"").stdout.contains(&b'\x1b');
    assert!(help(&["--color", "always", "--help"]) && !help(&["--help"]));
    let wrong = |args: &[&str]| smsc(args, b"").stderr.contains(&b'\x1b');
    assert!(wrong(&["decode", "--color", "always", "--nosuch"]) && !wrong(&["decode", "--nosuch"]));
}

#[test]
fn options_of_the_configuration_hold_if_none_is_passed() {
    let home = Folder::new("defaults");
    fs::create_dir(home.path("smsc")).unwrap();
    let decoded = |config: &str, args: &[&str], input: &[u8]| {
        let file = home.file("smsc/config.toml", config.as_bytes());
        #[cfg(unix)]
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
        command.args(args).env("XDG_CONFIG_HOME", home.path("")).env("LC_ALL", "C");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let line = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Привет, мир,,0";
    let passed = decoded("", &["decode", "--json", "--fmt", "1", "--all", "1", "--charset", "utf-8"], line.as_bytes());
    assert!(passed.1.contains("\"message\":\"Привет, мир\""), "{passed:?}");
    let config = "[reply]\nfmt = 1\nall = 1\ncharset = 'utf-8'\n";
    assert_eq!(decoded(config, &["decode", "--json"], line.as_bytes()), passed);
    // An option that is passed counts, and a guess has nothing of the configuration.
    let json = br#"{"status":1,"last_date":"10.10.2025 10:10:10","last_timestamp":1760080210}"#;
    let other = ["decode", "--json", "--fmt", "3", "--all", "0"];
    assert_eq!(decoded(config, &other, json), decoded("", &other, json));
    let guess = ["decode", "--json", "--guess"];
    assert_eq!(decoded(config, &guess, json), decoded("", &guess, json));
    // A batch, unless the option says otherwise.
    let batch = b"1,1760080210,0,5,79990000001\n1,1760080211,0,6,79990000002\n";
    let multi = "[reply]\nmulti = true\n";
    assert_eq!(decoded(multi, &["decode"], batch), decoded("", &["decode", "--multi"], batch));
    assert_eq!(decoded(multi, &["decode", "--no-multi"], batch), decoded("", &["decode"], batch));
    // Replies of other scripts have their own format.
    let balance = br#"{"balance":"10.00"}"#;
    let of_balance = ["decode", "--reply", "balance", "--json"];
    assert_eq!(decoded(config, &of_balance, balance), decoded("", &of_balance, balance));
    for command in [&["merge", "--json"][..], &["convert", "--to-fmt", "3", "--from-fmt", "1", "--to-charset", "utf-8"]] {
        let with_options = [command, &["--all", "1", "--charset", "utf-8"]].concat();
        assert_eq!(decoded(config, command, line.as_bytes()), decoded("", &with_options, line.as_bytes()), "{command:?}");
    }
    let (status, output, message) = decoded("[reply]\nall = 7\n", &["decode"], b"1,1,0");
    assert_eq!((status, output.as_str()), (Some(2), ""));
    // The folder's name has digits.
    let message = message.replace(&home.path(""), "");
    assert!(message.contains("line 2") && !message.contains('7'), "{message}");
}
