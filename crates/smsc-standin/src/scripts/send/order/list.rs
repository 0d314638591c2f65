//! The parameter `list`: phones and texts, a line each.

use crate::reply::PARAMETERS;
use crate::state::No;

/// A line `phones:text`, or `sender|phones:text`, or `sender,tz|phones:text`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'l> {
    pub(super) phones: Vec<&'l str>,
    pub(super) text: &'l str,
    pub(super) sender: Option<&'l str>,
    /// Hours from UTC.
    pub(super) zone: Option<i8>,
}

/// Parses a list. Empty lines are skipped.
pub(super) fn lines(list: &str) -> Result<Vec<Line<'_>>, No> {
    let lines = list.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(line).collect::<Result<_, _>>()?;
    if lines.is_empty() { Err(PARAMETERS.into()) } else { Ok(lines) }
}

fn line(line: &str) -> Result<Line<'_>, No> {
    let Some((head, text)) = line.split_once(':') else {
        // The documentation names the semicolon too, which also separates phones.
        return Err(if line.contains(';') { No::Unknown("a list with semicolons is not known") } else { PARAMETERS.into() });
    };
    let (sender, phones) = match head.split_once('|') {
        Some((sender, phones)) => (Some(sender), phones),
        None => (None, head),
    };
    let (sender, zone) = match sender.and_then(|sender| sender.split_once(',')) {
        Some((sender, zone)) => (Some(sender), Some(super::time::from_moscow(zone.trim()).ok_or(PARAMETERS)?)),
        None => (sender, None),
    };
    let phones = phones.split([',', ';']).map(str::trim).filter(|phone| !phone.is_empty()).collect();
    Ok(Line { phones, text, sender, zone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_lines() {
        let lines = lines("79990000001:a: b\r\n\n79990000002, 79990000003:c\nshop|4:d\nshop,-1|5:e\n").unwrap();
        let shown: Vec<_> = lines.iter().map(|line| (line.phones.join("+"), line.text, line.sender, line.zone)).collect();
        let expected = [
            ("79990000001", "a: b", None, None),
            ("79990000002+79990000003", "c", None, None),
            ("4", "d", Some("shop"), None),
            ("5", "e", Some("shop"), Some(2)),
        ];
        assert_eq!(shown, expected.map(|(phones, text, sender, zone)| (phones.to_owned(), text, sender, zone)));
    }

    #[test]
    fn other_lines_are_refused() {
        assert!(matches!(lines("79990000001 a"), Err(No::Refused(_))));
        assert!(matches!(lines("shop,soon|79990000001:a"), Err(No::Refused(_))));
        assert!(matches!(lines("\n\n"), Err(No::Refused(_))));
        assert!(matches!(lines("79990000001;a"), Err(No::Unknown(_))));
    }
}
