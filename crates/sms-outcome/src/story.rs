//! The story of a message: several statuses of one message, in the order of time.

use smsc_proto::{ErrCode, MessageType, StatusCode};

use crate::lookup;
use crate::outcome::{Localized, Outcome};

/// What one status of a message's story tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chapter {
    /// The status.
    pub status: StatusCode,
    /// Its err.
    pub err: Option<ErrCode>,
    /// What the status means by itself.
    pub outcome: Outcome,
    /// Whether the state of the message is that of this status. Exactly one chapter of a story
    /// decides it.
    pub decides: bool,
    /// What the status tells beside the others.
    pub remark: Localized,
}

/// Returns what each status of a message tells, for statuses in the order of time, the oldest first.
///
/// The state of the message is decided by the last final status, or by the last one if none is
/// final. -3 decides only if there is no other: it says that the message is not found any more, not
/// what became of it. A message that was read or whose link was followed did arrive, so a failure
/// that is reported later does not undo that.
///
/// ```
/// use sms_outcome::story;
/// use smsc_proto::{MessageType, StatusCode};
///
/// let statuses = [(StatusCode(0), None), (StatusCode(1), None), (StatusCode(-3), None)];
/// let chapters = story(statuses, MessageType::SMS).collect::<Vec<_>>();
/// assert!(chapters[1].decides);
/// assert_eq!(chapters[2].remark.en, "The message moved to the archive; the final status above remains valid.");
/// ```
pub fn story(
    statuses: impl IntoIterator<Item = (StatusCode, Option<ErrCode>), IntoIter: Clone>,
    kind: MessageType,
) -> impl Iterator<Item = Chapter> {
    let chapters = statuses.into_iter().map(move |(status, err)| (status, err, lookup(status, err, kind)));
    let deciding = chapters.clone().enumerate().max_by_key(|(at, (status, _, outcome))| (weight(*status, outcome), *at));
    chapters.enumerate().filter_map(move |(at, (status, err, outcome))| {
        let (decides_at, (deciding, reason, decision)) = deciding?;
        let place = Place { is_before: at < decides_at, is_same: (status, err) == (deciding, reason) };
        let remark = if at == decides_at { DECIDES } else { remark(status, &outcome, place, &decision) };
        Some(Chapter { status, err, outcome, decides: at == decides_at, remark })
    })
}

/// Where a status is beside the one that decides.
#[derive(Clone, Copy)]
struct Place {
    is_before: bool,
    is_same: bool,
}

/// Returns how much a status decides: a mark, then a state that may change, a final one, and what
/// the recipient did.
fn weight(status: StatusCode, outcome: &Outcome) -> u8 {
    match status {
        StatusCode::NOT_FOUND => 0,
        StatusCode::READ => 3,
        StatusCode::LINK_CLICKED => 4,
        _ => 1_u8.saturating_add(u8::from(outcome.is_final)),
    }
}

fn remark(status: StatusCode, outcome: &Outcome, place: Place, decision: &Outcome) -> Localized {
    match status {
        _ if place.is_same => SAME,
        StatusCode::NOT_FOUND if place.is_before => NOT_FOUND_FIRST,
        StatusCode::NOT_FOUND if decision.is_final => ARCHIVED,
        StatusCode::NOT_FOUND => LOST,
        _ if !outcome.is_final && !place.is_before => LATE,
        StatusCode::STOPPED => RESUMED,
        StatusCode::WAITING => ACCEPTED,
        StatusCode::HANDED_OVER => HANDED_OVER,
        _ if !outcome.is_final => PASSED,
        _ if outcome.state == decision.state => CONFIRMED,
        _ => CONTRADICTED,
    }
}

const fn remark_text(en: &'static str, ru: &'static str, fr: &'static str) -> Localized {
    Localized { en, ru, fr }
}

const DECIDES: Localized = remark_text(
    "This status is the state of the message.",
    "Этот статус определяет состояние сообщения.",
    "Ce statut détermine l’état du message.",
);
const SAME: Localized = remark_text(
    "The same status was reported more than once.",
    "Этот же статус пришёл несколько раз.",
    "Le même statut a été signalé plusieurs fois.",
);
const NOT_FOUND_FIRST: Localized = remark_text(
    "The message was not found yet, or its status was requested with another number or id.",
    "Сообщение ещё не было найдено, или статус запросили по другому номеру или идентификатору.",
    "Le message n’était pas encore trouvé, ou le statut a été demandé avec un autre numéro ou identifiant.",
);
const ARCHIVED: Localized = remark_text(
    "The message moved to the archive; the final status above remains valid.",
    "Сообщение перенесено в архив; окончательный статус выше остаётся в силе.",
    "Le message a été archivé ; le statut final ci-dessus reste valable.",
);
const LOST: Localized = remark_text(
    "The message is not found any more, and its final status was not received. The provider's support can look up the status in the archive.",
    "Сообщение больше не найдено, а окончательный статус получить не успели. Статус из архива может сообщить поддержка провайдера.",
    "Le message n’est plus trouvé, et son statut final n’a pas été reçu. L’assistance du prestataire peut retrouver le statut dans l’archive.",
);
const LATE: Localized = remark_text(
    "A final status does not change back: this report is out of order, or the id now belongs to a newer message.",
    "Окончательный статус не меняется: этот отчёт пришёл не по порядку, или идентификатор теперь принадлежит более новому сообщению.",
    "Un statut final ne change plus : ce rapport est arrivé dans le désordre, ou l’identifiant est désormais celui d’un message plus récent.",
);
const RESUMED: Localized = remark_text(
    "The mailing was paused before the message went out, and was resumed later.",
    "Рассылка была приостановлена до отправки сообщения, а потом возобновлена.",
    "La campagne était en pause avant le départ du message, puis a repris.",
);
const ACCEPTED: Localized = remark_text(
    "The request to send arrived: the provider had accepted the message.",
    "Запрос на отправку дошёл: провайдер принял сообщение.",
    "La demande d’envoi est arrivée : le prestataire avait accepté le message.",
);
const HANDED_OVER: Localized = remark_text(
    "The provider had handed the message over: what happened afterwards happened on the way to the recipient.",
    "Провайдер передал сообщение дальше: остальное произошло при доставке получателю.",
    "Le prestataire avait remis le message : la suite s’est produite en aval, jusqu’au destinataire.",
);
const PASSED: Localized = remark_text(
    "An intermediate state; a later status replaced it.",
    "Промежуточное состояние: позже пришёл другой статус.",
    "Un état intermédiaire, remplacé par un statut plus récent.",
);
const CONFIRMED: Localized = remark_text(
    "The deciding status agrees with this one and says more.",
    "Решающий статус согласуется с этим и сообщает больше.",
    "Le statut décisif s’accorde avec celui-ci et en dit plus.",
);
const CONTRADICTED: Localized = remark_text(
    "Two final statuses contradict each other. Perhaps the id was used for two messages; if the difference matters, contact the provider's support.",
    "Два окончательных статуса противоречат друг другу. Возможно, один идентификатор использован для двух сообщений; если это важно, обратитесь в поддержку провайдера.",
    "Deux statuts finals se contredisent. L’identifiant a peut-être servi à deux messages ; si c’est important, contactez l’assistance du prestataire.",
);
