//! The output of the benches of the core, and the tables made of it.

use std::fmt::Write as _;

/// The number of groups in one table.
const COLUMNS: usize = 4;

/// The time of one contender in one group.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) group: String,
    pub(super) contender: String,
    /// Nanoseconds per record.
    pub(super) nanos: f64,
}

/// Parses the lines of a bench: group, contender and nanoseconds, separated by tabs.
pub(super) fn figures(lines: &str) -> Result<Vec<Figure>, String> {
    let figure = |line: &str| {
        let [group, contender, nanos] = line.split('\t').collect::<Vec<_>>()[..] else { return Err(format!("no figure: {line}")) };
        let nanos: f64 = nanos.parse().map_err(|error| format!("{line}: {error}"))?;
        // A time of 0 means that nothing was done, and a ratio to it would be wrong.
        if !nanos.is_finite() || nanos <= 0.0 {
            return Err(format!("{line}: that is no work at all"));
        }
        Ok(Figure { group: group.to_owned(), contender: contender.to_owned(), nanos })
    };
    let figures = lines.lines().map(figure).collect::<Result<Vec<_>, _>>()?;
    if figures.is_empty() { Err("it left no figures".to_owned()) } else { Ok(figures) }
}

/// Returns the figure of a contender in a group.
pub(super) fn find(figures: &[Figure], group: &str, contender: &str) -> Result<f64, String> {
    let found = figures.iter().find(|figure| figure.group == group && figure.contender == contender);
    found.map(|figure| figure.nanos).ok_or_else(|| format!("no figure of {contender}, {group}"))
}

/// Returns tables for Markdown. A row is a contender, a column is a group; groups of the same
/// contenders are in one table.
pub(super) fn tables(figures: &[Figure], floors: &[&str]) -> Result<String, String> {
    let groups: Vec<&[Figure]> = figures.chunk_by(|one, next| one.group == next.group).collect();
    let names = |group: &[Figure]| -> Vec<String> { group.iter().map(|figure| figure.contender.clone()).collect() };
    let mut text = String::new();
    for alike in groups.chunk_by(|one, next| names(one) == names(next)) {
        let contenders = names(alike[0]);
        let floor = floors.iter().find(|floor| contenders.iter().any(|contender| contender == *floor));
        let floor = floor.ok_or_else(|| format!("{}: none of {floors:?}", alike[0][0].group))?;
        for columns in alike.chunks(COLUMNS) {
            let heads = columns.iter().map(|group| group[0].group.clone());
            let mut rows = vec![[format!("ns a record, × {floor}")].into_iter().chain(heads).collect::<Vec<_>>()];
            for contender in &contenders {
                let mut row = vec![contender.clone()];
                for group in columns {
                    let nanos = find(group, &group[0].group, contender)?;
                    row.push(format!("{nanos:.1} ({:.2}×)", nanos / find(group, &group[0].group, floor)?));
                }
                rows.push(row);
            }
            text.push('\n');
            text.push_str(&markdown(&rows));
        }
    }
    Ok(text)
}

/// Returns a Markdown table of rows with the same number of cells, the first of them the head. The
/// columns are padded, so that the source is readable as well.
pub(super) fn markdown(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    let wide =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default();
    for (number, row) in rows.iter().enumerate() {
        // Writing to a String cannot fail.
        row.iter().enumerate().for_each(|(column, cell)| _ = write!(text, "| {cell:<0$} ", wide(column)));
        text.push_str("|\n");
        if number == 0 {
            (0..row.len()).for_each(|column| _ = write!(text, "|{:-<1$}", "", wide(column) + 2));
            text.push_str("|\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<&str> {
        line.split_whitespace().filter(|word| *word != "|").collect()
    }

    #[test]
    fn no_work_is_no_figure() {
        let figure = Figure { group: "a b".to_owned(), contender: "x".to_owned(), nanos: 2.5 };
        assert_eq!(figures("a b\tx\t2.5\n"), Ok(vec![figure]));
        for lines in ["", "a\tx\t0\n", "a\tx\t-1\n", "a\tx\tNaN\n", "a\tx\tinf\n", "a\tx\tfast\n", "a\tx\n", "a\tx\t1\t2\n"] {
            assert!(figures(lines).is_err(), "{lines}");
        }
    }

    #[test]
    fn the_ratio_is_to_the_walk_in_the_same_group() {
        let lines = figures("a\twalk\t10\na\tx\t25\nb\twalk\t50\nb\tx\t25\n").unwrap();
        let text = tables(&lines, &["walk"]).unwrap();
        assert_eq!(words(text.lines().last().unwrap()), ["x", "25.0", "(2.50×)", "25.0", "(0.50×)"]);
        assert!(tables(&lines[1..], &["walk"]).is_err(), "no walk in a");
    }

    #[test]
    fn other_contenders_are_another_table_and_so_are_many_groups() {
        let lines = figures("a\twalk\t10\na\tx\t25\nb\tpeer\t5\nb\tx\t25\n").unwrap();
        let text = tables(&lines, &["walk", "peer"]).unwrap();
        assert_eq!(text.matches("ns a record").count(), 2);
        assert_eq!(words(text.lines().last().unwrap()), ["x", "25.0", "(5.00×)"]);
        let many: String = (0..5).flat_map(|group| [format!("{group}\twalk\t1\n")]).collect();
        assert_eq!(tables(&figures(&many).unwrap(), &["walk"]).unwrap().matches("ns a record").count(), 2);
    }
}
