//! Texts with placeholders.

use sms_outcome::Localized;
use smsc_proto::Lang;

use super::Words;

/// The value of a placeholder.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// A number, which can choose a form.
    Count(u64),
    /// A text.
    Text(&'a str),
}

impl Words {
    /// Returns a text with its placeholders replaced. A placeholder without a value is left out; a
    /// test of the catalog checks that the three languages have the same placeholders.
    pub(crate) fn fill(self, text: &Localized, args: &[(&str, Arg<'_>)]) -> String {
        let mut filled = String::new();
        let mut rest = self.text(text);
        while let Some((before, after)) = rest.split_once('{') {
            let (placeholder, end) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            filled.push_str(&self.value(placeholder, args));
            rest = end;
        }
        filled + rest
    }

    /// Returns the text of a placeholder.
    fn value(self, placeholder: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut forms = placeholder.split('|');
        let name = forms.next();
        let forms: Vec<_> = forms.collect();
        match args.iter().find(|(known, _)| Some(*known) == name) {
            Some((_, Arg::Text(text))) => (*text).to_owned(),
            Some((_, Arg::Count(n))) if forms.is_empty() => self.count(*n),
            Some((_, Arg::Count(n))) => forms.get(self.form(*n)).copied().unwrap_or_default().to_owned(),
            None => String::new(),
        }
    }

    /// Returns the index of the form that fits a number.
    const fn form(self, n: u64) -> usize {
        match self.0 {
            Lang::Ru => match (n % 10, n % 100) {
                (1, 0..=10 | 20..) => 0,
                (2..=4, 0..=11 | 20..) => 1,
                _ => 2,
            },
            // Zero is singular in French.
            Lang::Fr => (n > 1) as usize,
            _ => (n != 1) as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: Localized = Localized {
        en: "{n} {n|line|lines} of {file}",
        ru: "{n} {n|строка|строки|строк} из {file}",
        fr: "{n} {n|ligne|lignes} de {file}",
    };

    fn lines(lang: Lang, n: u64) -> String {
        Words(lang).fill(&LINES, &[("n", Arg::Count(n)), ("file", Arg::Text("{n}"))])
    }

    #[test]
    fn forms_fit_the_number() {
        for (n, form) in [(0, "lines"), (1, "line"), (2, "lines"), (21, "lines")] {
            assert_eq!(lines(Lang::En, n), format!("{n} {form} of {{n}}"));
        }
        for (n, form) in [(0, "ligne"), (1, "ligne"), (2, "lignes"), (21, "lignes")] {
            assert_eq!(lines(Lang::Fr, n), format!("{n} {form} de {{n}}"));
        }
        for (n, form) in [
            (0, "строк"),
            (1, "строка"),
            (2, "строки"),
            (4, "строки"),
            (5, "строк"),
            (11, "строк"),
            (12, "строк"),
            (14, "строк"),
            (20, "строк"),
            (21, "строка"),
            (22, "строки"),
            (111, "строк"),
            (112, "строк"),
            (121, "строка"),
        ] {
            assert_eq!(lines(Lang::Ru, n), format!("{n} {form} из {{n}}"));
        }
    }
}
