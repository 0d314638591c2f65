//! Writes the inputs that the fuzz targets start with: the seeds of each target into a folder, one
//! file each, and the dictionaries of all targets into `fuzz/`.

use std::io::Result;
use std::path::Path;
use std::{env, fs};

use testkit::fuzz;

fn main() -> Result<()> {
    let folder = env::args_os().nth(1).expect("a folder for the seeds");
    let dictionaries = fuzz::folder().join("dictionaries");
    fs::create_dir_all(&dictionaries)?;
    for target in fuzz::TARGETS {
        let own = Path::new(&folder).join(target.name);
        // Seeds of an earlier version would stay otherwise.
        if own.exists() {
            fs::remove_dir_all(&own)?;
        }
        fs::create_dir_all(&own)?;
        for (at, seed) in (target.seeds)().iter().enumerate() {
            fs::write(own.join(format!("seed-{at:04}")), seed)?;
        }
        fs::write(dictionaries.join(format!("{}.dict", target.name)), fuzz::dictionary(target))?;
    }
    Ok(())
}
