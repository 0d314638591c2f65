"""``Report``: the figures of replies, from ``Scan.report``."""

import json
import os
from datetime import date
from typing import Any

from smsc_proto import _native
from smsc_proto._files import replace
from smsc_proto.types import Lang

Day = date | str | None


class Report:
    """The figures of many replies: delivery, causes, cost, times. From ``Scan.report``."""

    __slots__ = ("_report",)

    def __init__(self, report: _native.Report) -> None:
        self._report = report

    @property
    def figures(self) -> dict[str, Any]:
        """Returns the figures, as ``smsc report --json`` writes them.

        Sums of money are texts with four digits after the point. Times are Unix seconds.

        >>> from smsc_proto import scan
        >>> body = b"1,1760080210,0,101,79990000001\\n20,1760080211,1,102,79990000002\\n"
        >>> figures = scan(body).report().figures
        >>> figures["totals"]["counts"]
        {'delivered': 1, 'failed': 1, 'pending': 0, 'unknown': 0, 'test': 0}
        >>> figures["causes"][0]["cause"]
        'recipient'
        """
        figures: dict[str, Any] = json.loads(self._report.figures())
        return figures

    def to_html(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        lang: Lang = "en",
        template: str | None = None,
    ) -> str:
        """Returns the figures as one page of HTML without scripts, and writes it to a file if ``path`` is set.

        ``lang`` is ``"en"``, ``"ru"`` or ``"fr"``. ``template`` is the text of another template. An
        existing file is replaced once the new one is complete.

        Raises ``ValueError`` for a template that is wrong.
        """
        page = self._report.html(lang, template)
        if path is not None:
            replace(path, page)
        return page

    def to_csv(self, folder: str | os.PathLike[str], *, lang: Lang = "en") -> None:
        """Writes the tables of the page as files of CSV into a folder, which is made if it does not exist."""
        os.makedirs(folder, exist_ok=True)
        for name, text in self._report.tables(lang):
            replace(os.path.join(os.fspath(folder), name), text)

    def __repr__(self) -> str:
        counts = self.figures["totals"]["counts"]
        return f"Report({sum(counts.values())} messages, {counts['delivered']} delivered)"


def day(value: Day, name: str) -> tuple[int, int, int] | None:
    """Returns the year, the month and the day of a date or of its text, such as ``2026-11-30``."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            message = f"{name}: expected a day such as '2026-11-30'"
            raise ValueError(message) from None
    if not isinstance(value, date):
        message = f"{name}: expected a date, a text such as '2026-11-30', or None, not {type(value).__name__}"
        raise TypeError(message)
    return value.year, value.month, value.day
