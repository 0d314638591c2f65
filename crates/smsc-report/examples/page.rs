//! Writes example pages into a folder: `cargo run -p smsc-report --example page -- FOLDER`.
//!
//! The figures are invented. The tests of the page in a browser and the picture of the documentation
//! use these files.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use smsc_proto::Lang;
use smsc_report::{Figures, PageOptions, page};

#[path = "../tests/report/common/hostile.rs"]
mod hostile;
#[path = "../tests/report/common/month.rs"]
mod month;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("expected the name of a folder")?);
    fs::create_dir_all(&folder)?;
    let month = month::figures(31);
    for lang in Lang::ALL {
        let options = PageOptions { lang: *lang, ..PageOptions::default() };
        fs::write(folder.join(format!("month-{}.html", lang.name())), page(&month, &options)?)?;
    }
    let options = PageOptions::default();
    fs::write(folder.join("year.html"), page(&month::figures(310), &options)?)?;
    fs::write(folder.join("empty.html"), page(&Figures::default(), &options)?)?;
    fs::write(folder.join("hostile.html"), page(&hostile::figures(), &options)?)?;
    Ok(())
}
