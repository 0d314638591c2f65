//! What a record costs in PHP: from the extension, from plain PHP, and from the vendor's way that is wrong.

use super::build::Built;
use crate::run::{Invocation, Step, cargo, root, target_dir};

const RECORDS: &str = "10000";

/// The comparison of speed.
pub(crate) fn bench() -> Step {
    Step::check("bench of the PHP extension", || {
        super::need_all()?;
        let built = Built::with_cargo()?;
        cargo(["build", "--release", "--locked", "--package", "benches", "--examples"]).run()?;
        let corpus = root().join(target_dir()).join("release/examples/corpus");
        for all in ["0", "2"] {
            let batch = built.folder.join(format!("batch{all}.txt"));
            Invocation::new(&corpus).args([batch.as_os_str()]).args([RECORDS, all]).run()?;
            // Debian has these two as modules, which no ini file loads here.
            let php = built.php().args(["-d", "extension=iconv", "-d", "extension=ctype", "bindings/php/bench/read.php"]);
            php.args([batch.as_os_str(), all.as_ref()]).run()?;
        }
        Ok(())
    })
}
