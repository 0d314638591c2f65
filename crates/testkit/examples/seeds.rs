//! Writes what the fuzz targets begin with: the seeds of one below a folder, a file each, and the dictionaries of all of them to their place in `fuzz/`.

use std::io::Result;
use std::path::Path;
use std::{env, fs};

use testkit::fuzz;

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).expect("a folder for the seeds");
    let dictionaries = fuzz::folder().join("dictionaries");
    fs::create_dir_all(&dictionaries)?;
    for target in fuzz::TARGETS {
        let place = Path::new(&folder).join(target.name);
        // Those of an earlier version would otherwise stay.
        if place.exists() {
            fs::remove_dir_all(&place)?;
        }
        fs::create_dir_all(&place)?;
        for (at, seed) in (target.seeds)().iter().enumerate() {
            fs::write(place.join(format!("seed-{at:04}")), seed)?;
        }
        fs::write(dictionaries.join(format!("{}.dict", target.name)), fuzz::dictionary(target))?;
    }
    Ok(())
}
