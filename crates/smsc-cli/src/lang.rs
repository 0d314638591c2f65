//! The language of the command's output: that of `--lang`, or else that of the locale.
//!
//! Texts are written in English where they are used, and looked up in the [catalogue](crate::catalog)
//! when they are printed. A text that it lacks stays English; a test finds every such text.

use std::ffi::{OsStr, OsString};
use std::fmt::Display;
use std::sync::OnceLock;

use smsc_proto::Lang;

use crate::catalog;

/// The language of this run. A process runs one command.
static CURRENT: OnceLock<Lang> = OnceLock::new();

/// Sets the language before anything is printed. Later calls change nothing.
pub(crate) fn set(lang: Lang) {
    let _ = CURRENT.set(lang);
}

/// Returns the language.
pub(crate) fn current() -> Lang {
    CURRENT.get().copied().unwrap_or(Lang::En)
}

/// Returns a text in the language.
pub(crate) fn tr(english: &str) -> &str {
    catalog::find(english, current()).unwrap_or(english)
}

/// Returns a text in the language, with `{0}`, `{1}` and so on replaced.
pub(crate) fn fill(english: &'static str, values: &[&dyn Display]) -> String {
    let mut text = String::new();
    let mut parts = tr(english).split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let value = part.split_once('}').and_then(|(index, rest)| Some((values.get(index.parse::<usize>().ok()?)?, rest)));
        match value {
            Some((value, rest)) => text.extend([&value.to_string(), rest]),
            None => text.extend(["{", part]),
        }
    }
    text
}

/// Returns the language of the arguments, which is needed before they are parsed: for the help, and
/// for messages about wrong arguments. Without `--lang` it is that of the locale.
pub(crate) fn of_arguments(arguments: &[OsString]) -> Lang {
    let named = option(arguments, "--lang").and_then(|name| Lang::from_name(&name));
    named.unwrap_or_else(|| of_locale(|name| std::env::var_os(name)))
}

/// Returns the value of an option in lower case, before the arguments are parsed.
pub(crate) fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut after = arguments.iter().skip_while(|argument| *argument != name).skip(1);
    let attached = || arguments.iter().filter_map(|argument| argument.to_str()?.strip_prefix(name)?.strip_prefix('=')).next_back();
    after.next().and_then(|value| value.to_str()).or_else(attached).map(str::to_lowercase)
}

/// Returns the language of a locale such as `ru_RU.UTF-8`: of the first of the variables that POSIX
/// names which is set and not empty.
fn of_locale(variable: impl Fn(&str) -> Option<OsString>) -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    let name = set.as_deref().and_then(OsStr::to_str).unwrap_or_default();
    let language = name.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Lang::from_name(&language.to_lowercase()).unwrap_or(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_decides_without_an_option() {
        let of = |all: &str, messages: &str, lang: &str| {
            of_locale(|name| {
                Some(match name {
                    "LC_ALL" => all.into(),
                    "LC_MESSAGES" => messages.into(),
                    _ => lang.into(),
                })
            })
        };
        assert_eq!(of("", "", "ru_RU.UTF-8"), Lang::Ru);
        assert_eq!(of("", "fr_CA", "ru_RU.UTF-8"), Lang::Fr);
        assert_eq!(of("C", "fr_CA", "ru_RU.UTF-8"), Lang::En);
        assert_eq!(of("RU", "", ""), Lang::Ru);
        assert_eq!(of("", "", "de_DE.UTF-8"), Lang::En);
        assert_eq!(of_locale(|_| None), Lang::En);
    }

    #[test]
    fn the_option_decides_wherever_it_is() {
        let of = |arguments: &[&str]| of_arguments(&arguments.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of(&["smsc", "--lang", "FR", "codes"]), Lang::Fr);
        assert_eq!(of(&["smsc", "codes", "--lang=ru"]), Lang::Ru);
    }

    #[test]
    fn values_replace_their_numbers() {
        assert_eq!(fill("{1} of {0}, {2}", &[&"a", &"b"]), "b of a, {2}");
    }
}
