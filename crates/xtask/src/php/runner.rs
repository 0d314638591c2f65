//! The extension's tests, run by PHP's own runner.

use std::fs;
use std::path::PathBuf;

use super::build::{Built, prefix};
use crate::run::Invocation;

/// Nothing of the library, and nothing of Rust, may meet another extension's symbols.
pub(super) fn exports(built: &Built) -> Result<(), String> {
    let symbols = Invocation::new("nm").args(["--dynamic", "--defined-only", "--format=posix"]).args([built.module()]).output()?;
    let names: Vec<_> = symbols.lines().filter_map(|line| line.split(' ').next()).collect();
    if names == ["get_module"] { Ok(()) } else { Err(format!("exported: {}", names.join(" "))) }
}

/// All of them, with a server and FFI.
pub(super) fn run(built: &Built) -> Result<(), String> {
    run_tests(built, vec![built.folder.join("tests")], &[], &[("SMSC_PROTO_PREFIX", &prefix()?.display().to_string())])
}

/// What the extension does by itself. PHP's own allocator would hide from valgrind what the extension does with memory, and the code that PCRE compiles
/// at run time reads ahead of what it was given.
pub(super) fn run_under_valgrind(built: &Built) -> Result<(), String> {
    run_tests(built, alone(built)?, &["-m", "-d", "pcre.jit=0"], &[("USE_ZEND_ALLOC", "0")])
}

/// The same with an extension that was built for it.
pub(super) fn run_with_sanitizers(built: &Built) -> Result<(), String> {
    // They have to be there before PHP, which knows nothing of them. PHP loads extensions in a way that they refuse, so that it is asked for less.
    let (source, loader) = (built.folder.join("deepbind.c"), built.folder.join("deepbind.so"));
    fs::write(&source, WITHOUT_DEEPBIND).map_err(|error| format!("{}: {error}", source.display()))?;
    Invocation::new("gcc").args(["-shared", "-fPIC", "-o"]).args([&loader, &source]).run()?;
    let mut preload = loader.display().to_string();
    for library in ["libasan.so", "libubsan.so"] {
        let path = Invocation::new("gcc").args([format!("-print-file-name={library}")]).output()?;
        preload = format!("{preload} {}", path.trim());
    }
    // What PHP itself leaves behind when it ends is for valgrind's run to tell apart.
    let options = "detect_leaks=0:verify_asan_link_order=0";
    run_tests(built, alone(built)?, &[], &[("USE_ZEND_ALLOC", "0"), ("LD_PRELOAD", &preload), ("ASAN_OPTIONS", options)])
}

const WITHOUT_DEEPBIND: &str = "#define _GNU_SOURCE\n#include <dlfcn.h>\n\
    void *dlopen(const char *name, int flags)\n{\n    \
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, \"dlopen\");\n    \
    return next(name, flags & ~RTLD_DEEPBIND);\n}\n";

/// The tests of what the extension does by itself.
fn alone(built: &Built) -> Result<Vec<PathBuf>, String> {
    let tests = built.folder.join("tests");
    let files = fs::read_dir(&tests).map_err(|error| format!("{}: {error}", tests.display()))?;
    let mut files: Vec<_> = files.flatten().map(|entry| entry.path()).collect();
    // Without PHP's allocator there is no memory limit.
    files.retain(|path| path.extension().is_some_and(|extension| extension == "phpt") && !path.ends_with("memory_limit.phpt"));
    files.sort_unstable();
    Ok(files)
}

fn run_tests(built: &Built, what: Vec<PathBuf>, options: &[&str], environment: &[(&str, &str)]) -> Result<(), String> {
    let php = Invocation::new("php").args(["-n", "-r", "echo PHP_BINARY;"]).output()?;
    let mut runner = Invocation::new("php")
        .args(["-n"])
        .args([built.folder.join("run-tests.php")])
        .args(["-n", "-q", "--show-diff", "--no-color", "--no-progress", "-d"])
        .args([format!("extension={}", built.module().display())])
        .args(options)
        .args(what)
        .env("NO_INTERACTION", "1")
        // The report says more than the exit status.
        .env("REPORT_EXIT_STATUS", "0")
        .env("TEST_PHP_EXECUTABLE", &php);
    for (name, value) in environment {
        runner = runner.env(name, value);
    }
    let report = runner.output()?;
    if all_passed(&report) {
        println!("{}", report.lines().find(|line| line.starts_with("Tests passed")).unwrap_or_default());
        return Ok(());
    }
    Err(report)
}

/// Whether each test there is has passed: one that was skipped or left anything has not.
fn all_passed(report: &str) -> bool {
    let count = |name: &str| {
        let line = report.lines().find(|line| line.starts_with(name))?;
        line.split_once(':')?.1.split_whitespace().next()?.parse::<u32>().ok()
    };
    count("Tests passed").is_some_and(|passed| passed > 0 && count("Number of tests") == Some(passed))
}

/// A sign of life.
pub(super) fn works(built: &Built) -> Result<(), String> {
    exports(built)?;
    let printed = built.php().args(["-r", "echo smsc_parse('1,1760080210,0')[0]->statusName();"]).output()?;
    if printed == "Delivered" { Ok(()) } else { Err(format!("it printed {printed}")) }
}

#[cfg(test)]
mod tests {
    use super::all_passed;

    #[test]
    fn a_skipped_test_has_not_passed() {
        let report =
            |passed: &str| format!("Number of tests :   13   12\nTests skipped   :    1\nTests passed    :   {passed} (100.0%)\n");
        assert!(all_passed(&report("13")));
        assert!(!all_passed(&report("12")));
        assert!(!all_passed("Number of tests : 0 0\nTests passed : 0\n"));
        assert!(!all_passed(""));
    }
}
