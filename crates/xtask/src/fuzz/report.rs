//! What libFuzzer says of a run, and the table of all runs.

/// How a run went.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) target: String,
    executions: u64,
    coverage: u64,
    features: u64,
    corpus: String,
    /// What it found, if anything, with the last lines of its log.
    pub(crate) fault: Option<String>,
}

impl Figures {
    /// From the log of a run, and whether it ended well.
    pub(crate) fn of(target: &str, log: &str, is_good: bool) -> Self {
        let last = log.lines().rfind(|line| line.contains(" cov: ")).unwrap_or_default();
        let behind = |name: &str| word_behind(last, name).unwrap_or_default();
        let fault = || {
            let panic = log.lines().position(|line| line.contains("panicked at") || line.contains("ERROR: libFuzzer"));
            let lines: Vec<_> = log.lines().skip(panic.unwrap_or(0)).take(20).collect();
            let kept = log.lines().find_map(|line| line.split_once("Test unit written to ")).map_or("nothing", |(_, path)| path);
            format!("{target} has found something, kept as {kept}\n{}", lines.join("\n"))
        };
        Self {
            target: target.to_owned(),
            executions: word_behind(log, "stat::number_of_executed_units:").and_then(|word| word.parse().ok()).unwrap_or(0),
            coverage: behind("cov:").parse().unwrap_or(0),
            features: behind("ft:").parse().unwrap_or(0),
            corpus: behind("corp:").to_owned(),
            fault: (!is_good).then(fault),
        }
    }
}

fn word_behind<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.split_once(name)?.1.split_whitespace().next()
}

pub(crate) fn print(all: &[Figures]) {
    println!("{:<10}{:>12}{:>8}{:>8}  {:<16}found", "target", "executions", "cov", "ft", "corpus");
    let mut all: Vec<_> = all.iter().collect();
    all.sort_by_key(|figures| &figures.target);
    for Figures { target, executions, coverage, features, corpus, fault } in all {
        let found = if fault.is_some() { "SOMETHING" } else { "nothing" };
        println!("{target:<10}{executions:>12}{coverage:>8}{features:>8}  {corpus:<16}{found}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
#2\tINITED cov: 10 ft: 11 corp: 1/1b exec/s: 0 rss: 30Mb
thread '<unnamed>' panicked at crates/x.rs:1:1:
it is wrong
#16531\tDONE   cov: 7885 ft: 26963 corp: 2114/453Kb lim: 1024 exec/s: 533 rss: 42Mb
Done 16531 runs in 31 second(s)
artifact_prefix='x/'; Test unit written to x/crash-1
stat::number_of_executed_units: 16531
";

    #[test]
    fn the_last_line_of_a_log_counts() {
        let figures = Figures::of("values", LOG, true);
        assert_eq!((figures.executions, figures.coverage, figures.features), (16531, 7885, 26963));
        assert_eq!((figures.corpus.as_str(), figures.fault), ("2114/453Kb", None));
    }

    #[test]
    fn a_finding_is_shown_with_its_place() {
        let fault = Figures::of("values", LOG, false).fault.unwrap();
        assert!(fault.contains("x/crash-1") && fault.contains("it is wrong"), "{fault}");
    }
}
