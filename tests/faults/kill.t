# SPDX-License-Identifier: MIT
# The program under load behind a real nginx, while its processes are killed,
# held up, drained and rolled over: what was acknowledged is there, once.
[ -z "${TESTS_QUICK-}" ] || { echo '1..0 # SKIP takes long'; exit 0; }
serve_more='workers = 3
handler_seconds = 1'
. "$(dirname "$0")/faults.sh"
PATH=$PATH:/usr/sbin:/usr/local/sbin
command -v nginx > /dev/null || skip_all 'nginx is not installed'
command -v curl > /dev/null || skip_all 'no curl'
site=http://localhost socket=$work/webtest.sock
children=''

workers() {
	pgrep -P "${1:-$master}" | tr '\n' ' '
}
web() {	# PATH CURL-ARGUMENT...: the status, the answer in $reply
	path=$1; shift
	status_now=$(curl -s -o "$reply" -w '%{http_code}' --max-time 20 \
	    --unix-socket "$work/http.sock" -b "dossier=$session" \
	    "$@" "$site$path")
}
start() {
	workers=3 programs webtest
}
back() {	# WHAT: how long until somebody is answered
	before=$(date +%s%N)
	status_now=0
	until [ "$status_now" = 200 ] ||
	    [ $(($(date +%s%N) - before)) -gt 9000000000 ]; do
		web /webtest
	done
	took=$((($(date +%s%N) - before) / 1000000))
	[ $took -le $slowest ] || slowest=$took
}

# Four people write while workers and, every fifth time, the master are
# killed; a service manager starts what ended. FAULTS_LONG: 200 times.
office
workers=3
service
nginx
sign_in
seconds=5 most=22
[ -z "${FAULTS_LONG-}" ] || seconds=60 most=200
for name in a b c d; do
	load $name http $seconds POST /webtest/write
done
kills=0 masters_killed=0 slowest=0
end=$(($(date +%s) + seconds))
while [ "$(date +%s)" -lt $end ] && [ $kills -lt $most ]; do
	sleep 0.1
	pid=$(master)
	if [ $((kills % 5)) = 4 ]; then
		kill -9 "$pid" 2> /dev/null || continue
		masters_killed=$((masters_killed + 1))
	else
		# shellcheck disable=SC2046
		set -- $(workers "$pid")
		[ $# -gt 0 ] || continue
		shift $((kills % $#))
		kill -9 "$1" 2> /dev/null || continue
	fi
	kills=$((kills + 1))
	back
done
loaded
echo "# $((kills - masters_killed)) workers and $masters_killed masters" \
    "were killed; back within $slowest ms; answers: $(answers a)"
check 'enough was killed' [ $kills -gt 10 ]
check 'back within two seconds' [ $slowest -lt 2000 ]
for name in a b c d; do
	check "$name waited $(longest $name) ms at most for an answer" \
	    [ "$(longest $name)" -lt 2000 ]
done
kept
whole 'the store verifies'
# shellcheck disable=SC2086
kill $masters
# shellcheck disable=SC2086
wait $masters
masters=''
rm -f "$socket"

start
wait_for sh -c "[ \$(pgrep -cP $master) = 3 ]"
is 'workers again' "$(pgrep -cP "$master")" 3
slowest=0
kill -9 $(workers)
back
check "all workers killed: back within $slowest ms" [ $slowest -lt 2000 ]

# half-sent requests do not hold the program for long
"$top_builddir/faultpeer" stall "$socket" 3 > "$work/stall" &
children="$children $!"
wait_for grep -q stalled "$work/stall"
web /webtest
status 200
kill $children; children=''
is 'malformed requests sent' "$("$top_builddir/faultpeer" bad "$socket")" 13
web /webtest
status 200
wait_for sh -c "[ \$(pgrep -cP $master) = 3 ]"
is 'workers again' "$(pgrep -cP "$master")" 3

# a handler that crashes, one that never ends
web /webtest/write -d "csrf=$csrf" -d form_key=abort -d text=abort
status 502
web /webtest
status 200
before=$(date +%s)
web /webtest/write -d "csrf=$csrf" -d form_key=hang -d text=hang
status 502
check 'given up in time' [ $(($(date +%s) - before)) -le 10 ]
web /webtest/write -d "csrf=$csrf" -d form_key=after -d text=after
status 303
is 'nothing of both' "$(sql "SELECT count(*) FROM event_body
    WHERE body LIKE '%abort%' OR body LIKE '%hang%'")" 0

# HUP rolls all workers over without losing a request
reader() {
	end=$(($(date +%s) + 3))
	while [ "$(date +%s)" -lt $end ]; do
		curl -s -o /dev/null -w '%{http_code}\n' --unix-socket \
		    "$work/http.sock" -b "dossier=$session" "$site/webtest"
	done > "$work/read-$1"
}
old=$(workers)
readers=''
for name in a b; do
	reader $name &
	readers="$readers $!"
done
for i in 1 2 3 4 5; do
	sleep 0.4
	kill -HUP "$master"
done
wait $readers
cat "$work"/read-? > "$work/read"
check 'enough was read' [ "$(wc -l < "$work/read")" -gt 30 ]
is 'not answered during the roll-over' "$(grep -cv '^200$' "$work/read")" 0
for pid in $old; do
	check "worker $pid made way" wait_for sh -c "! kill -0 $pid 2>/dev/null"
done
# a configuration that does not hold changes nothing
cp "$work/dossier.conf" "$work/good.conf"
echo 'nonsense = 1' >> "$work/dossier.conf"
kill -HUP "$master"
wait_for grep -q 'former stays in use' "$work/stderr"
web /webtest
status 200
cp "$work/good.conf" "$work/dossier.conf"

# TERM lets what is under way end
for name in a b c; do
	curl -s -o /dev/null -w '%{http_code}\n' --unix-socket \
	    "$work/http.sock" -b "dossier=$session" -d "csrf=$csrf" \
	    -d "form_key=slow-$name" -d text=slow "$site/webtest/write" \
	    > "$work/slow-$name" &
	children="$children $!"
done
sleep 1
kill -TERM "$master"
wait "$master"
is 'the master ends well' $? 0
master=''
wait $children
children=''
is 'answered while draining' "$(cat "$work"/slow-? | tr '\n' ' ')" \
    '303 303 303 '
check 'the socket is gone' [ ! -e "$socket" ]

# a killed master takes its workers along, and the next one takes over
start
web /webtest
status 200
old=$(workers)
kill -9 "$master"
wait "$master" 2>/dev/null
for pid in $old; do
	check "worker $pid left" wait_for sh -c "! kill -0 $pid 2>/dev/null"
done
start	# on the path of the dead one's socket
back
status 200
"$top_builddir/dossier-webtest" --conf "$work/dossier.conf" \
    --socket "$socket" 2> "$work/second"
is 'a second one refuses' $? 1
check 'and says why' grep -q 'another process serves there' "$work/second"
kill -TERM "$master"; wait "$master"; master=''

# sockets of a service manager, and its word
"$top_builddir/faultpeer" notify "$work/notify.sock" > "$work/notify" &
children=$!
wait_for grep -q waiting "$work/notify"
NOTIFY_SOCKET=$work/notify.sock "$top_builddir/faultpeer" listen "$socket" \
    "$top_builddir/dossier-webtest" --conf "$work/dossier.conf" \
    2>> "$work/stderr" &
master=$!
wait $children
children=''
is 'it tells when it is ready' "$(tail -n 1 "$work/notify")" READY=1
web /webtest
status 200
kill -TERM "$master"; wait "$master"
is 'it ends well' $? 0
"$top_builddir/faultpeer" zero "$socket" "$top_builddir/dossier-webtest" \
    --conf "$work/dossier.conf" 2>> "$work/stderr" &
master=$!
wait_for test -S "$socket"
web /webtest
status 200
kill -TERM "$master"; wait "$master"
is 'it ends well' $? 0
master=''
