//! What was installed, seen from outside: its header, its symbols, its layout, and the ways to find it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::c;
use crate::c_tests::declared::Header;
use crate::c_tests::place::{BUILDS, Build, CLANG, GCC, Place, WARNINGS, source};
use crate::run::{Invocation, Step, root};

/// What the example prints of examples/batch.txt, by the rules of docs/protocol.md.
const TABLE: [&str; 12] = [
    "       101    1  Delivered                  2.12 Ваш код 4821",
    "       102    1  Delivered                  2.12 ? Анна, ждём вас завтра в 10:00",
    "       103    2  Read                       4.24 ? Адрес:",
    "Тверская, 12",
    "вход со двора",
    "       104   20  Cannot be delivered        2.12 Ваш код 1907",
    "       105    3  Expired                    5.50 Заказ 318 готов",
    "       106    0  Handed to the operator     2.12 Ваш код 5530",
    "       107   20  Cannot be delivered        0.10 Скидки недели",
    "       108    1  Delivered                  0.30 ",
    "       109   -3  Message not found               ",
    "       110   23  Forbidden                     0 Выиграй приз",
];

pub(super) fn steps() -> Vec<Step> {
    vec![
        Step::check("C tests: the header alone", header_alone),
        Step::check("C tests: symbols and SONAME", symbols),
        Step::check("C tests: layout", layout),
        Step::check("C tests: C++", cpp),
        Step::check("C tests: the example", example),
        Step::check("C tests: pkg-config", pkg_config),
        Step::check("C tests: CMake", cmake),
    ]
}

fn header_alone() -> Result<(), String> {
    let place = Place::old()?;
    let header = place.prefix.join("include/smsc_proto.h");
    for compiler in ["gcc", "clang"] {
        for standard in ["-std=c99", "-std=c11", "-std=c17"] {
            // As a source, so that the compiler does not make a precompiled header of it.
            let source = place.work.join("header.c");
            fs::write(&source, format!("#include \"{}\"\n", header.display())).map_err(|error| error.to_string())?;
            Invocation::new(compiler).args([standard, "-fsyntax-only"]).args(WARNINGS).args([&source]).run()?;
        }
    }
    Ok(())
}

fn symbols() -> Result<(), String> {
    let place = Place::old()?;
    let library = place.lib().join("libsmsc_proto.so");
    let symbols = Invocation::new("nm").args(["-D", "--defined-only", "--format=posix"]).args([&library]).output()?;
    let symbols: BTreeSet<_> = symbols.lines().filter_map(|line| line.split(' ').next()).collect();
    let header = Header::read()?;
    let functions: BTreeSet<_> = header.functions().into_iter().collect();
    if symbols != functions || symbols.is_empty() {
        let differing: Vec<_> = symbols.symmetric_difference(&functions).collect();
        return Err(format!("either exported or declared, but not both: {differing:?}"));
    }
    let dynamic = Invocation::new("readelf").args(["-d"]).args([&library]).output()?;
    let soname = dynamic.lines().find_map(|line| line.split_once("(SONAME)"));
    match soname {
        Some((_, name)) if name.ends_with("[libsmsc_proto.so.1]") => Ok(()),
        other => Err(format!("the SONAME is {other:?}")),
    }
}

/// Compiles assertions of layout.txt, which names every field of every struct.
fn layout() -> Result<(), String> {
    let place = Place::old()?;
    let path = root().join("bindings/c/layout.txt");
    let table = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut text = String::from("#include <smsc_proto.h>\n");
    let mut stated = BTreeSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (what, number) = line.split_once(' ').ok_or_else(|| format!("layout.txt: {line}"))?;
        let found = match what.split_once('.') {
            Some((of, field)) => format!("offsetof({of}, {field})"),
            None => format!("sizeof({what})"),
        };
        let _ = writeln!(text, "_Static_assert({found} == {number}, \"{what}\");");
        stated.insert(what.to_owned());
    }
    let declared: BTreeSet<_> = Header::read()?.places()?.into_iter().collect();
    if stated != declared {
        return Err(format!("either in layout.txt or in the header, but not both: {:?}", stated.symmetric_difference(&declared)));
    }
    let source = place.work.join("layout.c");
    fs::write(&source, text).map_err(|error| error.to_string())?;
    let include = format!("-I{}", place.prefix.join("include").display());
    for compiler in ["gcc", "clang"] {
        Invocation::new(compiler).args(["-std=c11", "-fsyntax-only", &include]).args(WARNINGS).args([&source]).run()?;
    }
    Ok(())
}

fn cpp() -> Result<(), String> {
    let place = Place::old()?;
    for build in BUILDS {
        let compiler = if build.compiler == "gcc" { "g++" } else { "clang++" };
        let program = place.compile(&Build { compiler, ..build }, &[source("status.cpp")], &[])?;
        place.program(&program).run()?;
    }
    Ok(())
}

fn example() -> Result<(), String> {
    let place = Place::old()?;
    for build in BUILDS {
        let program = place.compile(&build, &[root().join("examples/c/status.c")], &[])?;
        check_table(&place.program(&program).args(["examples/batch.txt", "2"]).output()?)?;
    }
    let example = fs::read_to_string(root().join("examples/c/status.c")).map_err(|error| error.to_string())?;
    let readme = fs::read_to_string(root().join("README.md")).map_err(|error| error.to_string())?;
    if !readme.contains(&format!("```c\n{example}```\n")) {
        return Err("README.md shows another example than examples/c/status.c".to_owned());
    }
    // Its exit status tells a wrong use, and a body that is no reply.
    let program = place.work.join(format!("status-{}", GCC.name));
    for (args, status) in
        [(&[][..], "2"), (&["no/such/file", "2"], "2"), (&["Cargo.toml", "2"], "1"), (&["examples/batch.txt", "9"], "1")]
    {
        match place.program(&program).args(args).output() {
            Err(error) if error.contains(&format!("exit status: {status}")) => {}
            other => return Err(format!("status {args:?}: {other:?} instead of status {status}")),
        }
    }
    Ok(())
}

fn check_table(printed: &str) -> Result<(), String> {
    let is_same = printed.split_terminator('\n').eq(TABLE);
    if is_same { Ok(()) } else { Err(format!("the example printed\n{printed}\ninstead of\n{}", TABLE.join("\n"))) }
}

/// It tells the version, and where the library will be used from, not where it is put for a package.
fn pkg_config() -> Result<(), String> {
    let place = Place::old()?;
    let query = |option: &str| place.with_paths(Invocation::new("pkg-config").args([option, "smsc_proto"])).output();
    let version = query("--modversion")?;
    if version.trim() != env!("CARGO_PKG_VERSION") {
        return Err(format!("pkg-config takes this library for version {version}"));
    }
    let packaged = place.work.join("packaged");
    let _ = fs::remove_dir_all(&packaged);
    c::install(Path::new("/opt/smsc"), Some(&packaged))?;
    let file = packaged.join("opt/smsc/lib/pkgconfig/smsc_proto.pc");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let is_right = text.lines().any(|line| line == "prefix=/opt/smsc") && !text.contains("packaged");
    if is_right { Ok(()) } else { Err(format!("{} says\n{text}", file.display())) }
}

/// The example, built by `CMake`: found as a package and by pkg-config, with either library.
fn cmake() -> Result<(), String> {
    let place = Place::old()?;
    for compiler in [GCC.compiler, CLANG.compiler] {
        let build = place.work.join(format!("cmake-{compiler}"));
        configure(&place, compiler, "0.1").output()?;
        Invocation::new("cmake").args(["--build"]).args([&build]).output()?;
        for program in ["package", "package_shared", "package_static", "pkg_config"] {
            check_table(&place.program(&build.join(program)).args(["examples/batch.txt", "2"]).output()?)?;
        }
    }
    // A later version may break what an earlier one had.
    for wanted in ["0.0", "0.2", "1.0"] {
        if configure(&place, "gcc", wanted).output().is_ok() {
            return Err(format!("CMake takes this library for version {wanted}"));
        }
    }
    Ok(())
}

fn configure(place: &Place, compiler: &str, wanted: &str) -> Invocation {
    let build = place.work.join(format!("cmake-{compiler}{}", if wanted == "0.1" { "" } else { wanted }));
    let _ = fs::remove_dir_all(&build);
    let cmake = Invocation::new("cmake").args(["-S", "bindings/c/tests/cmake", "-B"]).args([&build]);
    place.with_paths(cmake.args([
        format!("-DCMAKE_C_COMPILER={compiler}"),
        format!("-DCMAKE_PREFIX_PATH={}", place.prefix.display()),
        format!("-DWANTED={wanted}"),
    ]))
}
