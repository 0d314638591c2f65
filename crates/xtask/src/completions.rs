//! The completions of the command, in the shells that Debian has. Those of bash are tested with the command.

use std::path::PathBuf;

use crate::built;
use crate::run::{Invocation, Step, emptied, target_dir, write};

/// Prints the function that completes `smsc`, once it is loaded.
const ZSH: &str = r#"
fpath=("$1" $fpath)
autoload -Uz compinit && compinit -u -d "$1/dump" && autoload +X _smsc && print -r -- "$_comps[smsc]"
"#;

/// Prints the completions of these words, and of a value.
const FISH: &str = r#"
source $argv[1]
complete --do-complete "smsc dec"
complete --do-complete "smsc decode --charset u"
"#;

/// Returns the checks of the completions.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        built::step(),
        Step::check("completions in zsh", || {
            let folder = script("zsh", "_smsc")?;
            printed("zsh", Invocation::new("zsh").args(["-f", "-c", ZSH, "zsh"]).args([folder]), "_smsc\n")
        }),
        Step::check("completions in fish", || {
            let file = script("fish", "smsc.fish")?.join("smsc.fish");
            let expected = "decode\tParse a reply and print it as a table or as JSON\nutf-8\n";
            printed("fish", Invocation::new("fish").args(["--no-config", "-c", FISH]).args([file]), expected)
        }),
    ]
}

/// Writes the script for a shell into a folder of its own, and returns the folder.
fn script(shell: &str, name: &str) -> Result<PathBuf, String> {
    let folder = target_dir().join("completions").join(shell);
    emptied(&folder)?;
    let script = Invocation::new(built::smsc()).args(["completions", shell]).env("LC_ALL", "C").output()?;
    write(folder.join(name), &script)?;
    Ok(folder)
}

/// Fails unless a shell prints this.
fn printed(shell: &str, command: Invocation, expected: &str) -> Result<(), String> {
    let printed = command.output()?;
    if printed == expected { Ok(()) } else { Err(format!("{shell} printed {printed:?}, not {expected:?}")) }
}
