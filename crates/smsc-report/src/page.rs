//! The page of a report: one file of HTML without a script, a request or a clock.

mod causes;
mod context;
mod cost;
mod data;
mod delay;
mod delivery;
mod head;
mod model;
mod notices;
mod periods;
mod template;

use smsc_proto::Lang;

use crate::Figures;
use context::Context;
use model::Model;

pub use template::{PageError, TEMPLATE};

/// The options of a page.
#[derive(Debug, Clone, Default)]
pub struct PageOptions {
    /// The language of all texts and numbers.
    pub lang: Lang,
    /// The text of a template of minijinja, or `None` for [`TEMPLATE`].
    pub template: Option<String>,
    /// The title, or `None` for that of the language.
    pub title: Option<String>,
}

/// Returns the page of a report. Equal figures and options make equal bytes.
///
/// All texts from outside are escaped, and their invisible characters are shown as escapes.
///
/// # Errors
///
/// Fails if the template of the options cannot be parsed, or uses a value that does not exist.
///
/// ```
/// use smsc_report::{Figures, PageOptions, page};
///
/// let html = page(&Figures::default(), &PageOptions::default())?;
/// assert!(html.contains("The replies have no messages."));
/// # Ok::<(), smsc_report::PageError>(())
/// ```
pub fn page(figures: &Figures, options: &PageOptions) -> Result<String, PageError> {
    let context = Context::new(figures, options.lang);
    let sections = [
        delivery::section(&context),
        delay::section(&context),
        causes::section(&context),
        cost::section(&context),
        data::reconciliation(&context),
        data::lookups(&context),
        causes::suppression(&context),
        Some(data::quality(&context)),
    ];
    let model = Model {
        head: head::head(&context, options.title.as_deref()),
        cards: head::cards(&context),
        notices: notices::notices(&context),
        strip: data::strip(&context),
        sections: sections.into_iter().flatten().collect(),
        style: minijinja::Value::from_safe_string(template::STYLE.to_owned()),
        figures,
    };
    template::render(options.template.as_deref().unwrap_or(TEMPLATE), &model)
}
