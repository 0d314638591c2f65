//! SHA256SUMS, and the table of the artefacts with their sizes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::run::{at, list, read, write as write_file};

pub(super) const FILE: &str = "SHA256SUMS";

/// Writes the sum of every artefact, as `sha256sum --check` reads it, and prints the sizes.
pub(super) fn make(folder: &Path) -> Result<(), String> {
    let mut sums = String::new();
    for file in artefacts(folder)? {
        let bytes = fs::read(&file).map_err(at(&file))?;
        let name = name(&file);
        println!("{:>12}  {name}", grouped(bytes.len()));
        sums.push_str(&line(&bytes, &name));
    }
    write_file(folder.join(FILE), &sums)
}

/// Fails if an artefact is not the one that the sums were made of.
pub(super) fn check(folder: &Path) -> Result<(), String> {
    let sums = read(folder.join(FILE)).map_err(|error| format!("{error}; make the artefacts first: cargo xtask dist"))?;
    let mut found = String::new();
    for file in artefacts(folder)? {
        found.push_str(&line(&fs::read(&file).map_err(at(&file))?, &name(&file)));
    }
    match sums.lines().chain(found.lines()).find(|line| !sums.contains(*line) || !found.contains(*line)) {
        Some(line) => Err(format!("{FILE} and the artefacts differ: {line}")),
        None => Ok(()),
    }
}

fn artefacts(folder: &Path) -> Result<Vec<PathBuf>, String> {
    Ok(list(folder)?.into_iter().filter(|file| name(file) != FILE).collect())
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn line(bytes: &[u8], name: &str) -> String {
    format!("{}  {name}\n", sum(bytes))
}

/// Returns the sum of bytes, as hexadecimal digits.
pub(super) fn sum(bytes: &[u8]) -> String {
    let mut sum = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(sum, "{byte:02x}");
    }
    sum
}

/// Returns a number with a comma before every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_sha256sum() {
        assert_eq!(line(b"", "a"), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n");
    }

    #[test]
    fn sizes_are_readable() {
        assert_eq!([7, 123, 1234, 1_234_567].map(grouped), ["7", "123", "1,234", "1,234,567"]);
    }
}
