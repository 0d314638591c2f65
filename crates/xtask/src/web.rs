//! The page: one file of HTML with the core and the outcomes as WebAssembly, and its tests in a
//! browser. The pages of `smsc report` are tested there as well.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::run::{Invocation, Step, at, npm_package, read, root, target_dir};
use crate::{bare_metal, built, notices, release};

/// The largest page, in bytes.
const MAX_PAGE: usize = 600_000;

const TARGET: &str = "wasm32-unknown-unknown";

/// The scripts of the page, each after those that it uses.
const SCRIPTS: [&str; 8] = ["texts", "dom", "flag", "cards", "table", "codes", "choices", "main"];

/// The scripts of the worker.
const WORKER: [&str; 3] = ["module", "rows", "worker"];

/// The browser's driver, and the checks of accessibility.
const PLAYWRIGHT: (&str, &str) = ("playwright-core", "1.65.1");
const AXE: (&str, &str) = ("axe-core", "4.14.1");

/// Returns the path of the page.
fn page() -> PathBuf {
    target_dir().join("web/smsc.html")
}

/// Returns the folder of the pages of the example of smsc-report.
fn reports() -> PathBuf {
    target_dir().join("web/report")
}

/// Writes the pages of the example of smsc-report.
fn report_pages() -> Step {
    Step::check("pages of a report", || built::example("page")?.args([reports()]).run())
}

/// Builds the page, and puts a copy where the command is built with it.
pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("page", || {
        let html = assemble(&module()?)?;
        if html.len() > MAX_PAGE {
            return Err(format!("the page has {} bytes, more than {MAX_PAGE}", html.len()));
        }
        for file in [page(), root().join("crates/smsc-cli/page/smsc.html")] {
            // An unchanged copy lets cargo keep what it has built.
            if fs::read(&file).ok().as_deref() != Some(html.as_bytes()) {
                crate::run::write(&file, &html)?;
            }
        }
        println!("{}: {} bytes", page().display(), html.len());
        Ok(())
    })]
}

/// Builds the page and tests it in a browser.
pub(crate) fn test() -> Vec<Step> {
    let mut steps = steps();
    steps.push(built::step());
    steps.push(report_pages());
    steps.push(Step::check("pages in a browser", || {
        let tests = Invocation::new("node").args(["--test", "--test-reporter=spec", "web/tests/"]);
        browser(tests)?.run_counted(passed)
    }));
    steps
}

/// Takes the pictures of the documentation.
pub(crate) fn pictures() -> Vec<Step> {
    let mut steps = steps();
    steps.push(report_pages());
    steps.push(Step::check("pictures", || browser(Invocation::new("node").args(["web/pictures.mjs"]))?.run()));
    steps
}

/// Returns a command that uses the pages in a browser.
fn browser(command: Invocation) -> Result<Invocation, String> {
    let modules = |(name, version)| npm_package(name, version);
    Ok(command
        .env("PLAYWRIGHT", modules(PLAYWRIGHT)?)
        .env("AXE", modules(AXE)?)
        .env("PAGE", page())
        .env("REPORTS", reports())
        .env("SMSC", built::smsc()))
}

/// Returns the number of tests that passed, by the report of node, or `None` if not all did.
fn passed(report: &str) -> Option<usize> {
    let count = |name: &str| {
        report.lines().rev().find_map(|line| line.trim_start_matches(['ℹ', ' ']).strip_prefix(name)?.trim().parse().ok())
    };
    count("pass ").filter(|_| ["fail ", "cancelled ", "skipped ", "todo "].into_iter().all(|name| count(name) == Some(0)))
}

/// Builds the module, and returns its bytes.
fn module() -> Result<Vec<u8>, String> {
    let folder = target_dir().join("web/module");
    let build = release::build(root()).args(["--package", "smsc-web", "--target", TARGET, "--target-dir"]).args([&folder]);
    let build = build
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s")
        .env("CARGO_PROFILE_RELEASE_LTO", "fat")
        .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        // For an option of the nightly compiler: without it, each moved line would change the
        // module.
        .env("RUSTC_BOOTSTRAP", "1");
    let variable = |name: &str| format!("CARGO_TARGET_{}_{name}", TARGET.to_uppercase().replace('-', "_"));
    let flags = "-Zlocation-detail=none";
    let build = if bare_metal::has_library(TARGET)? {
        build.env(&variable("RUSTFLAGS"), flags)
    } else {
        build
            .args(["-Zbuild-std=std,panic_abort"])
            .env("RUSTC", bare_metal::compiler()?)
            .env(&variable("LINKER"), bare_metal::linker()?)
            .env(&variable("RUSTFLAGS"), format!("{flags} -Clinker-flavor=wasm-ld"))
    };
    build.run()?;
    let file = folder.join(TARGET).join("release/smsc_web.wasm");
    release::names_no_folder(&file)?;
    fs::read(&file).map_err(at(&file))
}

/// Puts the module, the scripts, the style and the licences into the page.
fn assemble(module: &[u8]) -> Result<String, String> {
    let (style, script) = (source("style.css")?, scripts(&SCRIPTS)?);
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&style)
    );
    // The best compression of `deflate`, which browsers undo.
    let packed = STANDARD.encode(miniz_oxide::deflate::compress_to_vec(module, 10));
    let values = [
        ("csp", policy),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("style", style),
        ("script", script),
        ("worker", scripts(&WORKER)?),
        ("wasm", packed),
        ("licences", escaped(&notices::of_page()?)),
    ];
    filled(&source("index.html")?, &values)
}

/// Returns a template with its values. Fails if one of them is unknown or unused.
fn filled(template: &str, values: &[(&str, String)]) -> Result<String, String> {
    let mut parts = template.split("{{");
    let mut html = parts.next().unwrap_or_default().to_owned();
    let mut used = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once("}}").ok_or("index.html: a value has no end")?;
        let (_, value) =
            values.iter().find(|(known, _)| *known == name).ok_or_else(|| format!("index.html: unknown value {name}"))?;
        used.push(name);
        html.extend([value, rest]);
    }
    match values.iter().find(|(name, _)| !used.contains(name)) {
        Some((name, _)) => Err(format!("index.html: the value {name} is not used")),
        None => Ok(html),
    }
}

/// Returns scripts as one, whose names nothing else sees.
fn scripts(names: &[&str]) -> Result<String, String> {
    let sources: Vec<_> = names.iter().map(|name| source(&format!("{name}.js"))).collect::<Result<_, _>>()?;
    let script = format!("(() => {{\n\"use strict\";\n{}}})();\n", sources.concat());
    if script.contains("</script") { Err("a script contains the end of its element".to_owned()) } else { Ok(script) }
}

fn source(name: &str) -> Result<String, String> {
    read(Path::new("web/page").join(name))
}

/// Returns the hash of an element's content, as the policy names it.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_has_every_value() {
        let values = [("a", "1".to_owned()), ("b", "{{x}}".to_owned())];
        assert_eq!(filled("{{a}} {{b}} {{a}}", &values).as_deref(), Ok("1 {{x}} 1"));
        assert!(filled("{{a}}", &values).is_err());
        assert!(filled("{{a}} {{b}} {{c}}", &values).is_err());
    }

    #[test]
    fn only_a_report_without_failures_counts() {
        let report = |fail: usize| format!("ℹ tests 5\nℹ pass 5\nℹ fail {fail}\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\n");
        assert_eq!(passed(&report(0)), Some(5));
        assert_eq!(passed(&report(1)), None);
        assert_eq!(passed(""), None);
    }

    #[test]
    fn texts_of_data_are_no_html() {
        assert_eq!(escaped("<a> & b"), "&lt;a> &amp; b");
    }
}
