//! The README's first command prints the output that the README shows.

use std::path::Path;
use std::process::Command;

#[test]
fn the_shown_output_is_printed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (_, rest) = readme.split_once("\ncargo run --release -- ").expect("a command of the README");
    let (command, rest) = rest.split_once("\n```").unwrap();
    let (_, rest) = rest.split_once("```text\n").unwrap();
    let (shown, _) = rest.split_once("```").unwrap();

    let output = Command::new(env!("CARGO_BIN_EXE_smsc")).args(command.split(' ')).current_dir(root).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), shown);
}
