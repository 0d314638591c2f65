//! The PHP extension: built as PHP people build theirs, and run by PHP's own tests.

mod bench;
mod build;
mod runner;
mod stubs;

use crate::run::{Invocation, Step};
use crate::tools::{Tool, install, need, tool};

pub(crate) use bench::bench;
use build::Built;

/// Where it stands in the project.
const FOLDER: &str = "bindings/php";

const TOOLS: [Tool; 8] = [
    tool("php", "php-cli"),
    tool("phpize", "php-dev"),
    tool("gcc", "gcc"),
    tool("make", "make"),
    tool("autoconf", "autoconf"),
    tool("nm", "binutils"),
    tool("valgrind", "valgrind"),
    tool(stubs::PARSER, "php-parser"),
];

/// All that is to be checked of it.
pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::check("tools for PHP", need_all),
        Step::check("PHP: arginfo is that of the stubs", stubs::check),
        Step::check("PHP: build with cargo", || Built::with_cargo().map(drop)),
        Step::check("PHP: what is exported", || runner::exports(&Built::with_cargo_before()?)),
        Step::check("PHP: tests", || runner::run(&Built::with_cargo_before()?)),
        Step::check("PHP: tests under valgrind", || runner::run_under_valgrind(&Built::with_cargo_before()?)),
        Step::check("PHP: tests under sanitizers", || runner::run_with_sanitizers(&Built::with_sanitizers()?)),
        Step::check("PHP: build for threads", || Built::with_cargo_before()?.compile_for_threads()),
        Step::check("PHP: build with an installed library", || runner::works(&Built::with_installed_library()?)),
    ]
}

/// Makes arginfo from the stubs.
pub(crate) fn arginfo() -> Vec<Step> {
    vec![Step::check("tools for PHP", need_all), Step::check("PHP: arginfo", stubs::write)]
}

fn need_all() -> Result<(), String> {
    need(&TOOLS)?;
    install(&|| {
        let modules = Invocation::new("php").args(["-m"]).output().unwrap_or_default();
        let is_there = |name: &str| modules.lines().any(|module| module.eq_ignore_ascii_case(name));
        // The others come with php-cli.
        if is_there("curl") { Vec::new() } else { vec!["php-curl".to_owned()] }
    })
}
