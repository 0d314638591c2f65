//! The time per record in C and in Rust: two programs that do the same, run in turns.

use std::path::Path;

use crate::c;
use crate::run::{Invocation, Step, cargo, target_dir};

const RECORDS: &str = "10000";
/// The number of runs of each program. The fastest counts, because noise only adds time.
const TURNS: usize = 7;
const ROUNDS: &str = "100";

pub(crate) fn step() -> Step {
    Step::check("from C and from Rust", || {
        let folder = target_dir().join("c-bench");
        c::install(c::Variant::Released, &folder)?;
        let from_c = folder.join("iterate");
        Invocation::new("gcc")
            .args(["-std=gnu11", "-O2", "benches/c/iterate.c", "-I"])
            .args([&folder.join("include"), &folder.join("lib/libsmsc_proto.a")])
            .args(["-o".as_ref(), from_c.as_os_str()])
            .run()?;
        cargo(["build", "--release", "--locked", "--package", "benches", "--examples"]).run()?;
        let examples = target_dir().join("release/examples");
        println!("ns a record, {RECORDS} records of fmt 1   Rust       C   C/Rust");
        for all in ["0", "2"] {
            let batch = folder.join(format!("batch{all}.txt"));
            Invocation::new(examples.join("corpus")).args([batch.as_os_str()]).args([RECORDS, all]).run()?;
            let (mut rust, mut c) = (Figure::NONE, Figure::NONE);
            for _ in 0..TURNS {
                rust.add(run(&examples.join("iterate"), &batch, all)?);
                c.add(run(&from_c, &batch, all)?);
            }
            if rust.answer != c.answer {
                return Err(format!("all={all}: the two differ: Rust read {:?}, C {:?}", rust.answer, c.answer));
            }
            println!("all={all} {:>36.1} {:>7.1} {:>8.2}", rust.nanos, c.nanos, c.nanos / rust.nanos);
        }
        Ok(())
    })
}

/// The output of a program: the number of records, a sum over them, and the time per record.
struct Figure {
    answer: Option<(String, String)>,
    nanos: f64,
}

impl Figure {
    const NONE: Self = Self { answer: None, nanos: f64::INFINITY };

    fn add(&mut self, other: Self) {
        self.nanos = self.nanos.min(other.nanos);
        self.answer = other.answer;
    }
}

fn run(program: &Path, batch: &Path, all: &str) -> Result<Figure, String> {
    let text = Invocation::new(program).args([batch.as_os_str()]).args([all, ROUNDS]).output()?;
    let words: Vec<_> = text.split_whitespace().collect();
    let [records, sum, nanos] = words[..] else { return Err(format!("{}: {text}", program.display())) };
    let nanos = nanos.parse().map_err(|error| format!("{nanos}: {error}"))?;
    if records != RECORDS || nanos <= 0.0 {
        return Err(format!("{}: {records} records in {nanos} ns each", program.display()));
    }
    Ok(Figure { answer: Some((records.to_owned(), sum.to_owned())), nanos })
}
