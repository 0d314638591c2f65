"""A shop that sends messages, tested without the service. Your own code takes the place of `ask`."""

import json
from urllib.parse import urlencode
from urllib.request import urlopen


def ask(standin, script, **parameters):
    form = {"login": "demo", "psw": "demo", "charset": "utf-8", "fmt": 3, **parameters}
    with urlopen(f"{standin.url}/sys/{script}", urlencode(form).encode()) as response:
        return json.load(response)


def test_a_message_is_delivered(standin):
    sent = ask(standin, "send.php", phones="79990000001", mes="Привет, мир")
    assert sent == {"id": 1, "cnt": 1}
    question = {"phone": "79990000001", "id": 1, "all": 2}
    assert ask(standin, "status.php", **question)["status"] == 0
    standin.advance("4s")
    status = ask(standin, "status.php", **question)
    assert (status["status"], status["message"]) == (1, "Привет, мир")


def test_a_phone_is_switched_off(standin):
    # The end of the phone decides what happens: 2006 is status 20 with the err 6.
    ask(standin, "send.php", phones="79990002006", mes="Hello")
    standin.advance("4s")
    status = ask(standin, "status.php", phone="79990002006", id=1)
    assert (status["status"], status["err"]) == (20, 6)


def test_a_double_click_sends_one_message(standin):
    order = {"phones": "79990000001", "mes": "Your order 7 is ready"}
    assert ask(standin, "send.php", **order)["cnt"] == 1
    assert ask(standin, "send.php", **order)["error_code"] == 9
    assert ask(standin, "balance.php") == {"balance": "997.88"}
