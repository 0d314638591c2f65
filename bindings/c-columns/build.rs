//! Sets the SONAME of the shared library. Before 1.0 a minor version may be incompatible with the one before
//! it.

fn main() {
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        let part = |name: &str| std::env::var(name).expect("cargo sets it");
        let version = format!("{}.{}", part("CARGO_PKG_VERSION_MAJOR"), part("CARGO_PKG_VERSION_MINOR"));
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libsmsc_columns.so.{version}");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
