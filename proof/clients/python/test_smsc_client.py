"""smsc-client 0.0.1 of PyPI asks by POST with fmt=0 and no charset; it has a method for send.php alone."""

from uuid import uuid4

import pytest
import requests
from conftest import Serve, Standin
from smsc_client import SMSCAPI, SMSCAPIError
from smsc_client.methods.default import SendResponse, str_to_dict

PHONE = "79990000001"


def client_of(standin: Standin, password: str = "demo") -> SMSCAPI:
    """Returns a client, of which the address alone is changed."""
    client = SMSCAPI("demo", password)
    client._domain = standin.url + "/"
    return client


def status(client: SMSCAPI, id: object, **parameters: object) -> str:
    """Asks for a status by the method for any script, which returns the body."""
    return client.request("status.php", "POST", {"phone": PHONE, "id": str(id), "charset": "utf-8", **parameters})


def test_send(serve: Serve) -> None:
    """Right: a message is sent; the number of its parts and its id are returned, as texts."""
    client = client_of(serve())
    id = uuid4()
    assert client.default.send(PHONE, "Hello", id, "shop") == SendResponse(OK="1 SMS", ID=str(id))
    several = client.default.send(f"{PHONE},79990000002", "a" * 161, id, "shop")
    assert several == SendResponse(OK="4 SMS", ID=str(id))


def test_body(serve: Serve) -> None:
    """Right: the body of any other script is returned as it is."""
    standin = serve()
    client = client_of(standin)
    id = uuid4()
    client.default.send(PHONE, "Hello, world", id, "shop")
    standin.advance("4s")
    fields = status(client, id, fmt=1, all=1).split(",")
    assert (fields[0], fields[8:]) == ("1", ["Hello", " world", "", "0"])
    assert client.request("balance.php", "POST", {"cur": 1}) == "997.88 RUR"


def test_charset(serve: Serve) -> None:
    """Wrong: a Russian text is sent as UTF-8 and read as windows-1251: `Привет` comes out as `РџСЂРёРІРµС‚`."""
    client = client_of(serve())
    id = uuid4()
    client.default.send(PHONE, "Привет", id, "shop")
    assert "message = РџСЂРёРІРµС‚, comment" in status(client, id, all=1)


def test_parts(serve: Serve) -> None:
    """Wrong: a Russian text of 70 characters costs three parts instead of one, because it is read as 140."""
    client = client_of(serve())
    assert client.default.send(PHONE, "я" * 70, uuid4(), "shop").OK == "3 SMS"
    assert client.request("balance.php", "POST", {"fmt": 1}) == "993.64"


def test_errors(serve: Serve) -> None:
    """Wrong: every error of the service is the same ValueError; its number and its words are lost."""
    standin = serve("[[account]]\nbalance = '3.00'\nsenders = ['shop']")
    client = client_of(standin)

    def send(client: SMSCAPI, phones: str, text: str, sender: str = "shop") -> None:
        client.default.send(phones, text, uuid4(), sender)

    send(client, PHONE, "a")
    refused = [
        (client_of(standin, "wrong"), PHONE, "b"),
        (client, PHONE, "no money"),
        (client, PHONE, "denied", "bank"),
        (client, "12", "wrong phone"),
        (client, "12,13", "no phone is right"),
    ]
    for arguments in refused:
        with pytest.raises(ValueError, match="not enough values to unpack"):
            send(*arguments)
    # One of the two was sent a moment ago.
    with pytest.raises(ValueError, match="not enough values to unpack"):
        send(client, PHONE, "a")
    errors = [entry["error"] for entry in standin.control("/control/journal")]
    assert errors == [None, 2, 3, 6, 7, 8, 9]


def test_pairs(serve: Serve) -> None:
    """Wrong: its parser of pairs takes `Hello, world` in a text for an error, and fields out of a text."""
    client = client_of(serve())

    def read(text: str) -> dict[str, str]:
        id = uuid4()
        client.default.send(PHONE, text, id, "shop")
        return str_to_dict(status(client, id, all=1), ", ", " = ")

    assert read("Hello")["message"] == "Hello"
    with pytest.raises(ValueError, match="not enough values to unpack"):
        read("Hello, world")
    pairs = read("Your code, cost = 0.00")
    assert (pairs["message"], pairs["cost"]) == ("Your code", "0.00")


@pytest.mark.parametrize("kind", ["empty", "ok"])
def test_no_reply(serve: Serve, kind: str) -> None:
    """Wrong: a body that is no reply is a ValueError, like an error; but the message was sent."""
    client = client_of(serve(f"[[fault]]\nkind = '{kind}'"))
    with pytest.raises(ValueError, match="not enough values to unpack"):
        client.default.send(PHONE, "a", uuid4(), "shop")
    assert client.request("balance.php", "POST", {"fmt": 1}) == "997.88"


def test_http_status(serve: Serve) -> None:
    """Wrong: another HTTP status than 200 is raised, but with the words and the URL exchanged."""
    client = client_of(serve("[[fault]]\nkind = 'html'"))
    with pytest.raises(SMSCAPIError) as raised:
        client.default.send(PHONE, "a", uuid4(), "shop")
    assert str(raised.value).startswith("Запрос к Ошибка выполнения запроса не выполнен.")


def test_reset(serve: Serve) -> None:
    """Right: a connection that is reset is raised as the exception of requests."""
    client = client_of(serve("[[fault]]\nkind = 'reset'"))
    with pytest.raises(requests.exceptions.ConnectionError):
        client.default.send(PHONE, "a", uuid4(), "shop")
