//! Writes a batch of fmt 1 in windows-1251 to a file: `corpus FILE RECORDS ALL`. The same arguments
//! always write the same bytes.

use std::env::args;

fn main() {
    let [file, records, all] = args().skip(1).collect::<Vec<_>>().try_into().expect("FILE RECORDS ALL");
    let (records, all) = (records.parse().expect("a number"), all.parse().expect("0, 1 or 2"));
    std::fs::write(file, testkit::generate::batch(20_251_010, records, all, "windows-1251")).expect("a file to write to");
}
