# SPDX-License-Identifier: MIT
# dossier status and dossier metrics, with a program that runs and others
# that do not.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/tool/tool.sh"
master=
trap '[ -z "$master" ] || kill "$master" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/sockets"
sed -i "/^secret_file/a seal_file = $work/seals\nseal_syslog = none" \
    "$work/dossier.conf"
cat >> "$work/dossier.conf" <<END
[serve]
sockets = $work/sockets
workers = 1
END

state() {	# NAME: the grade of its line
	printf '%s\n' "$out" | awk -v n="$1" 'NR > 1 && $2 == n { print $1 }'
}
value() {	# METRIC: its figure
	printf '%s\n' "$out" | sed -n "s/^$1 //p"
}

dossier status --nonsense
is 'wrong use is UNKNOWN' "$rc" 3
dossier status --conf "$work/none"
is 'without a configuration it is UNKNOWN' "$rc" 3
has 'and says so' "$out" 'DOSSIER UNKNOWN - '
dossier status
is 'without a store it is CRITICAL' "$rc" 2
has 'in the words of the store' "$out" 'DOSSIER CRITICAL - The store '
dossier metrics
is 'metrics tell that there is none' "$rc $(value dossier_store_up)" '0 0'

store
dossier status
is 'a store alone is not enough' "$rc" 2
is 'the clock never ran' "$(state clock)" CRITICAL
is 'the store is well' "$(state store)" OK
is 'nothing is sealed' "$(state seal)" WARNING
is 'no backup was made' "$(state backup)" WARNING
is 'no program runs' "$(state casework)" CRITICAL
is 'the first line sums up' "$(printf '%s\n' "$out" | sed -n \
    '1s/^DOSSIER CRITICAL - .*clock: It never ran.* | .*store=[0-9]*B.*$/yes/p')" yes
case $store in
postgresql:*) skip 'with figures and their limits' 'it has no file beside it' ;;
*)	has 'with figures and their limits' "$out" ' wal='
	has 'as a monitor reads them' "$out" 'B;268435456;1073741824;0' ;;
esac

DOSSIER_CONF=$work/dossier.conf "$top_builddir/dossier-clock"
"$top_builddir/dossier-casework" --conf "$work/dossier.conf" \
    --socket "$work/sockets/casework.sock" 2> "$work/log" &
master=$!
i=0
until [ -S "$work/sockets/casework.sock" ] || [ $i = 100 ]; do
	sleep 0.1; i=$((i + 1))
done
dossier status
is 'after its run the clock is well' "$(state clock)" OK
is 'its jobs too' "$(state jobs)" OK
is 'all is sealed' "$(state seal)" OK
is 'a program that answers is well' "$(state casework)" OK
is 'another that does not is not' "$(state intake)" CRITICAL
now=$(date +%s)
sql() {
	dossier sql --write "$1"
}
sql "INSERT INTO job (name, host, started, ended, ok, good, said, mark)
    VALUES ('backup', 'h', $now, $now, 1, $now, 'x', 0),
    ('backup-verify', 'h', $now, $now, 1, $now, 'x', $((now - 86400 * 9)))"
dossier status
is 'a fresh backup is well' "$(state backup)" OK
is 'verified nine days ago it is due' "$(state backup-verify)" WARNING
sql "UPDATE job SET ended = $((now - 300)), started = $((now - 300))
    WHERE name = 'clock'"
sql "UPDATE job SET ok = 0, said = 'no answer', good = $((now - 60))
    WHERE name = 'directory'"
sql "UPDATE seal SET sealed = sealed - 7600"
dossier status
is 'a clock that is five minutes late warns' "$(state clock)" WARNING
is 'a job that failed has its line' "$(state job-directory)" WARNING
has 'with what it said' "$out" 'directory: no answer'
is 'two hours without a seal are CRITICAL' "$(state seal)" CRITICAL

# Figures.
dossier metrics
is 'metrics are written' "$rc$err" 0
is 'the program counts what it answered' "$(value \
    'dossier_requests_total{program="casework",kind="other",code="2xx"}')" 3
is 'a histogram ends with all' "$(value \
    'dossier_request_seconds_bucket{program="casework",kind="other",le="+Inf"}')" 3
is 'who answers is up' "$(value 'dossier_program_up{program="casework"}')" 1
is 'who does not is down' "$(value 'dossier_program_up{program="intake"}')" 0
is 'checks are there too' "$(value 'dossier_check{check="seal"}')" 2
is 'each figure has one head' "$(printf '%s\n' "$out" |
    sed -n 's/^# TYPE \([^ ]*\).*/\1/p' | sort | uniq -d)" ''
is 'each line is a figure' "$(printf '%s\n' "$out" |
    grep -vE '^# (HELP|TYPE) |^dossier_[a-z_]+(\{[^}]*\})? -?[0-9.]+$')" ''
kill -9 "$(pgrep -P "$master" | head -n 1)"
sleep 1
dossier metrics
is 'a worker that was killed is counted' "$(value \
    'dossier_workers_ended_total{program="casework",how="badly"}')" 1
is 'and what was counted stays' "$(value \
    'dossier_requests_total{program="casework",kind="other",code="2xx"}')" 4
tool_end
