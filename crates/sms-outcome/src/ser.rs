//! Serialisation (feature `serde`): words for the enums, and outcomes in one language.

use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use smsc_proto::Lang;

use crate::outcome::{Cause, Channel, Localized, Outcome, Retry, State};

macro_rules! words {
    ($($Type:ident)*) => {
        $(
            impl Serialize for $Type {
                /// Serialises the name.
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.name())
                }
            }
        )*
    };
}

words! { State Cause Retry Channel }

impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut texts = serializer.serialize_struct("Localized", 3)?;
        texts.serialize_field("en", self.en)?;
        texts.serialize_field("ru", self.ru)?;
        texts.serialize_field("fr", self.fr)?;
        texts.end()
    }
}

/// An outcome whose texts are in one language: from [`Outcome::in_lang`].
#[derive(Clone, Copy, Debug)]
pub struct InLang<'a> {
    outcome: &'a Outcome,
    lang: Lang,
}

impl Outcome {
    /// Returns the outcome with its texts in one language, to be serialised: as the command `smsc`
    /// writes it, with the keys `state`, `is_final`, `cause`, `retry`, `retry_after_s`, `suppress`,
    /// `channel`, `title`, `advice`, `source` and `judgement`.
    ///
    /// ```
    /// use sms_outcome::lookup;
    /// use smsc_proto::{ErrCode, Lang, MessageType, StatusCode};
    ///
    /// let outcome = lookup(StatusCode(20), Some(ErrCode(6)), MessageType::SMS);
    /// let json = serde_json::to_value(outcome.in_lang(Lang::Fr))?;
    /// assert_eq!(json["retry_after_s"], 3600);
    /// assert_eq!(json["title"], "Abonné hors ligne");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> InLang<'_> {
        InLang { outcome: self, lang }
    }
}

impl Serialize for InLang<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { outcome, lang } = self;
        let mut object = serializer.serialize_struct("Outcome", 11)?;
        object.serialize_field("state", &outcome.state)?;
        object.serialize_field("is_final", &outcome.is_final)?;
        object.serialize_field("cause", &outcome.cause)?;
        object.serialize_field("retry", &outcome.retry)?;
        object.serialize_field("retry_after_s", &outcome.retry.after_s())?;
        object.serialize_field("suppress", &outcome.suppress.is_some())?;
        object.serialize_field("channel", &outcome.suppress)?;
        object.serialize_field("title", outcome.title.get(*lang))?;
        object.serialize_field("advice", outcome.advice.get(*lang))?;
        object.serialize_field("source", outcome.source)?;
        object.serialize_field("judgement", &outcome.is_judgement)?;
        object.end()
    }
}
