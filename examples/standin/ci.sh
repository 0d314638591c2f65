#!/bin/sh
# Runs a command beside a stand-in, whose URL is in SMSC_URL: sh ci.sh pytest
set -eu
line=$(mktemp -u) && mkfifo "$line"
smsc serve --listen 127.0.0.1:0 > "$line" & trap "kill $!; rm $line" EXIT
read -r _ _ SMSC_URL < "$line" && export SMSC_URL
"$@"
