//! The wheels and the sdist.

use std::fs;

use super::out;
use super::targets::OTHERS;
use crate::python;
use crate::run::{at, list};

/// Makes a wheel for each machine, and the sdist.
pub(super) fn make() -> Result<(), String> {
    let mut machines = Vec::new();
    for machine in &OTHERS {
        if machine.can_be_built("the wheel")? {
            machines.push(format!("{}:{}", machine.target, machine.wheel));
        }
    }
    for file in list(&python::dist(&machines)?)? {
        let to = out().join(file.file_name().unwrap_or_default());
        fs::copy(&file, &to).map_err(at(&to))?;
    }
    Ok(())
}
