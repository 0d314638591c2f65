//! Sets the cfg `checkout`, for the documentation that is outside this package and tested with it. The
//! published package leaves out this script, and with it the cfg.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-cfg=checkout");
}
