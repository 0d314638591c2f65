//! The output of `smsc explain`, for people or as JSON.

use sms_outcome::{Chapter, Codes, Explanation, Key, Outcome, Provider, Symptom, clicksend, get};
use smsc_proto::{ErrScope, Lang, MessageType};

use super::line::{ChapterLine, Line};
use crate::failure::Failure;
use crate::labels::{self, ADVICE, API_ERROR, CAUSE, FINAL, MORE, NO, NOT_FINAL, RETRY, SOURCE, STATE, SUPPRESS};
use crate::lang::{current, tr};
use crate::output::{Out, wrapped, wrapped_to};
use crate::similar::Match;

/// The width of the labels.
const LABEL: usize = 16;

/// A printer of explanations.
pub(super) struct Printer {
    out: Out,
    is_json: bool,
    lang: Lang,
    is_first: bool,
}

impl Printer {
    pub(super) fn new(is_json: bool) -> Self {
        Self { out: Out::new(), is_json, lang: current(), is_first: true }
    }

    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        self.out.flush()
    }

    /// Prints a remark before the explanations, which JSON has as a key.
    pub(super) fn remark(&mut self, remark: &str) -> Result<(), Failure> {
        if self.is_json {
            return Ok(());
        }
        self.separate()?;
        self.wrapped(remark)
    }

    /// Prints an explanation; `receipt` is the position of its receipt, if there are several, and
    /// `known` how the text relates to the known one that is explained.
    pub(super) fn explanation(
        &mut self,
        explanation: &Explanation,
        receipt: Option<usize>,
        known: Option<Match<'_>>,
    ) -> Result<(), Failure> {
        if self.is_json {
            return self.out.json(&Line::new(explanation, receipt, known.map(Match::name), self.lang));
        }
        let place = receipt.map_or_else(String::new, |at| format!("{at}. "));
        let heading = format!("{place}{}", heading(explanation, self.lang));
        self.paragraph(&heading, &explanation.outcome, explanation.symptom(), &[])
    }

    /// Prints a status in the story of a message.
    pub(super) fn chapter(&mut self, chapter: &Chapter, kind: MessageType) -> Result<(), Failure> {
        if self.is_json {
            return self.out.json(&ChapterLine::new(chapter, kind, self.lang));
        }
        let codes = Codes { err: chapter.err, kind, ..Codes::status(chapter.status) };
        let mark = if chapter.decides { "→" } else { " " };
        let heading = format!("{mark} {}", of_codes(codes, self.lang));
        let remark = chapter.remark.get(self.lang);
        if chapter.decides {
            return self.paragraph(&heading, &chapter.outcome, None, &[remark]);
        }
        self.separate()?;
        self.heading(&heading)?;
        self.wrapped(remark)
    }

    /// Prints an empty line before everything but the first paragraph.
    fn separate(&mut self) -> Result<(), Failure> {
        if std::mem::replace(&mut self.is_first, false) { Ok(()) } else { self.out.line("") }
    }

    fn heading(&mut self, heading: &str) -> Result<(), Failure> {
        wrapped(heading, self.out.width).iter().try_for_each(|line| self.out.heading(line))
    }

    fn wrapped(&mut self, text: &str) -> Result<(), Failure> {
        wrapped(text, self.out.width).into_iter().try_for_each(|line| self.out.line(line))
    }

    /// Prints an outcome, and `remarks` after the heading.
    fn paragraph(&mut self, heading: &str, outcome: &Outcome, more: Option<Symptom>, remarks: &[&str]) -> Result<(), Failure> {
        self.separate()?;
        let lang = self.lang;
        let title = outcome.title.get(lang);
        let heading = if heading.contains(title) { heading.to_owned() } else { format!("{heading}: {title}") };
        self.heading(&heading)?;
        remarks.iter().try_for_each(|remark| self.wrapped(remark))?;
        let finality = if outcome.is_final { FINAL } else { NOT_FINAL };
        let fields = [
            (STATE, format!("{}, {}", labels::state(outcome.state).get(lang), finality.get(lang))),
            (CAUSE, labels::cause(outcome.cause).get(lang).to_owned()),
            (RETRY, labels::retry(outcome.retry, lang)),
            (SUPPRESS, outcome.suppress.map_or(NO, labels::channel).get(lang).to_owned()),
            (SOURCE, labels::source(outcome.source, outcome.is_judgement, lang)),
        ];
        let more = more.map(|symptom| (MORE, command(symptom)));
        for (label, value) in fields.into_iter().chain(more) {
            for (at, line) in wrapped_to(&value, self.out.width, LABEL + 4).iter().enumerate() {
                let label = if at == 0 { label.get(lang) } else { "" };
                self.out.line(format_args!("  {label:<LABEL$}  {line}"))?;
            }
        }
        let advice = format!("{} {}", ADVICE.get(lang), outcome.advice.get(lang));
        for text in [outcome.explanation.get(lang), &advice] {
            self.out.line("")?;
            self.wrapped(text)?;
        }
        Ok(())
    }
}

/// Returns the command that lists the causes of a symptom.
fn command(symptom: Symptom) -> String {
    match symptom {
        Symptom::ApiError(code) => format!("smsc diagnose {} {code}", symptom.name()),
        _ => format!("smsc diagnose {}", symptom.name()),
    }
}

/// Returns what was explained: the provider of a text, and the codes.
fn heading(explanation: &Explanation, lang: Lang) -> String {
    let provider = match explanation.provider {
        Provider::Smsc => "SMSC.ru",
        Provider::GetCourse => "GetCourse",
        Provider::ClickSend => "ClickSend",
    };
    let text = explanation.text.map(|text| format!("{provider} “{text}”"));
    let row = explanation.row.map(|row| of_row(&row));
    let codes = explanation.codes.map(|codes| of_codes(codes, lang));
    let parts: Vec<_> = text.into_iter().chain(row).chain(codes).collect();
    if parts.is_empty() { provider.to_owned() } else { parts.join(" · ") }
}

/// Returns the codes, each with its own name.
fn of_codes(codes: Codes, lang: Lang) -> String {
    let named = |what: &str, number: String, key: Key| match get(key) {
        Some(own) => format!("{what} {number} {}", own.title.get(lang)),
        None => format!("{what} {number}"),
    };
    let scope = if codes.kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
    let api_error = codes.api.map(|code| match codes.endpoint {
        Some(endpoint) => {
            let what = format!("{} {}", endpoint.script(), API_ERROR.get(lang));
            named(&what, code.to_string(), Key::Api(code, endpoint))
        }
        None => format!("{} {code}", API_ERROR.get(lang)),
    });
    let parts = [
        codes.status.map(|status| named(tr("status"), status.to_string(), Key::Status(status))),
        codes.err.map(|err| named("err", err.to_string(), Key::Err(scope, err))),
        api_error,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Returns the number, status and code of a row.
fn of_row(row: &clicksend::Row) -> String {
    let code = row.code.map_or_else(String::new, |code| format!(" {code}"));
    format!("ClickSend {} · {}{code}", row.number, row.status[0])
}
