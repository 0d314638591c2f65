//! The installed library, and programs that are built with it.

use std::fs;
use std::path::{Path, PathBuf};

use super::sanitizer::Sanitizer;
use crate::c;
use crate::run::{Invocation, root, target_dir};

/// Nothing of the header or of a test may give a warning.
pub(super) const WARNINGS: [&str; 6] = ["-Wall", "-Wextra", "-pedantic", "-Wconversion", "-Werror", "-g"];

/// Which library a program gets: one of the two that are installed, or one whose own code a sanitizer watches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Library {
    Shared,
    Static,
    Instrumented(Sanitizer),
}

/// A way to build the test programs.
#[derive(Clone, Copy)]
pub(super) struct Build {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) compiler: &'static str,
    pub(super) library: Library,
    pub(super) flags: &'static [&'static str],
}

/// Programs stop at the first finding. With the library as it is installed these see the calls, the C code, and what goes through memcpy and its like;
/// with an instrumented one, all that it does with memory.
pub(super) const SANITIZERS: [&str; 4] =
    ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-O1"];

pub(super) const GCC: Build =
    Build { name: "gcc", title: "C tests: gcc, and valgrind", compiler: "gcc", library: Library::Shared, flags: &["-O2"] };
pub(super) const CLANG: Build =
    Build { name: "clang", title: "C tests: clang", compiler: "clang", library: Library::Shared, flags: &["-O2"] };
const SANITIZED: Build =
    Build { name: "gcc-sanitizers", title: "C tests: gcc's sanitizers", library: Library::Static, flags: &SANITIZERS, ..GCC };
/// The one that sees into Rust.
pub(super) const INSTRUMENTED: Build = Build {
    name: "gcc-instrumented",
    title: "C tests: gcc's sanitizers, with AddressSanitizer in the library's Rust too",
    library: Library::Instrumented(Sanitizer::Address),
    ..SANITIZED
};
const THREADS: Build = Build {
    name: "gcc-threads",
    title: "C tests: gcc's ThreadSanitizer, in the library's Rust too",
    library: Library::Instrumented(Sanitizer::Thread),
    flags: &["-fsanitize=thread", "-O1"],
    ..GCC
};
/// Those that watch threads.
pub(super) const THREAD_BUILDS: [Build; 2] = [
    THREADS,
    Build {
        name: "clang-threads",
        title: "C tests: clang's ThreadSanitizer, in the library's Rust too",
        compiler: "clang",
        ..THREADS
    },
];
pub(super) const BUILDS: [Build; 5] = [
    GCC,
    CLANG,
    SANITIZED,
    Build { name: "clang-sanitizers", title: "C tests: clang's sanitizers", compiler: "clang", ..SANITIZED },
    INSTRUMENTED,
];

impl Build {
    /// The sanitizers and valgrind do not go together, and one compiler is enough for valgrind.
    pub(super) fn is_for_valgrind(&self) -> bool {
        self.name == GCC.name
    }
}

/// Where the library is installed, and where programs are built.
pub(super) struct Place {
    pub(super) prefix: PathBuf,
    pub(super) work: PathBuf,
}

impl Place {
    /// Installs the library where nothing of an earlier installation is left.
    pub(super) fn install() -> Result<Self, String> {
        let place = Self::old()?;
        let _ = fs::remove_dir_all(&place.prefix);
        c::install(&place.prefix, None)?;
        Ok(place)
    }

    /// The library as an earlier step installed it.
    pub(super) fn old() -> Result<Self, String> {
        let work = target_dir().join("c-tests");
        fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
        let work = work.canonicalize().map_err(|error| error.to_string())?;
        Ok(Self { prefix: work.join("usr"), work })
    }

    pub(super) fn lib(&self) -> PathBuf {
        self.prefix.join("lib")
    }

    /// What finds the installed library, and nothing else of that name.
    pub(super) fn with_paths(&self, invocation: Invocation) -> Invocation {
        let lib = self.lib();
        invocation
            .env("PKG_CONFIG_PATH", &lib.join("pkgconfig").display().to_string())
            .env("LD_LIBRARY_PATH", &lib.display().to_string())
            .env("UBSAN_OPTIONS", "print_stacktrace=1")
    }

    /// The flags that pkg-config has. The linker takes the shared library where there are both, unless it is told the file.
    pub(super) fn flags(&self, library: Library) -> Result<Vec<String>, String> {
        let flags = self.with_paths(Invocation::new("pkg-config").args(["--cflags", "--libs", "smsc_proto"])).output()?;
        let named = match library {
            Library::Shared => "-lsmsc_proto".to_owned(),
            Library::Static => "-l:libsmsc_proto.a".to_owned(),
            Library::Instrumented(sanitizer) => sanitizer.build()?.display().to_string(),
        };
        let name = |flag: &str| if flag == "-lsmsc_proto" { named.clone() } else { flag.to_owned() };
        Ok(flags.split_whitespace().map(name).collect())
    }

    /// Compiles sources, and links them into a program with the name of the first.
    pub(super) fn compile(&self, build: &Build, sources: &[PathBuf], more: &[&str]) -> Result<PathBuf, String> {
        let first = sources.first().ok_or("a program without sources")?;
        let program = self.work.join(format!("{}-{}", first.file_stem().unwrap_or_default().display(), build.name));
        let standard = if first.extension().is_some_and(|extension| extension == "cpp") { "-std=c++17" } else { "-std=c11" };
        Invocation::new(build.compiler)
            .args([standard])
            .args(WARNINGS)
            .args(build.flags)
            .args([format!("-I{}", self.work.display())])
            .args(more)
            .args(sources)
            .args(["-o".as_ref(), program.as_os_str()])
            .args(self.flags(build.library)?)
            .run()?;
        Ok(program)
    }

    /// A program that has been built, ready to be run.
    pub(super) fn program(&self, program: &Path) -> Invocation {
        self.with_paths(Invocation::new(program))
    }

    /// The same under valgrind, which ends it with a status of its own for any finding.
    pub(super) fn under_valgrind(&self, program: &Path) -> Invocation {
        let checks =
            ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--errors-for-leak-kinds=all", "--error-exitcode=77"];
        self.with_paths(Invocation::new("valgrind").args(checks).args([program]))
    }
}

/// A source file of the tests.
pub(super) fn source(name: &str) -> PathBuf {
    root().join("bindings/c/tests").join(name)
}
