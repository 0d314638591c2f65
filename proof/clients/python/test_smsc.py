"""smsc 0.1.1 of PyPI asks by GET with fmt=3 and charset=utf-8; status.php always as a batch."""

import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
import requests
from conftest import Serve, Standin
from smsc import SMSC, FlashMessage, GetStatusError, SendError, SMSMessage

PHONE = "79990000001"
OTHER = "79990000002"


def client_of(standin: Standin, password: str = "demo") -> SMSC:
    """Returns a client, of which the address alone is changed."""
    SMSC._url = standin.url + "/sys/"
    return SMSC("demo", password)


def test_send(serve: Serve) -> None:
    """Right: a message is sent; its id, the number of its parts and its cost are returned."""
    client = client_of(serve())
    sent = client.send([PHONE, OTHER], SMSMessage("a" * 200))
    assert (sent.message_id, sent.count, sent.cost, sent.error) == (1, 4, 8.48, None)
    assert client.send("+7 (999) 000-00-03", FlashMessage("b")).count == 1


@pytest.mark.parametrize("text", ["Привет, мир", "a,b, c,,", 'a&b=c+d; ~ % "e" \\ <f>', "a\nb\r\n1,2"])
def test_text(serve: Serve, text: str) -> None:
    """Right: a text with commas, quotes or line breaks comes back whole."""
    # JSON has a delimiter of its own for texts.
    client = client_of(serve())
    client.send(PHONE, SMSMessage(text))
    (status,) = client.get_status(PHONE, "1")
    assert status.data["message"] == text


def test_status(serve: Serve) -> None:
    """Right: the statuses of one message and of several are returned, in the order of the request."""
    standin = serve()
    client = client_of(standin)
    client.send(PHONE, SMSMessage("a"))
    (status,) = client.get_status(PHONE, "1")
    assert (status.status.status_id, status.status.name) == (0, "Передано оператору")
    client.send("79990002006", SMSMessage("b"))
    standin.advance("60s")
    first, second = client.get_status([PHONE, "79990002006"], ["1", "2"])
    assert (first.status.status_id, first.status.name, first.data["id"]) == (1, "Доставлено", 1)
    assert (second.status.status_id, second.data["err"], second.data["id"]) == (20, 6, 2)
    assert (first.data["cost"], first.data["country"], first.data["sender_id"]) == ("2.12", "Россия", "SMSC.ru")


def test_price_and_balance(serve: Serve) -> None:
    """Right: the price, the balance and the credit limit are returned, as numbers of type float."""
    client = client_of(serve("[[account]]\ncredit = '50.00'"))
    price = client.get_cost(PHONE, SMSMessage("Привет, мир"))
    assert (price.count, price.cost, price.error) == (1, 2.12, None)
    balance = client.get_balance()
    assert (balance.balance, balance.credit, balance.currency) == (1000.0, 50.0, "RUR")


def test_errors(serve: Serve) -> None:
    """Right: the number and the words of an error are returned: no money, a wrong phone, too often."""
    standin = serve("[[account]]\nbalance = '3.00'\nsenders = ['SMSC.ru']")
    client = client_of(standin)

    def error(phones: str | list[str], text: str) -> object:
        error = client.send(phones, SMSMessage(text)).error
        return error and tuple(error)

    assert error("12", "a") == (7, "invalid number")
    assert error(["12", "13"], "a") == (8, "can't to deliver")
    assert error(PHONE, "a" * 161) == (3, "no money")
    assert error(PHONE, "a") is None
    assert error(PHONE, "a") == (9, "duplicate request, wait a minute")
    assert tuple(SMSC("demo", "wrong").get_cost(PHONE, SMSMessage("a")).error) == (2, "authorise error")
    assert tuple(SMSC("demo", "demo", sender="bank").send(PHONE, SMSMessage("b")).error) == (6, "message is denied")


def test_too_many_status_requests(serve: Serve) -> None:
    """Right: an error of status.php is raised as GetStatusError; one request a minute is allowed."""
    standin = serve()
    client = client_of(standin)
    client.send(PHONE, SMSMessage("a"))
    assert len(client.get_status(PHONE, "1")) == 1
    with pytest.raises(GetStatusError, match="'error_code': 9"):
        client.get_status(PHONE, "1")
    standin.advance("60s")
    assert len(client.get_status(PHONE, "1")) == 1
    with pytest.raises(GetStatusError, match="'error_code': 2"):
        client_of(standin, "wrong").get_status(PHONE, "1")


def test_wrong_charset(serve: Serve) -> None:
    """Wrong: the charset is that of `Content-Type`, which may not be the one that was asked for."""
    client = client_of(serve("[[fault]]\nscript = 'status.php'\nkind = 'wrong-charset'"))
    client.send(PHONE, SMSMessage("Привет"))
    assert client.get_status(PHONE, "1")[0].data["message"] == "Привет".encode().decode("windows-1251")


def test_address_unchanged(serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Right: https works and checks the certificate; here the name alone resolves to another address."""
    standin = serve("", "--tls")
    monkeypatch.setattr(SMSC, "_url", "https://smsc.ru/sys/")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "0" / "ca.pem"))
    address = ("127.0.0.1", int(standin.url.rpartition(":")[2]))

    def getaddrinfo(host: str, *_: object, **__: object) -> list[object]:
        assert host == "smsc.ru"
        return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address)]

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", getaddrinfo)
        assert SMSC("demo", "demo").get_balance().balance == 1000.0
    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", getaddrinfo)
        patched.delenv("REQUESTS_CA_BUNDLE")
        with pytest.raises(requests.exceptions.SSLError):
            SMSC("demo", "demo").get_balance()


def test_wrong_password_looks_like_no_money(serve: Serve) -> None:
    """Wrong: a refused login is no exception: the balance reads 0.0, a message costs 0.0."""
    client = client_of(serve(), "wrong")
    balance = client.get_balance()
    assert (balance.balance, balance.currency, balance.error.code) == (0.0, "", 2)
    sent = client.send(PHONE, SMSMessage("a"))
    assert (sent.message_id, sent.count, sent.cost, sent.error.code) == (None, 0, 0.0, 2)


def test_refused_message_has_an_id(serve: Serve) -> None:
    """Wrong: a message that was refused has an id, too: code that looks at the id takes it for sent."""
    # The service does return an id with the errors 3, 6, 7 and 8.
    sent = client_of(serve()).send("12", SMSMessage("a"))
    assert (sent.message_id, sent.count, sent.error.code) == (1, 0, 7)


def test_not_found(serve: Serve) -> None:
    """Wrong: a message that is not found ends the call with KeyError; the statuses of others are lost."""
    # The record of status -3 has no status_name, which the class deletes from it.
    standin = serve()
    client = client_of(standin)
    client.send(PHONE, SMSMessage("a"))
    with pytest.raises(KeyError, match="status_name"):
        client.get_status([PHONE, OTHER], ["1", "77"])
    standin.advance("60s")
    assert client.get_status(PHONE, "1")[0].status.status_id == 1


def test_archive(serve: Serve) -> None:
    """Wrong: a message that is in the archive, after a night, ends the call with KeyError."""
    standin = serve()
    client = client_of(standin)
    client.send(PHONE, SMSMessage("a"))
    # After two nights the message is in the archive, at any hour.
    standin.advance("48h")
    with pytest.raises(KeyError, match="status_name"):
        client.get_status(PHONE, "1")


def test_list_of_one(serve: Serve) -> None:
    """Wrong: a list of one message raises GetStatusError, although the service returned the status."""
    # Without the comma at the end the reply is an object, which the client takes for an error.
    client = client_of(serve())
    client.send(PHONE, SMSMessage("a"))
    with pytest.raises(GetStatusError, match="'status': 0"):
        client.get_status([PHONE], ["1"])


def test_zone(serve: Serve) -> None:
    """Wrong: dates are taken for Moscow's: an account in UTC+6 sees them 3 hours late."""
    standin = serve("[[account]]\nlogin = 'msk'\npsw = 's3cret'\n[[account]]\nlogin = 'omsk'\npsw = 's3cret'\nzone = 6")
    client_of(standin)
    dates = []
    for login in ("msk", "omsk"):
        client = SMSC(login, "s3cret")
        sent = client.send(PHONE, SMSMessage("a"))
        dates.append(client.get_status(PHONE, str(sent.message_id))[0].data["send_date"])
    # Both messages were sent at the same moment; the timestamp that says so is thrown away.
    assert dates[1] - dates[0] == timedelta(hours=3)


@pytest.mark.parametrize("kind", ["empty", "ok"])
def test_no_reply(serve: Serve, kind: str) -> None:
    """Wrong: a body that is no reply raises JSONDecodeError, as if nothing had been sent; it was."""
    # An exception that is none of its own, after a request that was carried out.
    client = client_of(serve(f"[[fault]]\nkind = '{kind}'"))
    with pytest.raises(requests.exceptions.JSONDecodeError):
        client.send(PHONE, SMSMessage("a"))
    assert client.get_balance().balance == 997.88


def test_html(serve: Serve) -> None:
    """Right: another HTTP status than 200 is raised as SendError."""
    client = client_of(serve("[[fault]]\nkind = 'html'"))
    with pytest.raises(SendError, match="502"):
        client.send(PHONE, SMSMessage("a"))


def test_no_timeout(serve: Serve) -> None:
    """Wrong: there is no time-out: if the service does not answer, a call never returns."""
    standin = serve("[[fault]]\nkind = 'stall'")
    client = client_of(standin)

    def ask() -> None:
        with pytest.raises(requests.exceptions.RequestException):
            client.get_balance()

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    time.sleep(1)
    assert thread.is_alive()
    standin.stop()
    thread.join(10)
    assert not thread.is_alive()


def test_log(serve: Serve) -> None:
    """Wrong: importing it sets the log of the program to DEBUG, which then has login and password."""
    program = "import smsc, sys; smsc.SMSC._url = sys.argv[1]; smsc.SMSC('demo', 'demo').get_balance()"
    command = [sys.executable, "-c", program, serve().url + "/sys/"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert "balance.php?login=demo&psw=demo&" in printed


def test_long_text(serve: Serve) -> None:
    """Wrong: a text of 801 to 1000 characters is refused, although the service takes it."""
    client = client_of(serve())
    assert client.send(PHONE, SMSMessage("a" * 800)).count == 6
    with pytest.raises(AssertionError):
        SMSMessage("a" * 801)
