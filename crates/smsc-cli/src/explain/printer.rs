//! The output of `smsc explain`, for people or as JSON.

use sms_explain::card::{Card, heading, of_codes, titled};
use sms_explain::similar::Match;
use sms_explain::{ChapterLine, Line};
use sms_outcome::{Chapter, Codes, Explanation, Outcome, Symptom};
use smsc_proto::{Lang, MessageType};

use crate::failure::Failure;
use crate::labels::{ADVICE, CAUSE, MORE, RETRY, SOURCE, STATE, SUPPRESS};
use crate::lang::current;
use crate::output::{Out, wrapped, wrapped_to};

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
        self.heading(&titled(heading, &outcome.title, lang))?;
        remarks.iter().try_for_each(|remark| self.wrapped(remark))?;
        let card = Card::new(outcome, lang);
        let fields = [
            (STATE, card.state),
            (CAUSE, card.cause.to_owned()),
            (RETRY, card.retry),
            (SUPPRESS, card.suppress.to_owned()),
            (SOURCE, card.source),
        ];
        let more = more.map(|symptom| (MORE, command(symptom)));
        for (label, value) in fields.into_iter().chain(more) {
            for (at, line) in wrapped_to(&value, self.out.width, LABEL + 4).iter().enumerate() {
                let label = if at == 0 { label.get(lang) } else { "" };
                self.out.line(format_args!("  {label:<LABEL$}  {line}"))?;
            }
        }
        let advice = format!("{} {}", ADVICE.get(lang), card.advice);
        for text in [card.explanation, &advice] {
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
