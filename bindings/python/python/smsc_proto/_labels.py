"""The table's own words about outcomes, in every language."""

from smsc_proto._outcome import Outcome, Words

UNKNOWN = Words("unknown", "неизвестно", "inconnu")
STOP_WRITING = Words("stop writing", "не писать", "ne plus écrire")
FIX_AND_RETRY = Words("fix and retry", "исправить", "à corriger")
DO_NOT_RETRY = Words("do not retry", "не повторять", "ne pas réessayer")
RETRY_IN = Words("retry in", "повтор через", "réessai dans")
STATES = {
    "pending": Words("pending", "в пути", "en cours"),
    "delivered": Words("delivered", "доставлено", "livré"),
    "failed": Words("failed", "не доставлено", "échec"),
    "unknown": Words("unknown", "неизвестно", "inconnu"),
}
UNITS = [(3600, Words("h", "ч", "h")), (60, Words("min", "мин", "min")), (1, Words("s", "с", "s"))]


def in_short(outcome: Outcome, lang: str) -> str:
    """The next move in a word or two: where a message failed, what to do about it is of more use than that it failed."""
    if outcome.suppress:
        return STOP_WRITING.get(lang)
    if outcome.state == "failed" and outcome.retry != "no":
        return next_move(outcome, lang)
    return STATES[outcome.state].get(lang)


def next_move(outcome: Outcome, lang: str) -> str:
    """The next move after a refused request."""
    if outcome.retry_after_s is not None:
        return f"{RETRY_IN.get(lang)} {delay(outcome.retry_after_s, lang)}"
    return {"after_fix": FIX_AND_RETRY, "no": DO_NOT_RETRY}[outcome.retry].get(lang)


def delay(seconds: int, lang: str) -> str:
    size, unit = next((size, unit) for size, unit in UNITS if seconds % size == 0)
    return f"{seconds // size} {unit.get(lang)}"
