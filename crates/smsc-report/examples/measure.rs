//! Measures the time and the memory of a report of many records.
//!
//! ```sh
//! cargo run --release -p smsc-report --example measure -- generate 10000000 /tmp/replies.txt
//! cargo run --release -p smsc-report --example measure -- report /tmp/replies.txt
//! cargo run --release -p smsc-report --example measure -- report /tmp/replies.txt merged
//! ```

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::sync::mpsc::sync_channel;
use std::time::Instant;

use smsc_columns::{Reader, Source};
use smsc_proto::{Charset, Detail, Format, Query};
use smsc_report::{Collector, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate", count, path] => generate(count.parse()?, path),
        ["report", path] => report(path, Options::new()),
        ["report", path, "merged"] => report(path, Options::new().merged()),
        _ => Err("usage: measure generate COUNT FILE, or measure report FILE [merged]".into()),
    }
}

/// Writes a batch of fmt=1&all=2. A tenth of the messages have two reports.
fn generate(count: u64, path: &str) -> Result<(), Box<dyn Error>> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut state = 1_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let operators = ["МТС", "Билайн", "МегаФон", "Tele2", "Yota", "Мотив"];
    for number in 0..count {
        let id = if number % 10 == 9 { number } else { number + 1 };
        let sent = 1_793_480_400 + id * 2_592_000 / count;
        let last = sent + 3 + random(60) * random(60);
        let (status, err) = if random(20) == 0 { (20, [1, 6, 255][usize::try_from(random(3))?]) } else { (1, 0) };
        let operator = operators[usize::try_from(id % 6)?];
        let (cost, sender) = (1 + id % 4, id % 12);
        writeln!(
            file,
            "{status},{last},{err},{sent},7999{:07},Россия,{operator},Москва,{cost}.12,SENDER{sender},x,\
             Ваш заказ {id} готов к выдаче,,0,{id}",
            id % 5_000_000
        )?;
    }
    Ok(file.flush()?)
}

/// Reads a file on one thread, and collects its figures on another.
fn report(path: &str, options: Options) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let query = Query::new(Format::Values, Detail::Full).batch().charset(Charset::Utf8);
    let columns = smsc_columns::Options::new(query).columns(&Collector::columns()).batch_rows(1 << 14);
    let reader = Reader::new(&columns, [Source::file(path)])?;
    let (sender, receiver) = sync_channel(2);
    let reading = std::thread::spawn(move || reader.into_iter().try_for_each(|batch| sender.send(batch)));
    let mut collector = Collector::new(options)?;
    for batch in receiver {
        collector.add(&batch?)?;
    }
    reading.join().map_err(|_| "the reader panicked")??;
    let figures = collector.finish().figures;
    let (seconds, records) = (start.elapsed().as_secs_f64(), figures.quality.records);
    println!("{records} records of {} messages in {seconds:.2} s", figures.totals.counts.sent());
    for line in std::fs::read_to_string("/proc/self/status").unwrap_or_default().lines() {
        if line.starts_with("VmHWM") {
            println!("{line}");
        }
    }
    Ok(())
}
