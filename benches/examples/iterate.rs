//! Parses a batch of fmt 1 several times: `iterate FILE ALL ROUNDS`. Prints the number of records,
//! a sum over some of their values, and the nanoseconds per record of the fastest round.
//! c/iterate.c does this with the C library.

use std::env::args;
use std::hint::black_box;
use std::time::{Duration, Instant};

use smsc_proto::{Detail, Format, MessageId, Query, Record, Reply};

fn main() {
    let [file, all, rounds] = args().skip(1).collect::<Vec<_>>().try_into().expect("FILE ALL ROUNDS");
    let body = std::fs::read(file).expect("a readable file");
    let all = Detail::try_from(all.parse::<u8>().expect("a number")).expect("0, 1 or 2");
    let query = Query::new(Format::Values, all).batch();
    let (mut records, mut sum, mut best) = (0_u64, 0_u64, Duration::MAX);
    for _ in 0..rounds.parse().expect("a number") {
        let start = Instant::now();
        (records, sum) = (0, 0);
        let Ok(Reply::Records(mut found)) = query.read(black_box(&body)) else { panic!("no records") };
        let mut record = Record::empty();
        while found.next_into(&mut record).is_some_and(|result| result.is_ok()) {
            records += 1;
            let err = record.err().map_or(0, |err| err.0.into());
            let text = record.message().map_or(0, |message| message.as_bytes().len() as u64);
            sum += u64::from(record.status().0.cast_unsigned())
                + err
                + u64::from(record.id().and_then(MessageId::number).unwrap_or(0))
                + text;
        }
        best = best.min(start.elapsed());
    }
    #[expect(clippy::cast_precision_loss, reason = "a figure to look at")]
    let nanos = best.as_nanos() as f64 / records as f64;
    println!("{records} {sum} {nanos:.2}");
}
