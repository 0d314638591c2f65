//! The C programs of bindings/c/tests: each built and run in every way that there is.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::c;
use crate::c_tests::cases::{Cases, MODES};
use crate::c_tests::declared::Header;
use crate::c_tests::explain::Explained;
use crate::c_tests::place::{BUILDS, Build, GCC, INSTRUMENTED, Place, SANITIZERS, THREAD_BUILDS, source};
use crate::run::{Invocation, Step};

/// A test program; the first source has its name.
struct Program {
    sources: &'static [&'static str],
    /// What the compiler is told.
    defines: &'static [&'static str],
    check: fn(Invocation) -> Result<(), String>,
}

/// Those that say themselves whether all is well.
const PROGRAMS: [Program; 9] = [
    Program { sources: &["nulls.c"], defines: &[], check: Invocation::run },
    Program { sources: &["refused.c"], defines: &[], check: Invocation::run },
    Program { sources: &["results.c", "results_write.c"], defines: &[], check: all_results },
    Program { sources: &["texts.c"], defines: &[], check: Invocation::run },
    Program { sources: &["values.c"], defines: &[], check: Invocation::run },
    Program { sources: &["outcomes.c"], defines: &[], check: Invocation::run },
    Program { sources: &["matching.c"], defines: &[], check: Invocation::run },
    Program { sources: &["threads.c"], defines: &["-pthread"], check: Invocation::run },
    Program { sources: &["version.c"], defines: &VERSION, check: Invocation::run },
];

/// The version of the workspace, which the library and its header have to tell.
const VERSION: [&str; 4] = [
    concat!("-DEXPECTED_VERSION=\"", env!("CARGO_PKG_VERSION"), "\""),
    concat!("-DEXPECTED_MAJOR=", env!("CARGO_PKG_VERSION_MAJOR")),
    concat!("-DEXPECTED_MINOR=", env!("CARGO_PKG_VERSION_MINOR")),
    concat!("-DEXPECTED_PATCH=", env!("CARGO_PKG_VERSION_PATCH")),
];

/// Results that nothing can bring about: the core has no reason that this header has no number for.
const NEVER: [i32; 2] = [299, 399];
/// Comes from a library without texts alone.
const WITHOUT_TEXTS: i32 = 106;

pub(super) fn steps() -> Vec<Step> {
    let mut steps = vec![
        Step::check("C tests: the sanitizers find what there is", sanitizers_work),
        Step::check("C tests: each function with NULL", all_functions),
    ];
    steps.extend(BUILDS.map(|build| Step::check(build.title, move || run_all(&build))));
    steps.extend(THREAD_BUILDS.map(|build| Step::check(build.title, move || threads(&build))));
    steps.push(Step::check("C tests: a library without texts", without_texts));
    steps
}

/// Builds and runs all programs in one way.
fn run_all(build: &Build) -> Result<(), String> {
    let (place, cases, explained) = (Place::old()?, Cases::load()?, Explained::load()?);
    write_codes(&place)?;
    for program in &PROGRAMS {
        let path = place.compile(build, &sources(program.sources), program.defines)?;
        (program.check)(place.program(&path))?;
        if build.is_for_valgrind() {
            (program.check)(place.under_valgrind(&path))?;
        }
    }
    let reader = place.compile(build, &sources(&["cases.c", "cases_print.c", "cases_modes.c"]), &[])?;
    let input = place.work.join("cases.txt");
    for mode in MODES {
        cases.check(mode, place.program(&reader), &input)?;
        if build.is_for_valgrind() {
            cases.check(mode, place.under_valgrind(&reader), &input)?;
        }
    }
    let program = place.compile(build, &sources(&["explain.c"]), &[])?;
    let input = place.work.join("questions.txt");
    explained.check(place.program(&program), &input)?;
    if build.is_for_valgrind() {
        explained.check(place.under_valgrind(&program), &input)?;
    }
    Ok(())
}

fn sources(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| source(name)).collect()
}

/// The numbers that results.c has brought about, one a line, are all that the header has.
fn all_results(program: Invocation) -> Result<(), String> {
    let came = numbers(&program.output()?)?;
    let members = Header::read()?.members("smsc_result")?;
    let wanted: BTreeSet<_> = members.iter().map(|member| member.number).collect();
    let others: BTreeSet<_> = NEVER.into_iter().chain([WITHOUT_TEXTS]).collect();
    if came.union(&others).copied().collect::<BTreeSet<_>>() == wanted && came.is_disjoint(&others) {
        return Ok(());
    }
    Err(format!("results.c brought about {came:?}\nbut the header has {wanted:?}"))
}

fn numbers(output: &str) -> Result<BTreeSet<i32>, String> {
    output.lines().map(|line| line.parse().map_err(|error| format!("results.c printed {line}: {error}"))).collect()
}

/// nulls.c calls each function of the header.
fn all_functions() -> Result<(), String> {
    let header = Header::read()?;
    let path = source("nulls.c");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let functions = header.functions();
    let missing: Vec<_> = functions.iter().filter(|name| !text.contains(&format!("{name}("))).collect();
    if missing.is_empty() && !functions.is_empty() { Ok(()) } else { Err(format!("nulls.c does not call {missing:?}")) }
}

/// The enums of the header, as rows for texts.c: a table, its place there, the constant, its name for programs and its English name.
fn write_codes(place: &Place) -> Result<(), String> {
    let header = Header::read()?;
    let mut rows = String::new();
    for (table, of, prefix) in [
        ("SMSC_TABLE_STATUS", "smsc_status_code", "SMSC_STATUS_"),
        ("SMSC_TABLE_ERR_PHONE", "smsc_err_code", "SMSC_ERR_"),
        ("SMSC_TABLE_ERR_EMAIL", "smsc_email_err_code", "SMSC_EMAIL_ERR_"),
        ("SMSC_TABLE_API_ERROR", "smsc_api_error_code", "SMSC_API_ERROR_"),
        ("SMSC_TABLE_TYPE", "smsc_message_type", "SMSC_MESSAGE_TYPE_"),
    ] {
        for (index, member) in header.members(of)?.iter().enumerate() {
            let name = &member.name;
            let ident = name.strip_prefix(prefix).ok_or_else(|| format!("{name} does not begin with {prefix}"))?;
            let _ = writeln!(rows, "    {{{table}, {index}, {name}, \"{ident}\", \"{}\"}},", member.about);
        }
    }
    let path = place.work.join("codes.inc");
    fs::write(&path, rows).map_err(|error| format!("{}: {error}", path.display()))
}

/// A finding ends a program: without this, a build in which nothing is looked at would pass as well.
fn sanitizers_work() -> Result<(), String> {
    let place = Place::old()?;
    for build in BUILDS.iter().filter(|build| build.flags == SANITIZERS) {
        let program = place.compile(build, &sources(&["finding.c"]), &[])?;
        place.program(&program).args(["none"]).run()?;
        for (finding, report) in [("heap", "AddressSanitizer"), ("leak", "LeakSanitizer"), ("overflow", "runtime error")] {
            found(place.program(&program).args([finding]), &format!("{} {finding}", build.name), report)?;
        }
    }
    let program = place.compile(&INSTRUMENTED, &sources(&["finding.c"]), &[])?;
    found(place.program(&program).args(["read"]), "a read within the library", "in smsc_reader_next")?;
    let program = place.compile(&GCC, &sources(&["finding.c"]), &[])?;
    for finding in ["heap", "leak", "read"] {
        found(place.under_valgrind(&program).args([finding]), &format!("valgrind {finding}"), "77")?;
    }
    Ok(())
}

/// A program that must fail, and say this.
fn found(program: Invocation, what: &str, report: &str) -> Result<(), String> {
    match program.output() {
        Err(error) if error.contains(report) => Ok(()),
        Err(error) => Err(format!("{what}: failed without {report}: {error}")),
        Ok(_) => Err(format!("{what}: nothing was found")),
    }
}

/// Threads that share what they may share; and some that share what they may not, which has to be found.
fn threads(build: &Build) -> Result<(), String> {
    let place = Place::old()?;
    let program = place.compile(build, &sources(&["threads.c", "tsan.c"]), &["-pthread"])?;
    place.program(&program).run()?;
    found(place.program(&program).args(["shared"]), &format!("{} shared", build.name), "data race")
}

/// The one result that only such a library gives.
fn without_texts() -> Result<(), String> {
    let place = Place::old()?;
    let library: &Path = &c::build(&["--no-default-features"])?.join("libsmsc_proto.a");
    let program = place.work.join("results-without-texts");
    Invocation::new("gcc")
        .args(["-std=c11", "-DWITHOUT_TEXTS"])
        .args([format!("-I{}", place.prefix.join("include").display())])
        .args(sources(&["results.c", "results_write.c"]))
        .args([library, "-o".as_ref(), &program])
        .run()?;
    let came = numbers(&place.under_valgrind(&program).output()?)?;
    if came.contains(&WITHOUT_TEXTS) { Ok(()) } else { Err(format!("results.c brought about {came:?}")) }
}
