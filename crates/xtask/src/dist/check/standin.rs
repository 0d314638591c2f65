//! A program that runs beside the stand-in, in a network of its own.

use std::path::Path;

use super::place;
use super::static_command;
use crate::run::Invocation;

/// Starts the stand-in as docs/start.md does, and then the program. All end with the program, because
/// this shell is the first process of its kind.
const BESIDE: &str = r#"
smsc=$1
shift
ip link set lo up
"$smsc" serve --frozen --start 2026-11-28T12:00:00Z >/dev/null &
export SMSC_LOGIN=demo SMSC_PASSWORD=demo
tries=0
until curl --silent --output /dev/null http://127.0.0.1:8125/; do
    tries=$((tries + 1))
    test $tries -lt 100 || { echo "the stand-in does not answer" >&2; exit 1; }
    sleep 0.1
done
"$smsc" send 79990000001 --text Hello --id 101 --host 127.0.0.1:8125 --plain-http >/dev/null
curl --silent --output /dev/null --data '{"advance": "1m"}' http://127.0.0.1:8125/control
"$@"
"#;

/// Returns the command that runs a program, named by the arguments that follow, beside the stand-in.
pub(super) fn beside(dist: &Path) -> Result<Invocation, String> {
    let smsc = static_command::unpacked(dist, &place("standin"))?;
    let command = Invocation::new("unshare").args(["--net", "--mount", "--pid", "--fork", "--kill-child", "--"]);
    Ok(command.args(["sh", "-ec", BESIDE, "beside"]).args([smsc]))
}
