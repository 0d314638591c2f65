//! The goals for the speed of the core, and whether they are met.

use super::figures::{Figure, find, markdown};

/// The measure that a goal is about.
const OURS: &str = "smsc-proto";
/// The factor by which the cost of a record may differ between bodies of a hundred records and
/// more: memory is slower than the caches.
const FLAT: f64 = 1.25;

/// The limit of a goal. If a goal names several groups, the worst one counts; of several peers, the
/// fastest.
struct Goal {
    what: &'static str,
    /// The contender that is measured.
    ours: &'static str,
    groups: &'static [&'static str],
    peers: &'static [&'static str],
    bound: Bound,
}

#[derive(Clone, Copy)]
enum Bound {
    /// At most this multiple of the peer's time.
    Share(f64),
    /// At most this multiple of the peer's time, and this many nanoseconds per record more.
    SharePlus(f64, f64),
    /// At least this many times as fast as the peer.
    Times(f64),
}

const ALL0: &[&str] = &["fmt 1 all=0 windows-1251", "fmt 1 all=0 utf-8"];
const ALL2: &[&str] = &["fmt 1 all=2 windows-1251", "fmt 1 all=2 utf-8"];

const KNOWN: &[&str] = &[
    "known pairs, all=0 of 1000",
    "known pairs, all=0 of 100000",
    "known pairs, all=0 of 1000000",
    "known pairs, all=2 of 1000",
    "known pairs, all=2 of 100000",
    "known pairs, all=2 of 1000000",
];

const REQUESTS: &[&str] =
    &["status request of 1000, ids in order", "status request of 1000, ids shuffled", "status request of 1000, ids one id"];

const GOALS: &[Goal] = &[
    Goal { ours: OURS, what: "fmt 1 all=0, the walk", groups: ALL0, peers: &["memchr2 walk"], bound: Bound::Share(0.7) },
    Goal { ours: OURS, what: "fmt 1 all=0, csv-core", groups: ALL0, peers: &["csv-core"], bound: Bound::Times(2.3) },
    Goal { ours: OURS, what: "fmt 1 all=0, naive split", groups: ALL0, peers: &["naive split"], bound: Bound::Times(5.0) },
    Goal {
        ours: OURS,
        what: "fmt 1 all=2, the walk (the aim is 0.50×)",
        groups: ALL2,
        peers: &["memchr2 walk"],
        bound: Bound::Share(1.0),
    },
    Goal { ours: OURS, what: "fmt 1 all=2, csv-core", groups: ALL2, peers: &["csv-core"], bound: Bound::Times(2.3) },
    Goal {
        ours: OURS,
        what: "HLR all=2, the walk",
        groups: &["fmt 1 all=2 windows-1251 HLR"],
        peers: &["memchr2 walk"],
        bound: Bound::Share(0.8),
    },
    Goal {
        ours: "smsc-proto in chunks",
        what: "fmt 1 all=2 in chunks, the whole body",
        groups: ALL2,
        peers: &[OURS],
        bound: Bound::Share(1.25),
    },
    Goal {
        ours: "in order",
        what: "pairs in order, without pairs",
        groups: KNOWN,
        peers: &["without pairs"],
        bound: Bound::Share(1.25),
    },
    Goal {
        ours: "shuffled",
        what: "pairs shuffled, without pairs",
        groups: KNOWN,
        peers: &["without pairs"],
        bound: Bound::Share(2.0),
    },
    Goal {
        ours: "none matches",
        what: "no pair matching, without pairs",
        groups: KNOWN,
        peers: &["without pairs"],
        bound: Bound::Share(2.0),
    },
    Goal {
        ours: OURS,
        what: "fmt 0 all=2, the faster peer",
        groups: &["fmt 0 all=2 utf-8"],
        peers: &["split", "regex"],
        bound: Bound::Times(2.0),
    },
    Goal {
        ours: OURS,
        what: "fmt 3 all=2, serde_json",
        groups: &["fmt 3 all=2 utf-8"],
        peers: &["serde_json"],
        bound: Bound::Times(3.5),
    },
    Goal {
        ours: OURS,
        what: "fmt 3 all=2, simd-json",
        groups: &["fmt 3 all=2 utf-8"],
        peers: &["simd-json"],
        bound: Bound::Times(2.2),
    },
    Goal {
        ours: OURS,
        what: "fmt 2 all=2, quick-xml",
        groups: &["fmt 2 all=2 utf-8"],
        peers: &["quick-xml"],
        bound: Bound::Times(7.0),
    },
    Goal {
        ours: OURS,
        what: "windows-1251 to UTF-8, encoding_rs",
        groups: &["texts of windows-1251"],
        peers: &["encoding_rs"],
        bound: Bound::Times(1.0),
    },
    Goal {
        ours: OURS,
        what: "one line, all=0, naive split",
        groups: &["one line, all=0"],
        peers: &["naive split"],
        bound: Bound::Times(2.0),
    },
    Goal {
        ours: OURS,
        what: "one line, all=2, naive split",
        groups: &["one line, all=2"],
        peers: &["naive split"],
        bound: Bound::Times(2.0),
    },
    Goal {
        ours: OURS,
        what: "status request of 1000, a copy of its bytes",
        groups: REQUESTS,
        peers: &["memcpy"],
        // 20 µs for the whole request.
        bound: Bound::SharePlus(2.0, 20.0),
    },
];

/// Returns one row for each goal.
pub(super) fn table(figures: &[Figure]) -> Result<String, String> {
    let head = ["goal", "asked", "found", "met"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for goal in GOALS {
        rows.push(row(goal, figures)?);
    }
    for all in ["all=0", "all=2"] {
        rows.push(flat(all, figures)?);
    }
    Ok(markdown(&rows))
}

fn row(Goal { what, ours, groups, peers, bound }: &Goal, figures: &[Figure]) -> Result<Vec<String>, String> {
    let (mut worst, mut most_over): (f64, f64) = (0.0, f64::NEG_INFINITY);
    for group in *groups {
        let mut peer = f64::INFINITY;
        for name in *peers {
            peer = peer.min(find(figures, group, name)?);
        }
        let nanos = find(figures, group, ours)?;
        worst = worst.max(nanos / peer);
        if let Bound::SharePlus(share, _) = bound {
            most_over = most_over.max(nanos - share * peer);
        }
    }
    let (asked, found, is_met) = match *bound {
        Bound::Share(share) => (format!("at most {share:.2}×"), format!("{worst:.2}×"), worst <= share),
        Bound::SharePlus(share, nanos) => {
            (format!("at most {share:.2}× and {nanos:.0} ns"), format!("{share:.2}× and {most_over:.1} ns"), most_over <= nanos)
        }
        Bound::Times(times) => (format!("{times:.1} times as fast"), format!("{:.2} times", worst.recip()), worst.recip() >= times),
    };
    Ok(vec![(*what).to_owned(), asked, found, met(is_met)])
}

/// Returns the ratio of the most expensive record to the cheapest one, over the sizes from a
/// hundred on.
fn flat(all: &str, figures: &[Figure]) -> Result<Vec<String>, String> {
    let size = |group: &str| group.strip_prefix(all)?.strip_prefix(" of ")?.parse::<u64>().ok();
    let is_counted = |figure: &&Figure| figure.contender == OURS && size(&figure.group).is_some_and(|records| records >= 100);
    let nanos = || figures.iter().filter(is_counted).map(|figure| figure.nanos);
    let most = figures.iter().filter_map(|figure| size(&figure.group)).max().filter(|_| nanos().count() >= 2);
    let most = most.ok_or_else(|| format!("no sizes of {all} to compare"))?;
    let found = nanos().fold(0.0, f64::max) / nanos().fold(f64::INFINITY, f64::min);
    let what = format!("fmt 1 {all}, the same cost from 100 to {most} records");
    Ok(vec![what, format!("at most {FLAT:.2}×"), format!("{found:.2}×"), met(found <= FLAT)])
}

fn met(is_met: bool) -> String {
    if is_met { "yes" } else { "no" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(group: &str, contender: &str, nanos: f64) -> Figure {
        Figure { group: group.to_owned(), contender: contender.to_owned(), nanos }
    }

    const TIMES: Goal = Goal { ours: OURS, what: "x", groups: &["a", "b"], peers: &["p", "q"], bound: Bound::Times(2.0) };
    const SHARE: Goal = Goal { bound: Bound::Share(0.5), ..TIMES };
    const PLUS: Goal = Goal { bound: Bound::SharePlus(0.25, 5.0), ..TIMES };

    #[test]
    fn the_worst_group_and_the_fastest_peer_count() {
        let mut figures = vec![figure("a", "p", 100.0), figure("a", "q", 30.0), figure("a", OURS, 10.0)];
        assert!(row(&TIMES, &figures).is_err(), "no figures of b");
        figures.extend([figure("b", "p", 20.0), figure("b", "q", 90.0), figure("b", OURS, 10.0)]);
        assert_eq!(row(&TIMES, &figures).unwrap()[2..], ["2.00 times", "yes"]);
        assert_eq!(row(&SHARE, &figures).unwrap()[2..], ["0.50×", "yes"]);
        // a: 10 - 30 / 4; b: 10 - 20 / 4.
        assert_eq!(row(&PLUS, &figures).unwrap()[2..], ["0.25× and 5.0 ns", "yes"]);
        figures[5].nanos = 10.5;
        assert_eq!(row(&TIMES, &figures).unwrap()[3], "no");
        assert_eq!(row(&SHARE, &figures).unwrap()[3], "no");
        assert_eq!(row(&PLUS, &figures).unwrap()[3], "no");
    }

    #[test]
    fn one_record_may_cost_more_but_a_million_may_not() {
        let flat_to = |nanos| {
            [figure("all=0 of 1", OURS, 900.0), figure("all=0 of 100", OURS, 10.0), figure("all=0 of 1000000", OURS, nanos)]
        };
        assert_eq!(flat("all=0", &flat_to(12.5)).unwrap()[3], "yes");
        assert_eq!(flat("all=0", &flat_to(12.6)).unwrap()[3], "no");
        assert!(flat("all=0", &flat_to(12.5)[..2]).is_err(), "one size alone");
        assert!(flat("all=2", &flat_to(12.5)).is_err(), "sizes of another body");
    }
}
