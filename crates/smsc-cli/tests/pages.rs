//! The commands of the first pages print what the pages show.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

use std::path::{Path, PathBuf};
use std::process::Command;

use standin::{Home, Standin};

/// The commands that install something, or run what another language has built, are shown elsewhere as
/// well: the builds run them, or the tests of that language.
const ELSEWHERE: [&str; 6] = [
    "README.md",
    "crates/smsc-cli/README.md",
    "bindings/python/README.md",
    "bindings/php/README.md",
    "bindings/c/README.md",
    "bindings/c/tests/CMakeLists.txt",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(page: &str) -> String {
    std::fs::read_to_string(root().join(page)).unwrap()
}

/// A block of commands, with the output that is shown for it.
struct Block {
    commands: String,
    output: Option<String>,
}

impl Block {
    /// Returns whether the commands need `smsc` alone.
    fn is_run_here(&self) -> bool {
        self.output.is_some() && !["cc ", "cargo ", "python ", "php "].iter().any(|start| self.commands.starts_with(start))
    }
}

/// Returns the blocks of a page.
fn blocks(page: &str) -> Vec<Block> {
    let block = |text: &str| text.split_once("```").map(|(block, rest)| (block.to_owned(), rest.to_owned()));
    let parts = page.split("\n```sh\n").skip(1).filter_map(block);
    parts
        .map(|(commands, rest)| {
            let output = rest.strip_prefix("\n\n```text\n").and_then(block).map(|(output, _)| output);
            Block { commands, output }
        })
        .collect()
}

/// Runs the commands of a page in one shell, one block after the other, beside a copy of the examples.
/// Compares the output of each. The page's port may be taken, so another one is used.
fn assert_prints_what_is_shown(page: &str, least: usize) {
    const END: &str = "-- the end of a block --\n";
    let blocks = blocks(&read(page));
    let run: Vec<_> = blocks.iter().filter(|block| block.is_run_here()).collect();
    assert!(run.len() >= least, "{page}: {} blocks", run.len());
    let home = Home::new();
    let free = Standin::start(&home, "", &[]).address().to_owned();
    let script: String = run.iter().flat_map(|block| [&block.commands, "printf %s '", END, "'\n"]).collect();
    let script = script.replace("127.0.0.1:8125", &free).replace("smsc serve", &format!("smsc serve --listen {free}"));
    std::os::unix::fs::symlink(root().join("examples").canonicalize().unwrap(), home.path("examples")).unwrap();
    let mut command = bash(&home, &format!("{script}kill $(jobs -p) 2>/dev/null; true"));
    let output = command.output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8(output.stdout).unwrap();
    let printed: Vec<_> = printed.split_terminator(END).collect();
    assert_eq!(printed.len(), run.len(), "{page}: {errors}");
    for (block, printed) in run.iter().zip(printed) {
        assert_eq!(Some(printed), block.output.as_deref(), "{page}: {}: {errors}", block.commands);
    }
}

/// Returns a shell that finds the command of this build.
fn bash(home: &Home, script: &str) -> Command {
    let folder = Path::new(env!("CARGO_BIN_EXE_smsc")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.args(["-c", script]).env("PATH", path).env("HOME", home.path("")).env("LC_ALL", "C").current_dir(home.path(""));
    for name in ["SMSC_APIKEY", "SMSC_LOGIN", "SMSC_PASSWORD", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    command
}

#[test]
fn the_start_pages() {
    assert_prints_what_is_shown("docs/start.md", 4);
    assert_prints_what_is_shown("docs/ru/start.md", 4);
}

#[test]
fn the_pages_of_the_peers() {
    assert_prints_what_is_shown("docs/peers.md", 8);
}

#[test]
fn the_pages_for_those_who_move() {
    assert_prints_what_is_shown("docs/migration.md", 1);
    assert_prints_what_is_shown("docs/ru/migration.md", 1);
}

#[test]
fn other_commands_are_those_of_the_readmes() {
    let elsewhere: String = ELSEWHERE.map(read).concat();
    for page in ["docs/start.md", "docs/ru/start.md", "docs/migration.md", "docs/ru/migration.md"] {
        for block in blocks(&read(page)).iter().filter(|block| block.output.is_none()) {
            for line in block.commands.lines() {
                assert!(elsewhere.contains(line), "{page}: {line}");
            }
        }
    }
}
