//! Writes the man pages of the command into a folder, without the commit that a build is of:
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
    clap_mangen::generate_to(smsc_cli::command().long_version(None), folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "1") {
            let page = fs::read_to_string(&path)?;
            let page = with_exit_status(&with_examples(&page));
            let more = if path.file_name().is_some_and(|name| name == "smsc.1") { OF_ALL } else { "" };
            fs::write(&path, format!("{page}{more}"))?;
        }
    }
    Ok(())
}

/// The sections of the first page about what all commands have in common.
const OF_ALL: &str = r#".SH "EXIT STATUS"
.TP
0
All that was asked for was done.
.TP
1
Something was malformed, unknown or refused, or the service did not answer.
.TP
2
The usage was wrong, or a file could not be read or written.
.PP
The page of each command says when.
.SH FILES
.TP
\fI~/.config/smsc/config.toml\fR
Credentials, hosts, and the table [reply] with the options of replies that hold if they are not passed. Below
\fBXDG_CONFIG_HOME\fR if that is set.
.SH ENVIRONMENT
.TP
\fBSMSC_APIKEY\fR, or \fBSMSC_LOGIN\fR and \fBSMSC_PASSWORD\fR
Credentials of the account.
.TP
\fBSMSC_CALLBACK_SECRET\fR
The secret of push notifications.
.TP
\fBLC_ALL\fR, \fBLC_MESSAGES\fR, \fBLANG\fR
The language of the output, without \fB\-\-lang\fR.
.TP
\fBNO_COLOR\fR
No colours, without \fB\-\-color\fR.
"#;

/// Makes a section of the paragraph about the exit status, which is the last of the description.
fn with_exit_status(page: &str) -> String {
    let Some((before, after)) = page.split_once("\n.PP\nExit status: ") else { return page.to_owned() };
    let (status, rest) = after.split_once("\n.SH").unwrap_or((after, ""));
    let mut letters = status.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    let status: String = first.chain(letters).collect();
    format!("{before}\n.SH{rest}\n.SH \"EXIT STATUS\"\n{}\n", status.trim_end())
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
            assert_eq!(page.matches(".SH \"EXIT STATUS\"\n").count(), 1, "{name}");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
