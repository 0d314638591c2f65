"""Puts the cases of testdata to a C program, and compares its answers.

cases.py slice COMMAND...        the replies, each as a whole
cases.py chunks:7 COMMAND...     the batches, in chunks of 7 bytes
cases.py write COMMAND...        the replies, written again as fmt 3 in UTF-8
cases.py outcomes COMMAND...     what codes and texts mean
cases.py requests COMMAND...     the bodies of requests, and their errors
cases.py calls COMMAND...        the replies to other calls than that for statuses
cases.py callbacks COMMAND...    push notifications
cases.py flips COMMAND...        verified notifications, which the command changes bit by bit
cases.py retry COMMAND...        the advice after failed requests
cases.py merge COMMAND...        reports of one message, merged
"""

import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qsl

TESTDATA = Path(__file__).parents[3] / "testdata"
# Fewer cases mean that files were not found.
LEAST_REPLIES = 311
LEAST_OUTCOMES = 690
LEAST_REQUESTS = 69
LEAST_CALLS = 123
LEAST_CALLBACKS = 53
LEAST_FLIPS = 15
LEAST_RETRIES = 263
LEAST_MERGES = 28


def load(files, least):
    cases = [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]
    if len(cases) < least:
        sys.exit(f"cases.py: found {len(cases)} cases, expected at least {least}")
    return cases


def is_equal(one, other):
    """Compares JSON values. Unlike Python, this tells 1 from 1.0 and from true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def is_batch(case):
    return case["query"].get("multi") is True


def question_of_reply(case):
    """Returns `fmt all multi charset kind ids` (defaults: testdata/README.md) and the body."""
    defaults = {"fmt": 1, "all": 0, "charset": "windows-1251", "kind": "auto", "ids": "-"}
    query = defaults | case["query"] | {"multi": int(is_batch(case))}
    words = (str(query[key]) for key in ("fmt", "all", "multi", "charset", "kind", "ids"))
    return f"{' '.join(words)}\n{case['body_hex']}\n"


def is_line(expect, line):
    """Returns whether a line is the expected one; a malformed one needs what the case names."""
    if "malformed" not in expect:
        return is_equal(expect, line)
    has_all = all(key in line for key in ("malformed", "offset", "expected"))
    return has_all and all(
        value is True or is_equal(value, line.get(key)) for key, value in expect.items()
    )


def is_read(case, answer):
    # Only LF ends a line: U+2028 and U+0085 may be in a text.
    lines = [json.loads(line) for line in answer.split("\n") if answer]
    expect = case["expect"]
    return len(lines) == len(expect) and all(map(is_line, expect, lines))


def is_written(case, answer):
    """Returns whether a reply holds all of the expected lines that a reply can hold."""
    expect = [
        {key: value for key, value in line.items() if key not in ("split", "unexpected")}
        for line in case["expect"]
        if "malformed" not in line and "missing" not in line
    ]
    if not expect and not answer:
        return True
    # A reply for one message has no id.
    needs_list = is_batch(case) or (expect and "id" in expect[0])
    is_list = len(expect) != 1 or ("status" in expect[0] and needs_list)
    return is_equal(json.loads(answer), expect if is_list else expect[0])


# The numbers of smsc_question_kind and smsc_endpoint.
KINDS = (
    *("status", "api_error", "text", "getcourse", "clicksend"),
    *("clicksend_row", "clicksend_error", "clicksend_receipt"),
)
ENDPOINTS = ("any", "status", "send", "balance", "history", "info", "wait_call")


def hexadecimal(text):
    return "-" if text is None else text.encode().hex()


def question_of_outcome(case):
    """Returns a line that tests/explain.c describes."""
    query = case["query"]
    if "story" in query:
        pairs = (f"{status} {-1 if err is None else err}" for status, err in query["story"])
        return f"story {query.get('type', -1)} {' '.join(pairs)}\n"
    (kind,) = query.keys() & set(KINDS)
    receipt = query.get("clicksend_receipt", {})
    number = query[kind] if isinstance(query[kind], int) else 0
    text = query[kind] if isinstance(query[kind], str) else receipt.get("error_text")
    codes = (-1 if receipt.get(key) is None else int(receipt[key]) for key in ("status_code", "error_code"))
    words = (
        *("question", KINDS.index(kind), number, query.get("err", -1), query.get("type", -1)),
        *(ENDPOINTS.index(query.get("endpoint", "any")), *codes),
        *(hexadecimal(receipt.get("status")), hexadecimal(text)),
    )
    return " ".join(map(str, words)) + "\n"


def is_explained(case, answer):
    """Returns whether each answer has at least the expected fields."""
    got = [json.loads(line) for line in answer.split("\n") if answer]
    expect = case["expect"]
    return len(got) == len(expect) and all(
        key in line and is_equal(value, line[key])
        for wanted, line in zip(expect, got)
        for key, value in wanted.items()
    )


# The numbers of smsc_call, smsc_charset and smsc_send_kind.
CALLS = ("status", "delete", "balance", "history", "incoming", "statistics", "operator", "send")
CHARSETS = ("windows-1251", "koi8-r", "utf-8")
SEND_KINDS = (
    *("sms", "flash", "push", "hlr", "bin", "ping", "mms"),
    *("mail", "call", "viber", "soc", "tg", "whatsapp"),
)


def words_of_option(name, value):
    """Returns the words of tests/requests.c for an option."""
    if name == "ids":
        pairs = (pair.split(":", 1) for pair in value.split(",") if pair)
        return [f"pair={id_.encode().hex()}:{phone.encode().hex()}" for id_, phone in pairs]
    if name in ("phones", "emails"):
        words = [f"phones={phone.encode().hex()}" for phone in value]
        return words if name == "phones" else [*words, "emails=1"]
    if name == "kind":
        return [f"send_kind={SEND_KINDS.index(value)}"]
    if name == "charset":
        return [f"charset={CHARSETS.index(value)}"]
    name = {"multi": "batch", "fmt": "format", "id": "text_id"}.get(name, name)
    is_plain = isinstance(value, int) or name in ("start", "end")
    return [f"{name}={int(value) if isinstance(value, int) else value if is_plain else value.encode().hex()}"]


def question_of_request(case):
    """Returns a line that tests/requests.c describes."""
    options = case["options"].items()
    words = [word for option in options for word in words_of_option(*option)]
    words += (f"{name}={secret.encode().hex()}" for name, secret in case["credentials"].items())
    return f"{CALLS.index(case['call'])} {' '.join(words)}\n"


def is_possible(case):
    """Returns whether C can have such a request: smsc_requested_set_text rejects an empty phone."""
    return not case["options"].get("ids", "").endswith(":")


def is_requested(case, answer):
    return is_equal({key: case[key] for key in ("body", "error") if key in case}, json.loads(answer))


def question_of_call(case):
    """Returns a line that tests/calls.c describes."""
    query = case["query"]
    numbers = (CALLS.index(query["call"]), query["fmt"], query.get("cost", 0))
    charset = CHARSETS.index(query.get("charset", "windows-1251"))
    return f"{' '.join(map(str, numbers))} {charset} -{case['body_hex']}\n"


# The numbers of smsc_callback_format.
CALLBACK_FORMATS = ("form", "xml", "json")


def line_of_fields(case, fields):
    """Returns a line of names and values, which are bytes, that tests/callbacks.c describes."""
    words = (f"-{name.hex()}=-{value.hex()}" for name, value in fields)
    charset = CHARSETS.index(case.get("charset", "windows-1251"))
    return f"fields {charset} -{case['secret'].encode().hex()} {' '.join(words)}\n"


def question_of_callback(case):
    """Returns a line that tests/callbacks.c describes."""
    charset = case.get("charset", "windows-1251")
    if case["format"] == "fields":
        fields = ((name.encode(charset), value.encode(charset)) for name, value in case["fields"])
        return line_of_fields(case, fields)
    numbers = f"{CALLBACK_FORMATS.index(case['format'])} {CHARSETS.index(charset)}"
    return f"{numbers} -{case['secret'].encode().hex()} -{case['body_hex']}\n"


def fields_of(case):
    """Returns the names and values of a form, as texts in which each character is a byte."""
    body = bytes.fromhex(case["body_hex"]).decode("latin-1")
    return parse_qsl(body, keep_blank_values=True, encoding="latin-1")


def question_of_flips(case):
    fields = ((name.encode("latin-1"), value.encode("latin-1")) for name, value in fields_of(case))
    return line_of_fields(case, fields)


def is_listed(case, answer):
    lines = [json.loads(line) for line in answer.split("\n") if line]
    return is_equal(case["expect"], lines)


def is_answered(case, answer):
    return is_equal(case["expect"], json.loads(answer))


def is_flipped(case, answer):
    """Returns whether each bit of each covered field, and of each signature, was changed."""
    names = {*case["expect"]["verified"]["covered"], "md5", "sha1"}
    return int(answer) == sum(8 * len(value) for name, value in fields_of(case) if name in names)


# The numbers of smsc_retry_call and smsc_failure.
RETRY_CALLS = (
    *("status", "status_batch", "delete", "send", "price", "balance", "history", "operator"),
    "wait_call",
)
FAILURES = ("unreachable", "tls", "invalid", "unanswered", "not_a_reply", "http_status", "rejected")


def question_of_retry(case):
    """Returns a line that tests/retry.c describes."""
    if "sending" in case:
        sending = {"is_history_kept": False, "was_sent_again": False} | case["sending"]
        # The numbers of smsc_status_answer; any status but -3 is that of a message that was found.
        answer = {None: 2, -3: 1}.get(case["status"], 0)
        keys = ("since_ms", "random", "is_history_kept", "was_sent_again")
        numbers = (1, answer, *(int(sending[key]) for key in keys))
    else:
        known = {"has_next_host": True, "was_throttled": False, "was_blocked": False} | case["attempt"]
        keys = ("number", "since_ms", "random", "has_next_host", "was_throttled", "was_blocked")
        call, failure = RETRY_CALLS.index(case["call"]), FAILURES.index(case["failure"])
        numbers = (0, call, failure, case.get("code", 0), *(int(known[key]) for key in keys))
    return f"{' '.join(map(str, numbers))}\n"


def question_of_merge(case):
    """Returns lines that tests/merge.c describes."""

    def line(report):
        query = report["query"]
        numbers = (query["fmt"], query["all"], int(query["multi"]), CHARSETS.index(query["charset"]))
        return f"{' '.join(map(str, numbers))} -{report['body_hex']}\n"

    return f"{len(case['reports'])}\n{''.join(map(line, case['reports']))}"


def is_merged(case, answer):
    expect = case["expect"]
    record = None if expect.get("has_two_encodings") else expect["record"]
    rest = {"kept": expect["kept"], "is_final": int(expect["is_final"]), "not_found": int(expect.get("not_found", False))}
    return is_equal([record, rest] * 2, [json.loads(line) for line in answer.split("\n")])


def is_verified_form(case):
    return case["format"] == "form" and "verified" in case["expect"]


def load_outcomes():
    # The file of symptoms is left out: the C library only explains what a server said.
    names = ("codes.json", "texts.json", "getcourse.json", "clicksend.json")
    return load([TESTDATA / "outcomes" / name for name in names], LEAST_OUTCOMES)


def load_requests():
    return filter(is_possible, load([TESTDATA / "requests" / "requests.json"], LEAST_REQUESTS))


def load_callbacks():
    return load([TESTDATA / "callbacks" / "callbacks.json"], LEAST_CALLBACKS)


def load_flips():
    cases = list(filter(is_verified_form, load_callbacks()))
    if len(cases) < LEAST_FLIPS:
        sys.exit(f"cases.py: only {len(cases)} forms are verified")
    return cases


# The cases of each mode but those of replies to requests for statuses, the question that a command
# is asked about a case, and the check of its answer.
MODES = {
    "outcomes": (load_outcomes, question_of_outcome, is_explained),
    "requests": (load_requests, question_of_request, is_requested),
    "calls": (lambda: load(sorted(TESTDATA.glob("calls/*.json")), LEAST_CALLS), question_of_call, is_listed),
    "callbacks": (load_callbacks, question_of_callback, is_answered),
    "flips": (load_flips, question_of_flips, is_flipped),
    "retry": (lambda: load([TESTDATA / "retry" / "retry.json"], LEAST_RETRIES), question_of_retry, is_answered),
    "merge": (lambda: load([TESTDATA / "merge" / "merge.json"], LEAST_MERGES), question_of_merge, is_merged),
}


def main(what, *command):
    mode, _, length = what.partition(":")
    if mode in MODES:
        load_cases, ask, is_right = MODES[mode]
        cases = list(load_cases())
    else:
        cases = load(sorted(TESTDATA.glob("*.json")), LEAST_REPLIES)
        cases = [case for case in cases if mode != "chunks" or is_batch(case)]
        ask, is_right = question_of_reply, is_written if mode == "write" else is_read
        command = [*command, mode, *([length] if length else [])]
    questions = "".join(map(ask, cases)).encode()
    result = subprocess.run(command, input=questions, stdout=subprocess.PIPE)
    if result.returncode != 0:
        sys.exit(f"cases.py: {command} ended with status {result.returncode}")
    # Each answer ends in a line with a dot alone.
    answers, lines = [], []
    for line in result.stdout.decode().split("\n"):
        if line == ".":
            answers.append("\n".join(lines).strip("\n"))
            lines = []
        else:
            lines.append(line)
    if lines != [""] or len(answers) != len(cases):
        sys.exit(f"cases.py: {len(cases)} cases, but {len(answers)} answers")
    wrong = [
        f"{case['name']}: expected {json.dumps(case.get('expect', case))}, but got {answer}"
        for case, answer in zip(cases, answers)
        if not is_right(case, answer)
    ]
    if wrong:
        sys.exit("\n".join(wrong))


main(*sys.argv[1:])
