//! `cargo xtask`: the one place that knows how the layers are built and checked.

mod bare_metal;
mod bench;
mod bench_c;
mod built;
mod c;
mod c_columns;
mod ci;
mod clients;
mod codes;
mod columns;
mod completions;
mod counts;
mod dist;
mod examples;
mod fuzz;
mod header;
mod lanes;
mod linear;
mod mutants;
mod no_std;
mod notices;
mod outcomes;
mod package;
mod parts;
mod php;
mod postgres;
mod public_api;
mod python;
mod release;
mod run;
mod secrets;
mod site;
mod stability;
mod suite;
mod supply;
mod web;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds and checks the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Run every check that a change has to pass: formatting, lints, documentation, the tests of every
    /// front end
    Test,
    /// Run the checks that take long and fail rarely: more compilers of C, valgrind under PHP, every
    /// Python, emulated machines, the fuzz targets
    Heavy,
    /// Build and run the binary that proves that the core needs neither std nor an allocator and
    /// has no path to a panic
    NoStd,
    /// Run every conformance case on a Cortex-M, big-endian machines and others, emulated, and
    /// print the size of the core
    BareMetal,
    /// Run the tests of the examples for Rust, and build the embedded one for a Cortex-M
    Examples,
    /// Run clients of the service that others have made, and the examples of the stand-in, against
    /// `smsc serve`
    Clients,
    /// Generate the parts of docs/standin.md and docs/start.md that are in other files: code, and what
    /// clients get right
    Parts,
    /// Generate the C header, `include/smsc_proto.h`, from the sources
    Header,
    /// Generate docs/outcomes.md from the tables of sms-outcome
    Outcomes,
    /// Generate docs/codes.md and docs/ru/codes.md from the tables of the core and of sms-outcome
    Codes,
    /// Generate THIRD-PARTY.txt of each artefact: the crates that are linked into it and their
    /// licences
    Notices,
    /// Build the C library and install it with its headers, its files for pkg-config and `CMake`
    InstallC(c::Install),
    /// Build the command `smsc` and install it with its licences
    InstallSmsc(release::Place),
    /// Test the completions of the command in zsh and fish
    Completions,
    /// Run the tests of the C library alone
    C,
    /// Run the tests of the C library of the columns alone
    CColumns,
    /// Run the tests of the PHP extension alone
    Php,
    /// Run the tests of smsc-watch with a server of `PostgreSQL`
    Postgres,
    /// Generate the arginfo of the PHP extension from its stubs
    PhpArginfo,
    /// Run the tests of the Python package alone
    Python,
    /// Run the tests of the Python package with DuckDB, Polars, Spark and others, which are installed
    /// for them (needs Java)
    Columns,
    /// Make the wheel and the sdist of the Python package
    Wheel,
    /// Build the page, `target/web/smsc.html`
    Web,
    /// Test the page in a browser, Chromium
    WebTest,
    /// Take the pictures of the documentation with the page in a browser
    Pictures,
    /// Build the documentation as a book, `target/site/html`, and check its links
    Site,
    /// Make all files of a release, of what is committed, in `target/dist`, or try it
    Dist(dist::What),
    /// Print what is to be done for a release
    ReleaseChecklist,
    /// Make and try what is given out: the packages for crates.io, the C library, the command
    Package,
    /// Check licences, duplicates and sources of dependencies, and every combination of features
    Supply,
    /// Build everything with the oldest compiler that is promised, and run tests with it (needs rustup
    /// to have it)
    Oldest,
    /// Compare the public items with those of the last version
    Semver,
    /// Check the dependencies for known vulnerabilities (needs the network)
    Advisories,
    /// Check the hosted workflows for mistakes
    CiLint,
    /// Run the tests of the core and the outcomes on code with faults put in (an hour or two)
    Mutants(mutants::Which),
    /// Generate the lists of the public API, docs/public-api
    PublicApi,
    /// Run the fuzz targets, two at a time
    Fuzz(fuzz::Wanted),
    /// Count instructions per byte on hostile bodies of doubling sizes (needs valgrind)
    Linear,
    /// Count instructions per record of fixed work, and compare them with benches/counts.txt (needs
    /// valgrind)
    Counts {
        /// Store the counts instead
        #[arg(long)]
        store: bool,
    },
    /// Time the reader and other ways to split the same bodies, and print the ratios
    Bench {
        /// Which layers; all of them if none is named
        #[arg(value_enum)]
        layers: Vec<bench::Layer>,
    },
}

fn main() -> ExitCode {
    let steps = match Cli::parse().command {
        Task::Test => return suite::test(),
        Task::Heavy => return suite::heavy(),
        Task::NoStd => no_std::steps(),
        Task::BareMetal => bare_metal::steps(),
        Task::Examples => examples::steps(),
        Task::Clients => clients::steps(),
        Task::Parts => parts::write(),
        Task::Header => header::write(),
        Task::Outcomes => outcomes::write(),
        Task::Codes => codes::write(),
        Task::Notices => notices::write(),
        Task::InstallC(what) => c::install_steps(what),
        Task::InstallSmsc(place) => [web::steps(), release::install_smsc(place)].into_iter().flatten().collect(),
        Task::Completions => completions::steps(),
        Task::C => c::steps(),
        Task::CColumns => c_columns::steps(),
        Task::Php => php::steps(),
        Task::Postgres => postgres::steps(),
        Task::PhpArginfo => php::arginfo(),
        Task::Python => python::steps(),
        Task::Columns => columns::steps(),
        Task::Wheel => python::wheel(),
        Task::Web => web::steps(),
        Task::WebTest => web::test(),
        Task::Pictures => web::pictures(),
        Task::Site => site::steps(),
        Task::Dist(what) => dist::steps(what),
        Task::ReleaseChecklist => dist::checklist(),
        Task::Package => package::steps(),
        Task::Supply => supply::steps(),
        Task::Oldest => stability::oldest(),
        Task::Semver => stability::semver(),
        Task::Advisories => supply::advisories(),
        Task::CiLint => ci::lint(),
        Task::Mutants(which) => mutants::steps(which),
        Task::PublicApi => public_api::write(),
        Task::Fuzz(wanted) => fuzz::steps(wanted),
        Task::Linear => linear::steps(),
        Task::Counts { store } => counts::steps(store),
        Task::Bench { layers } => bench::steps(&layers),
    };
    lanes::all(steps)
}
