//! Writes the man pages of the command into a folder:
//! `cargo run --package smsc-cli --example man -- target/man`.

use std::path::{Path, PathBuf};
use std::{fs, io};

fn main() -> io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("expected a folder"));
    };
    write(&folder)
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    clap_mangen::generate_to(smsc_cli::command(), folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "1") {
            let page = fs::read_to_string(&path)?;
            fs::write(&path, with_examples(&page))?;
        }
    }
    Ok(())
}

/// Names the section of examples, and keeps its lines as they are.
fn with_examples(page: &str) -> String {
    let Some((before, after)) = page.split_once(".SH EXTRA\nExamples:\n") else { return page.to_owned() };
    let (examples, rest) = after.split_once("\n.SH").map_or((after, String::new()), |(own, rest)| (own, format!("\n.SH{rest}")));
    format!("{before}.SH EXAMPLES\n.nf\n{}\n.fi{rest}\n", examples.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_page_with_its_examples() {
        let folder = std::env::temp_dir().join(format!("smsc-man-{}", std::process::id()));
        write(&folder).unwrap();
        for command in smsc_cli::command().get_subcommands() {
            let name = format!("smsc-{}.1", command.get_name());
            if command.get_name() == "help" {
                continue;
            }
            let page = fs::read_to_string(folder.join(&name)).unwrap();
            let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert_eq!(page.contains(".SH EXAMPLES\n"), !examples.is_empty(), "{name}");
            assert!(!page.contains(".SH EXTRA"), "{name}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
