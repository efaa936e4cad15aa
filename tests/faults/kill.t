# SPDX-License-Identifier: MIT
# The program under load behind a real nginx, while its processes are killed,
# held up, drained and rolled over: what was acknowledged is there, once.
work_parent=${TMPDIR:-/tmp}
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
[ -z "${TESTS_QUICK-}" ] || { echo '1..0 # SKIP takes long'; exit 0; }
nginx=$(PATH=$PATH:/usr/sbin:/usr/local/sbin command -v nginx) || {
	echo '1..0 # SKIP nginx is not installed'; exit 0; }
command -v curl >/dev/null || { echo '1..0 # SKIP no curl'; exit 0; }
# Programs do not run as root: a test that was started so steps down.
if [ "$(id -u)" = 0 ]; then
	setpriv --reuid=65534 --regid=65534 --clear-groups \
	    test -x "$top_builddir/dossier-webtest" -a -r "$top_srcdir/schema" ||
	    { echo '1..0 # SKIP nobody else may read the build'; exit 0; }
	exec setpriv --reuid=65534 --regid=65534 --clear-groups env \
	    top_srcdir="$top_srcdir" top_builddir="$top_builddir" \
	    TMPDIR="$work_parent" sh "$0"
fi
serve_more='workers = 3
handler_seconds = 1'
. "$top_srcdir/tests/pages/harness.sh"
finish() {
	rc=$?
	kill $children 2>/dev/null
	[ -z "$master" ] || kill -9 "$master" 2>/dev/null
	[ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")"
	rm -rf "$work"
	[ $rc = 0 ] || exit $rc
	echo "1..$tests"
	[ $bad = 0 ] || exit 1
}
: > "$reply"; : > "$work/stderr"
children='' master='' socket=$work/webtest.sock site=http://localhost
seconds=8
chmod 755 "$work"

start() {
	"$top_builddir/dossier-webtest" --conf "$work/dossier.conf" \
	    --socket "$socket" 2>> "$work/stderr" &
	master=$!
	wait_for test -S "$socket"
}

wait_for() {	# COMMAND...: at most ten seconds
	i=0
	until "$@"; do
		i=$((i + 1))
		[ $i -lt 200 ] || return 1
		sleep 0.05
	done
}

workers() {
	pgrep -P "$master" | tr '\n' ' '
}

cat > "$work/nginx.conf" <<END
daemon on;
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.log;
events { worker_connections 256; }
http {
	access_log off;
	client_body_temp_path $work/body;
	proxy_temp_path $work/proxy;
	fastcgi_temp_path $work/fcgi;
	uwsgi_temp_path $work/uwsgi;
	scgi_temp_path $work/scgi;
	server {
		listen unix:$work/http.sock;
		location / {
			include $top_srcdir/etc/nginx-fastcgi.conf;
			fastcgi_pass unix:$socket;
		}
	}
}
END
start
"$nginx" -e "$work/nginx.log" -c "$work/nginx.conf" ||
    { echo 'Bail out! nginx did not start'; exit 99; }

# the world's dossiers came without their history, which verify would name
sql_write 'DELETE FROM viewer_grant; DELETE FROM party;
    DELETE FROM dossier_phase; DELETE FROM dossier' > "$work/out"
clock=$(date +%s)
as mia
web() {	# PATH CURL-ARGUMENT...: the status, the answer in $reply
	path=$1; shift
	status_now=$(curl -s -o "$reply" -w '%{http_code}' --max-time 20 \
	    --unix-socket "$work/http.sock" -b "dossier=$session" \
	    "$@" "$site$path")
}
wait_for test -S "$work/http.sock"
web /webtest
status 200
csrf=$(hidden /webtest/write | sed -n 's/^csrf=//p')
is 'the socket is for owner and group' "$(stat -c %a "$socket")" 660

# put TEXT: sends a form until somebody acknowledges it
put() {
	tries=0
	while [ $tries -lt 100 ]; do
		code=$(curl -s -o /dev/null -w '%{http_code}' --max-time 20 \
		    --unix-socket "$work/http.sock" -b "dossier=$session" \
		    -d "csrf=$csrf" -d "form_key=key-$1" -d "text=$1" \
		    "$site/webtest/write")
		[ "$code" != 303 ] || { echo "$1"; return; }
		tries=$((tries + 1))
		sleep 0.02
	done
}
writer() {	# NAME: as many as fit into the time
	end=$(($(date +%s) + seconds)) n=0
	while [ "$(date +%s)" -lt $end ]; do
		n=$((n + 1))
		put "$1-$n"
	done > "$work/acknowledged-$1"
}

writers=''
for name in a b c d; do
	writer $name &
	writers="$writers $!"
done
kills=0
end=$(($(date +%s) + seconds))
while [ "$(date +%s)" -lt $end ]; do
	sleep 0.15
	set -- $(workers)
	[ $# -gt 0 ] || continue
	shift $((kills % $#))
	kill -9 "$1" && kills=$((kills + 1))
done
wait $writers
cat "$work"/acknowledged-? | sort > "$work/acknowledged"
sql "SELECT b.body FROM event e JOIN event_body b ON b.event = e.id
    WHERE e.kind = 'test.written'" | grep -o '[abcd]-[0-9]*' | sort \
    > "$work/stored"
n=$(wc -l < "$work/acknowledged")
echo "# $n acknowledged while $kills workers were killed"
check 'enough was written' [ "$n" -gt 30 ]
check 'enough was killed' [ "$kills" -gt 10 ]
is 'acknowledged and lost' \
    "$(comm -23 "$work/acknowledged" "$work/stored" | wc -l)" 0
is 'doubled' "$(uniq -d "$work/stored" | wc -l)" 0
"$top_builddir/dossier" verify --conf "$work/dossier.conf" > "$reply" 2>&1
is 'the chain holds' $? 0
wait_for sh -c "[ \$(pgrep -cP $master) = 3 ]"
is 'workers again' "$(pgrep -cP "$master")" 3
before=$(date +%s%N)
kill -9 $(workers)
web /webtest
status 200
check 'back within two seconds' \
    [ $(($(date +%s%N) - before)) -lt 2000000000 ]

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
start
web /webtest
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
