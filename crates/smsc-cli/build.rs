//! Sets the cfg `checkout`, for the tests that need what is not published: the crate `testkit`. The
//! published package leaves out this script, and with it the cfg.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-cfg=checkout");
}
