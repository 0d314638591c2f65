"""The table's own words, in every language."""

from smsc_proto._outcome import Localized, Outcome

UNKNOWN = Localized("unknown", "неизвестно", "inconnu")
STOP_WRITING = Localized("stop writing", "не писать", "ne plus écrire")
FIX_AND_RETRY = Localized("fix and retry", "исправить", "à corriger")
DO_NOT_RETRY = Localized("do not retry", "не повторять", "ne pas réessayer")
RETRY_IN = Localized("retry in", "повтор через", "réessai dans")
STATES = {
    "pending": Localized("pending", "в пути", "en cours"),
    "delivered": Localized("delivered", "доставлено", "livré"),
    "failed": Localized("failed", "не доставлено", "échec"),
    "unknown": Localized("unknown", "неизвестно", "inconnu"),
}
HISTORY_KEY = Localized("Key in the history", "Ключ в истории", "Clé dans l’historique")
HISTORY_FORMAT = Localized("Format in the history", "Формат в истории", "Format dans l’historique")
HISTORY_CRC = Localized("Checksum in the history", "Контрольная сумма в истории", "Somme de contrôle dans l’historique")
UNITS = [(3600, Localized("h", "ч", "h")), (60, Localized("min", "мин", "min")), (1, Localized("s", "с", "s"))]


def short_label(outcome: Outcome, lang: str) -> str:
    """Returns an outcome in a word or two.

    For a message that failed and can be retried, the next step is more useful than the state.
    """
    if outcome.suppress:
        return STOP_WRITING.get(lang)
    if outcome.state == "failed" and outcome.retry != "no":
        return next_step(outcome, lang)
    return STATES[outcome.state].get(lang)


def next_step(outcome: Outcome, lang: str) -> str:
    """Returns what to do about the outcome of a failed message or a rejected request."""
    if outcome.retry_after_s is not None:
        return f"{RETRY_IN.get(lang)} {delay(outcome.retry_after_s, lang)}"
    return {"after_fix": FIX_AND_RETRY, "no": DO_NOT_RETRY}[outcome.retry].get(lang)


def delay(seconds: int, lang: str) -> str:
    """Returns a number of seconds in the largest unit that divides it."""
    size, unit = next((size, unit) for size, unit in UNITS if seconds % size == 0)
    return f"{seconds // size} {unit.get(lang)}"
