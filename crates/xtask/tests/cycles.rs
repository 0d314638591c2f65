//! Imports run one way only: no two modules, and no two folders, of a crate import each other,
//! directly or through others.
//!
//! The Python binding is left out: its classes refer to each other, as classes of one package do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

const CRATES: [&str; 14] = [
    "crates/smsc-proto/src",
    "crates/sms-outcome/src",
    "crates/sms-explain/src",
    "crates/bounded-http/src",
    "crates/smsc-client/src",
    "crates/sms-tracker/src",
    "crates/smsc-watch/src",
    "crates/smsc-columns/src",
    "crates/smsc-report/src",
    "crates/smsc-cli/src",
    "crates/smsc-standin/src",
    "crates/testkit/src",
    "bindings/c/src",
    "web/wasm/src",
];

/// The source of each module of a crate, by its path: `lines::fast`, and the empty path for the
/// crate's root.
type Sources = BTreeMap<String, String>;

/// The modules that each module imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_modules_and_no_folders_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in CRATES {
        let mut sources = Sources::new();
        read(&root.join(name), "", &mut sources);
        assert!(sources.len() > 5, "{name}: the sources are gone");
        assert_eq!(cycle(&imports(&sources)), None, "{name}");
    }
}

#[test]
fn cycles_are_found() {
    let sources = |modules: &[(&str, &str)]| -> Sources {
        modules.iter().map(|(path, source)| ((*path).to_owned(), (*source).to_owned())).collect()
    };
    let found = |modules: &[(&str, &str)]| cycle(&imports(&sources(modules)));
    let straight = [("", "mod a; mod b; pub use b::B;"), ("a", "use crate::b::{self, B};"), ("b", "pub struct B;")];
    assert_eq!(found(&straight), None);
    // Between modules: by a path, by `super`, and by a name that the root exports.
    for back in ["fn f() { crate::a::f() }", "use super::a;", "use crate::{a::A as C};"] {
        let mut modules = straight;
        modules[2].1 = back;
        assert_eq!(found(&modules), Some("a → b → a".to_owned()), "{back}");
    }
    let exported = [("", "pub use b::B;"), ("a", "use crate::B;"), ("b", "use crate::a::A;")];
    assert_eq!(found(&exported), Some("a → b → a".to_owned()));
    // Between folders, where no module is in a circle.
    let folders = [("", ""), ("x::a", "use crate::y::a::A;"), ("x::b", ""), ("y::a", ""), ("y::b", "use crate::x::b::B;")];
    assert_eq!(found(&folders), Some("x → y → x".to_owned()));
    // Tests may import what they like.
    let in_a_test = [("", ""), ("a", "use crate::b::B;"), ("b", "#[cfg(test)] mod tests { use crate::a::A; }")];
    assert_eq!(found(&in_a_test), None);
}

fn read(folder: &Path, prefix: &str, sources: &mut Sources) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let module = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
        if path.is_dir() {
            read(&path, &module, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            let module = if module == "lib" || module == "main" { String::new() } else { module };
            sources.insert(module, fs::read_to_string(&path).unwrap());
        }
    }
}

fn imports(sources: &Sources) -> Imports {
    let parsed: BTreeMap<_, _> =
        sources.iter().map(|(module, source)| (module, syn::parse_file(source).expect("Rust that compiles"))).collect();
    let mut exports = BTreeMap::new();
    for item in parsed.get(&String::new()).into_iter().flat_map(|root| &root.items) {
        if let Item::Use(item) = item {
            for path in paths(&item.tree) {
                if let (Some(name), Some(module)) = (path.last(), module_of(&path, sources)) {
                    exports.insert(name.clone(), module);
                }
            }
        }
    }
    let mut imports = Imports::new();
    for (module, file) in &parsed {
        let mut found = Found { module: module.split("::").map(str::to_owned).collect(), paths: Vec::new() };
        found.visit_file(file);
        for path in found.paths {
            let target = module_of(&path, sources).or_else(|| exports.get(path.first()?).cloned());
            // The root declares the modules and exports what they hold; that is no import.
            if let Some(target) = target.filter(|target| target != *module && !module.is_empty()) {
                imports.entry((*module).clone()).or_default().insert(target);
            }
        }
    }
    imports
}

/// Returns the longest module that a path names or leads into.
fn module_of(path: &[String], sources: &Sources) -> Option<String> {
    (1..=path.len()).rev().map(|length| path[..length].join("::")).find(|module| sources.contains_key(module))
}

/// Returns every path of a `use`.
fn paths(tree: &UseTree) -> Vec<Vec<String>> {
    let under = |name: String, paths: Vec<Vec<String>>| paths.into_iter().map(|path| [vec![name.clone()], path].concat()).collect();
    match tree {
        UseTree::Path(path) => under(path.ident.to_string(), paths(&path.tree)),
        UseTree::Name(name) => vec![vec![name.ident.to_string()]],
        UseTree::Rename(name) => vec![vec![name.ident.to_string()]],
        UseTree::Glob(_) => vec![Vec::new()],
        UseTree::Group(group) => group.items.iter().flat_map(paths).collect(),
    }
}

/// The paths into the own crate that a module names, from the crate's root on.
struct Found {
    module: Vec<String>,
    paths: Vec<Vec<String>>,
}

impl Found {
    fn take(&mut self, path: &[String]) {
        let parent = self.module.split_last().map_or(&[][..], |(_, parent)| parent);
        match path.split_first() {
            Some((first, rest)) if first == "crate" => self.paths.push(rest.to_vec()),
            Some((first, rest)) if first == "super" => self.paths.push([parent, rest].concat()),
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Found {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        for path in paths(&item.tree) {
            self.take(&path);
        }
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(super)` and `pub(in crate::a)` import nothing.
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.take(&names);
        visit::visit_path(self, path);
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    let is_cfg_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|name| name == "test")
    };
    attributes.iter().any(is_cfg_test)
}

/// Returns a circle of modules, or of folders seen as one module each, written `a → b → a`; `None`
/// if there is none.
fn cycle(imports: &Imports) -> Option<String> {
    let mut modules: BTreeSet<_> = imports.keys().cloned().collect();
    modules.extend(imports.values().flatten().cloned());
    circle(imports).or_else(|| {
        let depth = modules.iter().map(|module| module.split("::").count()).max()?;
        // Paths are cut after `steps` parts, so that a folder is one module.
        (1..depth).find_map(|steps| {
            let cut = |module: &String| module.split("::").take(steps).collect::<Vec<_>>().join("::");
            let mut folders = Imports::new();
            for (module, targets) in imports {
                let targets = targets.iter().map(cut).filter(|target| *target != cut(module));
                folders.entry(cut(module)).or_default().extend(targets);
            }
            circle(&folders)
        })
    })
}

fn circle(imports: &Imports) -> Option<String> {
    imports.keys().find_map(|start| {
        let mut ways = vec![vec![start.clone()]];
        let mut seen = BTreeSet::new();
        while let Some(way) = ways.pop() {
            for next in imports.get(way.last()?).into_iter().flatten() {
                let longer = [way.clone(), vec![next.clone()]].concat();
                if next == start {
                    return Some(longer.join(" → "));
                }
                if seen.insert(next.clone()) {
                    ways.push(longer);
                }
            }
        }
        None
    })
}
