//! Mutants of the core and the outcomes: the code with one fault in it, which a test has to detect.

use std::path::Path;

use crate::run::{Invocation, Step, cargo_tool, emptied, read, target_dir, write};

const VERSION: &str = "27.1.0";
const PACKAGES: [&str; 2] = ["--package=smsc-proto", "--package=sms-outcome"];
/// The crates whose tests the survivors run: the tests of the command include the cases of both
/// libraries.
const TESTS: [&str; 3] = ["--test-package=smsc-proto", "--test-package=sms-outcome", "--test-package=smsc-cli"];

/// Which mutants are tested.
#[derive(Debug, clap::Args)]
pub(crate) struct Which {
    /// The mutants of one file; may be repeated
    #[arg(long, value_name = "GLOB")]
    file: Vec<String>,
    /// One part of several: 0/4 to 3/4
    #[arg(long, value_name = "K/N")]
    shard: Option<String>,
}

/// Tests the mutants with the quick tests of .cargo/mutants.toml, and the survivors with every test
/// of both libraries and of the command.
pub(crate) fn steps(which: Which) -> Vec<Step> {
    vec![Step::check("mutants", move || {
        let output = target_dir().join("mutants");
        emptied(&output)?;
        let program = cargo_tool("cargo-mutants", VERSION)?;
        let mutants = || Invocation::new(&program).args(["mutants"]).args(PACKAGES);
        let run = || mutants().args(["--no-shuffle", "--jobs", "2", "--output"]).args([&output]);
        let files = which.file.iter().map(|file| format!("--file={file}"));
        let tried = run().args(files.chain(which.shard.iter().map(|shard| format!("--shard={shard}")))).run();
        let survivors = names(&output, "missed")?;
        if survivors.is_empty() {
            // Mutants that time out are detected as well, and make cargo-mutants fail.
            return if names(&output, "timeout")?.is_empty() { tried } else { Ok(()) };
        }
        println!("\n{} survived the quick tests; now with all", survivors.len());
        // --iterate skips the mutants in the list of those that were caught. Those that the
        // configuration excludes have to be in it, because the second run is without the
        // configuration.
        let all = mutants().args(["--no-config", "--list"]).output()?;
        let others: String =
            all.lines().filter(|name| !survivors.iter().any(|other| other == name)).flat_map(|name| [name, "\n"]).collect();
        write(output.join("mutants.out/caught.txt"), &others)?;
        let tried = run().args(["--iterate", "--no-config", "--all-features"]).args(TESTS).run();
        let outcomes = ["missed", "caught", "timeout", "unviable"].map(|outcome| names(&output, outcome).map(|names| names.len()));
        if outcomes.into_iter().sum::<Result<usize, _>>()? < survivors.len() {
            return tried;
        }
        let left = names(&output, "missed")?;
        if left.is_empty() {
            return Ok(());
        }
        Err(format!(
            "no test notices these; add a test, or exclude them in .cargo/mutants.toml with a reason:\n{}",
            left.join("\n")
        ))
    })]
}

/// Returns the mutants of an outcome, as cargo-mutants names them: `file:line:column: what was
/// done`.
fn names(output: &Path, outcome: &str) -> Result<Vec<String>, String> {
    let text = read(output.join("mutants.out").join(outcome).with_extension("txt"))?;
    Ok(text.lines().map(str::to_owned).collect())
}
