//! The hosted workflows, .github/workflows: a linter, and tests that they agree with the project.

use crate::run::{Invocation, Step, python_tool};

/// A maintained fork of actionlint, whose Python package has the program in it.
const JACTIONLINT: &str = "2.3.0";

/// Checks the workflows for mistakes: syntax, expressions, names of jobs and runners, inputs of
/// actions, and what would let others run code or read the token.
pub(crate) fn lint() -> Vec<Step> {
    vec![Step::check("lints of the hosted workflows", || {
        let program = python_tool("jactionlint", JACTIONLINT)?;
        // The scripts in the workflows are a few commands; the programs that check scripts are not
        // installed.
        Invocation::new(program).args(["--strict-exit", "--shellcheck=", "--pyflakes="]).run()
    })]
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use crate::run::{list, read, root};
    use crate::{Cli, public_api, stability};

    fn workflows() -> Vec<String> {
        let files = list(&root().join(".github/workflows")).unwrap();
        assert!(!files.is_empty(), "the workflows are gone");
        files.iter().map(|file| read(file).unwrap()).collect()
    }

    /// Returns what follows `start` in each line that has it.
    fn after<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = &'t str> {
        text.lines().filter_map(move |line| Some(line.split_once(start)?.1))
    }

    #[test]
    fn every_command_of_a_workflow_exists() {
        let mut count = 0;
        for text in workflows().iter().chain([&read(".ci/run").unwrap()]) {
            for command in after(text, "cargo xtask ") {
                // A comment names commands as well, within backticks.
                let command =
                    command.split('`').next().unwrap().replace("${{ matrix.shard }}", "0").replace("${{ matrix.part }}", "heavy");
                let parsed = Cli::try_parse_from(["cargo xtask"].into_iter().chain(command.split(' ')));
                assert!(parsed.is_ok() || command == "…", "cargo xtask {command}: {}", parsed.unwrap_err());
                count += 1;
            }
        }
        assert!(count > 5, "{count} commands were found");
    }

    #[test]
    fn every_action_is_pinned_to_a_commit_and_names_its_version() {
        for text in workflows() {
            assert!(after(&text, "uses: ").count() > 0, "no action was found");
            for action in after(&text, "uses: ") {
                let (name, version) = action.split_once(" # v").unwrap_or_else(|| panic!("{action}: no version after it"));
                let commit = name.split_once('@').map_or("", |(_, commit)| commit);
                assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}: no full commit");
                assert_eq!(version.split('.').filter(|part| part.parse::<u32>().is_ok()).count(), 3, "{action}: no version");
            }
        }
    }

    #[test]
    fn the_compilers_are_those_of_the_project() {
        let workflow = read(".github/workflows/ci.yml").unwrap();
        let (_, rest) = workflow.split_once("\n  oldest:\n").expect("a job `oldest`");
        let oldest = rest.split("\n\n").next().unwrap();
        let installed: Vec<_> = after(oldest, "toolchain install ").map(|rest| rest.split(' ').next().unwrap()).collect();
        assert_eq!(installed, [stability::oldest_version().unwrap()]);
        for text in workflows() {
            let others: Vec<_> = after(&text, "RUSTUP_TOOLCHAIN: ").collect();
            assert_eq!(others, [public_api::COMPILER]);
        }
    }
}
