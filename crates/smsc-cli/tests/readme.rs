//! The commands of the READMEs print the output that the READMEs show.

use std::path::Path;
use std::process::{Command, Output};

/// Returns the command after `prompt` in a README, and the output that is shown for it.
fn shown(readme: &str, prompt: &str) -> (String, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join(readme)).unwrap();
    let (_, rest) = readme.split_once(prompt).expect("a command of the README");
    let (command, rest) = rest.split_once("\n```").unwrap();
    let (_, rest) = rest.split_once("```text\n").unwrap();
    let (output, _) = rest.split_once("```").unwrap();
    (command.to_owned(), output.to_owned())
}

fn assert_prints(output: &Output, expected: &str) {
    assert!(output.status.success());
    assert_eq!(std::str::from_utf8(&output.stdout).unwrap(), expected);
}

#[test]
fn the_project_shows_the_table_of_its_example() {
    let (args, expected) = shown("README.md", "\ncargo run --release -- ");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert_prints(&Command::new(env!("CARGO_BIN_EXE_smsc")).args(args.split(' ')).current_dir(root).output().unwrap(), &expected);
}

#[test]
#[cfg(unix)]
fn the_package_shows_the_table_of_its_example() {
    let (command, expected) = shown("crates/smsc-cli/README.md", "\n```sh\necho ");
    let command = format!("echo {}", command.replace("| smsc", "| \"$SMSC\""));
    let output = Command::new("sh").args(["-c", &command]).env("SMSC", env!("CARGO_BIN_EXE_smsc")).output().unwrap();
    assert_prints(&output, &expected);
}
