//! Mutants of the core and the outcomes: the code with one thing wrong in it, which a test has to notice.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Invocation, Step, root, target_dir};
use crate::tools::cargo_tool;

const VERSION: &str = "27.1.0";
const PACKAGES: [&str; 2] = ["smsc-proto", "sms-outcome"];
/// Whose tests the survivors are put to: those of the command run the cases of both.
const TESTS: [&str; 3] = ["smsc-proto", "sms-outcome", "smsc-cli"];
/// The survivors that have a reason.
const EXCUSED: &str = "docs/mutants.md";

/// Which mutants are tried.
#[derive(Debug, clap::Args)]
pub(crate) struct Which {
    /// Those of a file alone; may be given several times
    #[arg(long, value_name = "GLOB")]
    file: Vec<String>,
    /// One part of several: 0/4 to 3/4
    #[arg(long, value_name = "K/N")]
    shard: Option<String>,
}

/// Tries them the quick way of .cargo/mutants.toml, and the survivors once more with every test of both and of the command.
pub(crate) fn steps(which: Which) -> Vec<Step> {
    vec![Step::check("mutants", move || {
        let output = target_dir().join("mutants");
        let output = std::path::absolute(root().join(output)).map_err(|error| error.to_string())?;
        let program = cargo_tool("cargo-mutants", VERSION)?;
        let _ = fs::remove_dir_all(&output);
        let run = |options: Vec<String>| {
            let command = Invocation::new(&program).args(["mutants", "--no-shuffle", "--jobs", "2", "--output"]).args([&output]);
            command.args(PACKAGES.map(|package| format!("--package={package}"))).args(options).run()
        };
        let files = which.file.iter().map(|file| format!("--file={file}"));
        let tried = run(files.chain(which.shard.iter().map(|shard| format!("--shard={shard}"))).collect());
        let survivors = names(&output, "missed")?;
        if survivors.is_empty() {
            // Mutants that never end are noticed as well, and make it fail.
            return if names(&output, "timeout")?.is_empty() { tried } else { Ok(()) };
        }
        println!("\n{} survived the quick tests; now with all", survivors.len());
        // It leaves out what it finds in its list of those that were caught.
        let all = Invocation::new(&program)
            .args(["mutants", "--list"])
            .args(PACKAGES.map(|package| format!("--package={package}")))
            .output()?;
        let others: String =
            all.lines().filter(|name| !survivors.iter().any(|other| other == name)).flat_map(|name| [name, "\n"]).collect();
        let caught = output.join("mutants.out/caught.txt");
        fs::write(&caught, others).map_err(|error| format!("{}: {error}", caught.display()))?;
        let options = ["--iterate", "--no-config", "--all-features"].map(str::to_owned).into_iter();
        let tried = run(options.chain(TESTS.map(|package| format!("--test-package={package}"))).collect());
        let outcomes = ["missed", "caught", "timeout", "unviable"].map(|outcome| names(&output, outcome).map(|names| names.len()));
        if outcomes.into_iter().sum::<Result<usize, _>>()? < survivors.len() {
            return tried;
        }
        let excused = fs::read_to_string(root().join(EXCUSED)).map_err(|error| format!("{EXCUSED}: {error}"))?;
        let left = unexcused(&names(&output, "missed")?, &excused);
        if left.is_empty() {
            return Ok(());
        }
        Err(format!("no test notices these, and {EXCUSED} does not say why none could:\n{}", left.join("\n")))
    })]
}

/// The mutants of an outcome, as cargo-mutants names them: `file:line:column: what was done`.
fn names(output: &Path, outcome: &str) -> Result<Vec<String>, String> {
    let path: PathBuf = output.join("mutants.out").join(outcome).with_extension("txt");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Those that have no line of their own. Lines and columns change too often to be written down, so two of one name need two lines.
fn unexcused(survivors: &[String], excused: &str) -> Vec<String> {
    let mut lines: Vec<&str> = excused.lines().collect();
    let is_left = |name: &&String| {
        let (place, what) = name.split_once(": ").unwrap_or((name, ""));
        let file = place.split(':').next().unwrap_or(place);
        let file = file.strip_prefix("crates/").unwrap_or(file);
        let wanted = format!("- {file}: `{what}`");
        match lines.iter().position(|line| line.starts_with(&wanted)) {
            Some(at) => {
                lines.remove(at);
                false
            }
            None => true,
        }
    };
    survivors.iter().filter(is_left).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_excuses_one() {
        let survivor = |line: u32| format!("crates/smsc-proto/src/text.rs:{line}:9: replace < with <= in Text::len");
        let excused = "- smsc-proto/src/text.rs: `replace < with <= in Text::len`: the same\n";
        assert!(unexcused(&[survivor(1)], excused).is_empty());
        assert_eq!(unexcused(&[survivor(1), survivor(2)], excused), [survivor(2)]);
        assert_eq!(unexcused(&[survivor(1)], ""), [survivor(1)]);
    }
}
