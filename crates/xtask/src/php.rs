//! The PHP extension: built by phpize, and tested by PHP's own test runner.

mod client;
mod declarations;
mod names;
mod stubs;

use std::path::PathBuf;

use crate::c;
use crate::run::{Invocation, Step, cargo, list, npm_package, root, target_dir};
use crate::secrets;

pub(crate) use stubs::arginfo;

/// The path of the extension in the project.
const FOLDER: &str = "bindings/php";

/// The conformance cases of the package in plain PHP, and a program that runs them with PHP 7.4.
const POLYFILL_CASES: &str = "bindings/php/polyfill/tests/cases.php";
const POLYFILL_CASES_7_4: &str = "bindings/php/polyfill/tests/php74.mjs";

/// The npm package with PHP 7.4 in WebAssembly, and its version. Debian has no such PHP.
const PHP_7_4: (&str, &str) = ("@php-wasm/node-7-4", "3.1.54");

/// The options of the sanitizers: a finding ends PHP.
const SANITIZERS: &str = "-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer";

/// Builds the extension in a copy below `target`, because phpize creates many files where it runs.
/// The copy keeps what cargo built.
const BUILD: &str = r#"
mkdir -p "$CHECKOUT/bindings/php"
for beside in Cargo.toml crates include testdata bindings/c; do
    ln -sfn "$ROOT/$beside" "$CHECKOUT/$beside"
done
cd "$CHECKOUT/bindings/php"
find . -mindepth 1 -maxdepth 1 ! -name cargo -exec rm -rf {} +
tar -C "$ROOT/bindings/php" --exclude=./cargo -c . | tar -x
phpize
./configure "$@"
make EXTRA_CFLAGS="-Wall -Wextra -Wno-unused-parameter -Werror $FLAGS" EXTRA_LDFLAGS="$FLAGS"
"#;

/// The three builds, by the name of their folder: with cargo, as in a checkout; with an installed C
/// library; with sanitizers in its C, and `AddressSanitizer` in the library's Rust.
const CHECKOUT: &str = "checkout";
const INSTALLED: &str = "installed";
const SANITIZED: &str = "sanitized";

/// Returns all checks of the extension.
pub(crate) fn steps() -> Vec<Step> {
    [short(), vec![under_valgrind()]].into_iter().flatten().collect()
}

/// Returns the checks that [`short`] leaves out, and the build for them.
pub(crate) fn rest() -> Vec<Step> {
    vec![of_checkout(), under_valgrind()]
}

fn of_checkout() -> Step {
    Step::check("PHP: build with cargo", || build(CHECKOUT, "", None).and_then(|()| exports(CHECKOUT)))
}

fn under_valgrind() -> Step {
    // PHP's own allocator would hide the extension's memory errors from valgrind, and the code that PCRE
    // compiles at run time reads past its input.
    Step::check("PHP: tests under valgrind", || {
        run_tests(CHECKOUT, alone(CHECKOUT)?, &["-m", "-d", "pcre.jit=0"], &[("USE_ZEND_ALLOC", "0".to_owned())])
    })
}

/// Returns the checks that every change has to pass.
pub(crate) fn short() -> Vec<Step> {
    let installed = place("usr").display().to_string();
    let tests = vec![folder(CHECKOUT).join("tests")];
    let mut steps = vec![
        Step::check("PHP: arginfo is that of the stubs", stubs::check),
        Step::check("PHP: polyfill, without the extension", || polyfill(Invocation::new("php").args(["-n", POLYFILL_CASES]))),
        Step::check("PHP: polyfill, with PHP 7.4", || {
            let modules = npm_package(PHP_7_4.0, PHP_7_4.1)?;
            polyfill(Invocation::new("node").args([POLYFILL_CASES_7_4.as_ref(), modules.as_os_str()]))
        }),
        of_checkout(),
        Step::check("PHP: build with an installed library", || {
            c::install(c::Variant::Released, &place("usr"))?;
            build(INSTALLED, "", Some("usr")).and_then(|()| works(INSTALLED))
        }),
        Step::check("PHP: tests", move || run_tests(CHECKOUT, tests, &[], &[("SMSC_PROTO_PREFIX", installed)])),
        Step::check("PHP: tests under sanitizers", || {
            c::install(c::Variant::Address, &place("usr-sanitized"))?;
            build(SANITIZED, SANITIZERS, Some("usr-sanitized"))?;
            run_tests(SANITIZED, alone(SANITIZED)?, &[], &sanitizers()?)
        }),
        Step::check("PHP: scripts ended at each of their allocations", end_at_each_allocation),
        Step::check("PHP: build for threads", compile_for_threads),
    ];
    steps.extend(client::steps(&module(CHECKOUT)));
    steps
}

/// Runs the conformance cases of the package in plain PHP, and prints their numbers.
fn polyfill(program: Invocation) -> Result<(), String> {
    let printed = program.args(["testdata"]).output()?;
    print!("{printed}");
    secrets::search(&printed)
}

/// Compares the speed with that of plain PHP, and of the vendor's incorrect code.
pub(crate) fn bench() -> Step {
    const RECORDS: &str = "10000";
    Step::check("bench of the PHP extension", || {
        build(CHECKOUT, "", None)?;
        cargo(["build", "--release", "--locked", "--package", "benches", "--examples"]).run()?;
        for all in ["0", "2"] {
            let batch = folder(CHECKOUT).join(format!("batch{all}.txt"));
            let corpus = Invocation::new(target_dir().join("release/examples/corpus"));
            corpus.args([batch.as_os_str()]).args([RECORDS, all]).run()?;
            // Debian has iconv as a module, and no ini file is read here.
            let php = php(CHECKOUT).args(["-d", "extension=iconv", "bindings/php/bench/read.php"]);
            php.args([batch.as_os_str(), all.as_ref()]).run()?;
        }
        Ok(())
    })
}

fn place(name: &str) -> PathBuf {
    target_dir().join("php").join(name)
}

/// Returns the folder of a build.
fn folder(name: &str) -> PathBuf {
    place(name).join(FOLDER)
}

/// Builds the extension with cargo, or with the C library that is installed in a folder.
fn build(name: &str, flags: &str, installed: Option<&str>) -> Result<(), String> {
    let options = installed.map(|prefix| format!("--with-smsc-proto={}", place(prefix).display()));
    let build = Invocation::new("sh").args(["-ec", BUILD, "build"]).args(options);
    build.env("ROOT", root()).env("CHECKOUT", place(name)).env("FLAGS", flags).output().map(drop)
}

fn module(name: &str) -> PathBuf {
    folder(name).join("modules/smsc_proto.so")
}

/// Returns a PHP without ini files, and with the extension.
fn php(name: &str) -> Invocation {
    Invocation::new("php").args(["-n", "-d"]).args([format!("extension={}", module(name).display())])
}

/// Fails if the extension exports a symbol of the library or of Rust, which could clash with
/// another extension's.
fn exports(name: &str) -> Result<(), String> {
    let symbols = Invocation::new("nm").args(["--dynamic", "--defined-only", "--format=posix"]).args([module(name)]).output()?;
    let names: Vec<_> = symbols.lines().filter_map(|line| line.split(' ').next()).collect();
    if names == ["get_module"] { Ok(()) } else { Err(format!("get_module alone may be exported, but these are: {names:?}")) }
}

/// Fails unless the extension reads a reply.
fn works(name: &str) -> Result<(), String> {
    exports(name)?;
    let printed = php(name).args(["-r", "echo smsc_parse('1,1760080210,0')[0]->statusName();"]).output()?;
    if printed == "Delivered" { Ok(()) } else { Err(format!("the name of status 1 is Delivered, but PHP printed {printed}")) }
}

/// Compiles the sources for a PHP with threads. Debian has no such PHP, but its headers have the
/// setting.
fn compile_for_threads() -> Result<(), String> {
    let flags = Invocation::new("php-config").args(["--includes"]).output()?;
    let mut sources = list(&folder(CHECKOUT))?;
    sources.retain(|path| path.extension().is_some_and(|extension| extension == "c"));
    Invocation::new("gcc")
        .args(["-fsyntax-only", "-Wall", "-Werror", "-DZTS=1", "-DHAVE_CONFIG_H", "-I."])
        .args([format!("-I{}", root().join("include").display())])
        .args(flags.split_whitespace())
        .args(sources)
        .folder(folder(CHECKOUT))
        .run()
}

/// Returns the tests that need nothing from outside, except those of the memory limit, which needs
/// PHP's allocator.
fn alone(name: &str) -> Result<Vec<PathBuf>, String> {
    let mut files = list(&folder(name).join("tests"))?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "phpt") && !path.ends_with("memory_limit.phpt"));
    Ok(files)
}

/// Compiles a file beside the tests to a shared library in the folder of the build with sanitizers,
/// and returns its path.
fn compile_helper(name: &str) -> Result<String, String> {
    let library = folder(SANITIZED).join(format!("{name}.so"));
    let source = folder(SANITIZED).join(format!("tests/outside/{name}.c"));
    let includes = Invocation::new("php-config").args(["--includes"]).output()?;
    let gcc = Invocation::new("gcc").args(["-shared", "-fPIC", "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror"]);
    gcc.args(includes.split_whitespace()).args(["-o"]).args([&library, &source]).run()?;
    Ok(library.display().to_string())
}

/// Returns the environment in which PHP runs with sanitizers. PHP is built without them, so that
/// they have to be preloaded.
fn sanitizers() -> Result<Vec<(&'static str, String)>, String> {
    let mut preload = compile_helper("deepbind")?;
    for library in ["libasan.so", "libubsan.so"] {
        let path = Invocation::new("gcc").args([format!("-print-file-name={library}")]).output()?;
        preload = format!("{preload} {}", path.trim());
    }
    // PHP itself does not free everything at its end; the run under valgrind tells leaks apart.
    let options = "detect_leaks=0:verify_asan_link_order=0";
    Ok(vec![("USE_ZEND_ALLOC", "0".to_owned()), ("LD_PRELOAD", preload), ("ASAN_OPTIONS", options.to_owned())])
}

/// Fails if a script that PHP ends in the middle of a call leaves behind what the end of the
/// request trips over.
fn end_at_each_allocation() -> Result<(), String> {
    let bailout = compile_helper("bailout")?;
    let mut driver =
        php(SANITIZED).args(["-d", &format!("extension={bailout}")]).args([folder(SANITIZED).join("tests/outside/bailout.php")]);
    for (name, value) in sanitizers()? {
        driver = driver.env(name, value);
    }
    let printed = driver.output()?;
    print!("{printed}");
    secrets::search(&printed)
}

/// Runs tests by PHP's own runner.
fn run_tests(name: &str, tests: Vec<PathBuf>, options: &[&str], environment: &[(&str, String)]) -> Result<(), String> {
    let program = Invocation::new("php").args(["-n", "-r", "echo PHP_BINARY;"]).output()?;
    let mut runner = Invocation::new("php")
        .args(["-n"])
        .args([folder(name).join("run-tests.php")])
        .args(["-n", "-q", "--show-diff", "--no-color", "--no-progress", "-d"])
        .args([format!("extension={}", module(name).display())])
        .args(options)
        .args(tests)
        .env("NO_INTERACTION", "1")
        // The report contains more than the exit status.
        .env("REPORT_EXIT_STATUS", "0")
        .env("TEST_PHP_EXECUTABLE", &program);
    for (name, value) in environment {
        runner = runner.env(name, value);
    }
    let report = runner.output()?;
    if !all_passed(&report) {
        return Err(report);
    }
    println!("{}", report.lines().find(|line| line.starts_with("Tests passed")).unwrap_or_default());
    secrets::search(&report)
}

/// Returns whether every test passed. A test that was skipped or leaked memory did not.
fn all_passed(report: &str) -> bool {
    let count = |name: &str| {
        let line = report.lines().find(|line| line.starts_with(name))?;
        line.split_once(':')?.1.split_whitespace().next()?.parse::<u32>().ok()
    };
    count("Tests passed").is_some_and(|passed| passed > 0 && count("Number of tests") == Some(passed))
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
