//! Sentences about what needs somebody.

use super::context::{Context, visible};
use super::model;
use crate::catalog::top;
use crate::words::Arg;
use crate::{Counts, Notice};

/// Returns the sentences, in the order of the figures.
pub(super) fn notices(context: &Context<'_>) -> Vec<model::Notice> {
    context.figures.notices.iter().filter_map(|notice| sentence(context, notice)).collect()
}

fn sentence(context: &Context<'_>, notice: &Notice) -> Option<model::Notice> {
    let (kind, label, text, advice) = match notice {
        Notice::Account { cause } => ("account", &top::LABEL_ACCOUNT, failed(context, *cause)?, advice(context, *cause)?),
        Notice::Content { cause } => ("content", &top::LABEL_CONTENT, failed(context, *cause)?, advice(context, *cause)?),
        Notice::Sender { cause, senders } => {
            let mut text = failed(context, *cause)?;
            if !senders.is_empty() {
                let names: Vec<_> = senders.iter().map(visible).collect();
                text += " ";
                text += &context.fill(&top::WITH_SENDERS, &[("names", Arg::Text(&names.join(", ")))]);
            }
            ("sender", &top::LABEL_SENDER, text, advice(context, *cause)?)
        }
        Notice::Operator { name, counts, others } => {
            let text = operator(context, name, counts, others);
            ("operator", &top::LABEL_OPERATOR, text, context.text(&top::OPERATOR_ADVICE))
        }
        Notice::Decline { previous } => {
            ("decline", &top::LABEL_DECLINE, declined(context, previous), context.text(&top::DECLINE_ADVICE))
        }
        Notice::Malformed { lines } => {
            let text = context.fill(&top::MALFORMED_LINES, &[("n", Arg::Count(*lines))]);
            ("malformed", &top::LABEL_DATA, text, context.text(&top::MALFORMED_ADVICE))
        }
    };
    Some(model::Notice { kind, label: context.text(label), text, advice: advice.to_owned() })
}

fn failed(context: &Context<'_>, cause: usize) -> Option<String> {
    let cause = context.figures.causes.get(cause)?;
    let title = context.text(&cause.outcome.title);
    Some(context.fill(&top::FAILED_FOR, &[("n", Arg::Count(cause.count)), ("title", Arg::Text(title))]))
}

fn advice(context: &Context<'_>, cause: usize) -> Option<&'static str> {
    context.figures.causes.get(cause).map(|cause| context.text(&cause.outcome.advice))
}

fn operator(context: &Context<'_>, name: &str, counts: &Counts, others: &Counts) -> String {
    let (name, rate, others) = (visible(name), context.rate(counts), context.rate(others));
    context.fill(&top::OPERATOR_LOW, &[("name", Arg::Text(&name)), ("rate", Arg::Text(&rate)), ("others", Arg::Text(&others))])
}

fn declined(context: &Context<'_>, previous: &Counts) -> String {
    let (rate, before) = (context.rate(&context.figures.totals.counts), context.rate(previous));
    context.fill(&top::DECLINED, &[("rate", Arg::Text(&rate)), ("before", Arg::Text(&before))])
}
