"""What a type checker must reject: each marked line, and no other, has an error of mypy."""

from smsc_proto import ApiError, Credentials, ErrCode, HistoryRequest, Record, SendRequest, Server, StatusCode, StatusRequest
from smsc_proto import BalanceRequest, IncomingRequest, advise, advise_after_status, diagnose, explain, merge, parse, scan
from smsc_proto import parse_callback, parse_incoming, parse_send, verify_callback, write
from smsc_proto.client import AsyncClient, AsyncHttpxTransport, Client, GateLimits, NotSent, TransportError, UrllibTransport

reply = parse(b"1,1760080210,0")
record = next(reply.records())
outcome = record.outcome

parse(b"", fmt=4)  # error
parse(b"", all=3)  # error
parse(b"", charset="windows1251")  # error
parse(b"", kind="mail")  # error
parse(b"", api_error="ignore")  # error
scan(5)  # error
scan(b"", fmt=4)  # error
scan(b"", columns=["operater"])  # error
scan(b"", where=[("id", "~", 5)])  # error
scan(b"", where=[("id", "==")])  # error
scan(b"", where=[("cost", "==", 2.5)])  # error
write([record], charset="latin1")  # error
reply.rows("phon")  # error
reply.rows("outcome.stat")  # error
reply[0].status  # error
outcome.state == "deliverd"  # error
outcome.retry == "after-fix"  # error
outcome.cause == "nobody"  # error
outcome.channel == "sms"  # error
outcome.title("de")  # error
record.status.title("fr")  # error
StatusCode.DELIVERD  # error
ErrCode.MAILBOX_FULL  # error
Record()  # error
Record(status=1, text="hello")  # error
Record(status="1")  # error
explain()  # error
explain(b"no money")  # error
explain(record, err=1)  # error
explain(ApiError(9), endpoint="send")  # error
explain(20, type="letter")  # error
explain(20, endpoint="send")  # error
explain(api_error=9, endpoint="get")  # error
explain(status=20, api_error=9)  # error
diagnose("nonsense")  # error
diagnose("api-error")  # error
diagnose("timeout", 9)  # error

key = Credentials(apikey="key")
Credentials()  # error
Credentials("key")  # error
Credentials(apikey="key", login="user", password="secret")  # error
Credentials(login="user")  # error
Server("smsc.kz", scheme="ftp")  # error
StatusRequest([(101, "79990000001")])  # error
StatusRequest([101], credentials=key)  # error
StatusRequest([(101, "79990000001")], credentials="key")  # error
StatusRequest([(101, "79990000001")], credentials=key).url = ""  # error
StatusRequest([(101, "79990000001")], credentials=key, kind="mail")  # error
HistoryRequest("29.11.2026", credentials=key)  # error
HistoryRequest(credentials=key)  # error
SendRequest("79990000001", "a", credentials=key, kind="email")  # error
SendRequest("79990000001", "a", credentials=key, cost=4)  # error
SendRequest("79990000001", "a", credentials=key).parse(b"", api_error="return")  # error
SendRequest("79990000001", "a", credentials=key).parse(b"").records()  # error
BalanceRequest(credentials=key).parse(b"").id  # error
IncomingRequest(credentials=key).parse(b"")[0].message  # error
parse_send(b"", cost=4)  # error
parse_send(b"").id  # error
parse_incoming(b"", fmt=3)  # error

callback = verify_callback(b"", "secret")
verify_callback(b"")  # error
verify_callback("phone=1", "secret")  # error
verify_callback(b"", 5)  # error
verify_callback(b"", "secret", fmt="html")  # error
parse_callback(b"", "secret")  # error
callback.event.mes  # error
callback.kind == "sms"  # error
callback.verified = True  # error

advise("sms", "tls")  # error
advise("send", "timeout")  # error
advise("send", "http_status")  # error
advise("send", 503)  # error
advise("send", ConnectionError())  # error
advise("send", "tls", since=1.5)  # error
advise("send", "tls").kind == "again"  # error
advise_after_status("gone")  # error
merge(["1,1760080210,0"])  # error

client = Client(Credentials(apikey="key"))
Client("key")  # error
Client(Credentials(apikey="key"), transport=AsyncHttpxTransport())  # error
AsyncClient(Credentials(apikey="key"), transport=UrllibTransport())  # error
client.status_of(101)  # error
client.status_of(101, "79990000001").statu  # error
client.status([101])  # error
next(client.status([(101, "79990000001")])).item.status  # error
client.send("79990000001", "Hello", cost=1)  # error
client.send("79990000001", "Hello", kind="smss")  # error
client.send("79990000001", "Hello", phone="7")  # error
client.send("79990000001", "Hello").error  # error
client.balance().amount  # error
NotSent("smsc.ru", "timeout")  # error
TransportError("dead")  # error
GateLimits(4)  # error


async def asynchronous(client: AsyncClient) -> None:
    for _ in client.status([]):  # error
        pass
    client.balance().balance  # error
    await client.send("79990000001", "Hello", cost=1)  # error
