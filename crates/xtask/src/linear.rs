//! How the time grows with the size of a body: instructions per byte, counted by valgrind, on bodies made to slow a reader down.

use crate::run::{Invocation, Step, cargo, target_dir};

/// Each is twice the one before; the largest is over the longest record of a batch.
const SIZES: [usize; 5] = [1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22];

/// How much the instructions per byte may grow when the largest size doubles. (From 1 to 2 MiB some shapes change their nature: line ends at the very
/// end of a batch are no records up to 1 MiB, and so many lines beyond that.)
const MOST: f64 = 1.1;

pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("linear time", || {
        cargo(["build", "--release", "--locked", "--package", "testkit", "--example", "hostile"]).run()?;
        let binary = target_dir().join("release/examples/hostile");
        let shapes = Invocation::new(&binary).output()?;
        println!("{:<28}{}", "instructions per byte at", SIZES.map(|size| format!("{:>10} KiB", size >> 10)).concat());
        let mut too_slow = Vec::new();
        for shape in shapes.lines() {
            let mut per_byte = Vec::new();
            for size in SIZES {
                #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
                per_byte.push(instructions(&binary, "*read_all*", &[shape, &size.to_string()])? as f64 / size as f64);
            }
            let figures: Vec<_> = per_byte.iter().map(|count| format!("{count:>14.1}")).collect();
            println!("{shape:<28}{}", figures.concat());
            if let [.., half, whole] = per_byte[..]
                && whole > half * MOST
            {
                too_slow.push(shape.to_owned());
            }
        }
        if too_slow.is_empty() { Ok(()) } else { Err(format!("not linear: {}", too_slow.join(", "))) }
    })]
}

/// The instructions that a function of a program takes, without those that make what it works on.
pub(crate) fn instructions(binary: &std::path::Path, function: &str, args: &[&str]) -> Result<u64, String> {
    let counts = target_dir().join("callgrind.out");
    Invocation::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--dump-line=no"])
        .args([format!("--toggle-collect={function}"), format!("--callgrind-out-file={}", counts.display())])
        .args([binary.as_os_str()])
        .args(args)
        .output()?;
    let text = std::fs::read_to_string(&counts).map_err(|error| format!("{}: {error}", counts.display()))?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ").or_else(|| line.strip_prefix("summary: ")));
    total.and_then(|total| total.trim().parse().ok()).ok_or_else(|| "callgrind gave no total".to_owned())
}
