# SPDX-License-Identifier: MIT
# Words for the fault tests, beside those of the page tests: requests that are
# asked again and again while the system below them fails (faultlib.c), and
# programs at work meanwhile. FAULTS_LONG=1 asks for every place where it can
# fail instead of a sample.
#
#   request NAME METHOD PATH name=value...
#                             keeps a request; XXKEYXX is new each time
#   strike NAME FAULT=...     asks it with these faults; $ended, $status_now
#   programs NAME...          serves them, with what $preload says
#   service                   the same for webtest, as a service manager does:
#                             the socket stays, what ends is started again;
#                             $(master) is its process
#   nginx                     a web server before webtest: $work/http.sock
#   load NAME PROGRAM SECONDS GET|POST PATH
#                             asks on and on (faultload.c), in the background
#   loaded                    all of it has ended
#   answers NAME / longest NAME
#                             what came, and the longest wait in ms
#   kept                      nothing acknowledged is lost or doubled
#   whole SENTENCE            the store verifies
. "$(dirname "$0")/../nobody.sh"

skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}

# A file system of 128 MB, where one may be mounted: its folder in $FAULT_DISK.
small_disk() {
	export FAULT_DISK
	[ -z "${FAULT_DISK-}" ] || return 0
	FAULT_DISK=none
	unshare -Urm unshare -U --map-user=1000 true 2> /dev/null || return 0
	FAULT_DISK=$(mktemp -d) || exit 99
	unshare -Urm sh -c 'mount -t tmpfs -o size=128m,mode=1777 small \
	    "$FAULT_DISK" && exec unshare -U --map-user=1000 sh "$0"' "$0"
	rc=$?
	rmdir "$FAULT_DISK"
	exit $rc
}

# A server of its own, whose restarts lose nothing that was committed.
postgresql() {
	grep -q 'define HAVE_LIBPQ 1' "$top_builddir/config.h" ||
	    skip_all 'this build has no PostgreSQL'
	. "$top_srcdir/tests/pgsql/server.sh"
	pgsql_find || skip_all 'PostgreSQL is not installed'
	place=$(mktemp -d) || exit 99
	pgsql_start "$place" 'synchronous_commit = on' || exit 99
	DOSSIER_TEST_STORE=$(pgsql_url "$place" postgres)
	export DOSSIER_TEST_STORE
}

unset DOSSIER_TEST_STORE	# most of them look into files
[ -z "${wants_disk-}" ] || small_disk
[ -z "${wants_server-}" ] || postgresql
. "$top_srcdir/tests/pages/harness.sh"
faultlib=$top_builddir/faultlib.so keys=0 masters='' loads='' preload=''
at_end=stop
: > "$reply"; : > "$work/stderr"

wait_for() {	# COMMAND...: at most ten seconds
	i=0
	until "$@"; do
		i=$((i + 1))
		[ $i -lt 200 ] || return 1
		sleep 0.05
	done
}

whole() {	# SENTENCE
	"$top_builddir/dossier" verify --conf "$work/dossier.conf" \
	    > "$reply" 2>&1
	is "$1" $? 0
}

# Another program at work, so that a request finds the store open already.
hold() {
	"$top_builddir/dossier-webtest" --conf "$work/dossier.conf" \
	    --socket "$work/hold.sock" --workers 1 2> "$work/hold.log" &
	masters="$masters $!"
	wait_for test -e "$work/dossier.db-shm"
}

programs() {
	for program in "$@"; do
		# shellcheck disable=SC2086
		env $preload "$top_builddir/dossier-$program" \
		    --conf "$work/dossier.conf" \
		    --socket "$work/$program.sock" \
		    --workers "${workers:-2}" 2>> "$work/$program.log" &
		master=$! masters="$masters $!"
		wait_for test -S "$work/$program.sock"
		wait_for staffed "$master" "${workers:-2}"
	done
}
# A master looks through its pages in one child before it has workers.
staffed() {	# MASTER WORKERS
	[ "$(pgrep -c -P "$1")" = "$2" ]
}

service() {
	cat > "$work/service" <<-END
	trap 'kill \$!; exit' TERM
	while [ -d "$work" ]; do
		sh -c 'LISTEN_FDS=1 LISTEN_PID=\$\$ exec "\$0" "\$@"' \
		    "$top_builddir/dossier-webtest" \
		    --conf "$work/dossier.conf" --workers ${workers:-2} &
		echo \$! > "$work/service.pid"
		wait \$!
		sleep 0.1
	done
	END
	"$top_builddir/faultpeer" listen "$work/webtest.sock" \
	    /bin/sh "$work/service" >> "$work/webtest.log" 2>&1 &
	masters="$masters $!"
	wait_for test -s "$work/service.pid"
}

master() {
	cat "$work/service.pid"
}

# Ends whatever runs.
stop() {
	# shellcheck disable=SC2086
	[ -z "$masters$loads" ] || kill $masters $loads 2> /dev/null
	[ ! -f "$work/nginx.pid" ] || kill "$(cat "$work/nginx.pid")"
	[ -n "${place-}" ] || return 0
	unset DOSSIER_TEST_STORE	# it goes as a whole
	pgsql_stop "$place"
	rm -rf "$place"
}

nginx() {
	PATH=$PATH:/usr/sbin:/usr/local/sbin
	cat > "$work/nginx.conf" <<-END
	daemon on;
	worker_processes 1;
	pid $work/nginx.pid;
	error_log $work/nginx.log;
	events { worker_connections 256; }
	http {
		access_log off;
		client_body_temp_path $work/body-temp;
		proxy_temp_path $work/proxy;
		fastcgi_temp_path $work/fcgi;
		uwsgi_temp_path $work/uwsgi;
		scgi_temp_path $work/scgi;
		server {
			listen unix:$work/http.sock backlog=511;
			location / {
				include $top_srcdir/etc/nginx-fastcgi.conf;
				fastcgi_pass unix:$work/webtest.sock;
			}
		}
	}
	END
	command nginx -e "$work/nginx.log" -c "$work/nginx.conf" "$@" ||
	    { echo 'Bail out! nginx did not start'; exit 99; }
	wait_for test -S "$work/http.sock"
}

# The token of mia's forms, now that the programs' clock runs.
sign_in() {
	clock=$(date +%s)
	as mia
	get /webtest
	csrf=$(hidden /webtest/write | sed -n 's/^csrf=//p')
}

load() {
	name=$1 at=$work/$2.sock; shift 2
	[ "$at" != "$work/http.sock" ] || at=http:$at
	[ "$2" = GET ] || set -- "$@" "$csrf" "$name"
	"$top_builddir/faultload" "$at" "dossier=$session" "$@" \
	    > "$work/load-$name" &
	loads="$loads $!"
}

loaded() {
	# shellcheck disable=SC2086
	wait $loads
	loads=
}

answers() {
	sed -n 's/^# \([0-9]*\) .*/\1/p' "$work/load-$1" | paste -sd ' '
}

longest() {
	sed -n 's/^# longest //p' "$work/load-$1"
}

kept() {
	grep -hv '^#' "$work"/load-* | sort > "$work/acknowledged"
	sql "SELECT b.body FROM event e JOIN event_body b ON b.event = e.id
	    WHERE e.kind = 'test.written'" | grep -oE '[a-z0-9]+-[0-9]+' |
	    sort > "$work/stored"
	n=$(wc -l < "$work/acknowledged")
	echo "# $n acknowledged"
	check 'enough was acknowledged' [ "$n" -gt 30 ]
	is 'acknowledged and lost' \
	    "$(comm -23 "$work/acknowledged" "$work/stored" | wc -l)" 0
	is 'doubled' "$(uniq -d "$work/stored" | wc -l)" 0
}

# The kinds of requests that are struck: $readings, $writings.
requests() {
	printf 'a file XXKEYXX' > "$work/file"
	request queue GET '/dossiers?text=matter'
	request case GET "$D"
	request find GET '/find?text=matter'
	request file GET "$document"
	request list GET '/dossiers.csv?status=open'
	request note POST "$D/note" text='A note XXKEYXX'
	request task POST "$D/tasks/new" title='Do XXKEYXX' \
	    priority=normal team=north
	request upload POST "$D/documents" kind=letter files=@"$work/file"
	form_page='/intake/new?type=complaint&person=P-20000001'
	request new POST /intake/new matter=new medium=letter \
	    f.subject=billing title=XXKEYXX files=@"$work/file" then=show
	form_page=
	request person POST /people/new kind=person given=Petra \
	    family=XXKEYXX sure=1
	request label POST /dossiers/labels name=XXKEYXX
	request paper POST /intake/unfiled/new title=XXKEYXX medium=letter \
	    team=north files=@"$work/file"
	readings='queue case find file list'
	writings='note task upload new person label paper'
}

request() {
	kept=$work/request-$1 method=$2 to=$3; shift 3
	if [ "$method" = POST ]; then
		form_of "${form_page:-$to}"
		hidden "$to" > "$work/fields"
		compose "$@" form_key=XXKEYXX
	else
		: > "$work/body"; body_type=
	fi
	sed "s/$(encode XXKEYXX)/XXKEYXX/g" "$work/body" > "$kept"
	printf '%s\n' "$method" "$to" "$body_type" > "$kept.line"
}

strike() {
	kept=$work/request-$1; shift
	keys=$((keys + 1))
	{ read -r method; read -r to; read -r type; } \
	    < "$kept.line"
	key=$(printf 'key%06d' $keys)
	sed "s/XXKEYXX/$key/g" "$kept" > "$work/struck"
	query=
	case $to in *\?*) query=${to#*\?} ;; esac
	# What begins so: the store and the documents. A core would be of no
	# use, and a fault is no reason to wait for ever.
	(ulimit -c 0; exec timeout -s KILL 60 env -i PATH="$PATH" \
	    LC_ALL="$LC_ALL" DOSSIER_NOW="$clock" \
	    DOSSIER_CONF="$work/dossier.conf" REQUEST_METHOD="$method" \
	    REQUEST_URI="$to" QUERY_STRING="$query" REMOTE_ADDR=192.0.2.7 \
	    HTTP_COOKIE="dossier=$session" CONTENT_TYPE="$type" \
	    CONTENT_LENGTH="$(wc -c < "$work/struck")" \
	    FAULT_BELOW="$work/do" LD_PRELOAD="$faultlib" "$@" \
	    "$top_builddir/$(program "$to")" < "$work/struck" \
	    > "$reply" 2> "$work/stderr") 2> /dev/null
	ended=$?
	status_now=$(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$reply")
}

# The tables that the schema comes to, but those that a reading may fill as
# well; one that was made anew went by another name meanwhile.
tables() {
	sed -n 's/^CREATE TABLE \([a-z0-9_]*\).*/\1/p' \
	    "$top_srcdir"/schema/*.sql |
	    grep -vxE 'session|presence|person_near|signin_failure' |
	    grep -vxF "$(sed -n 's/^ALTER TABLE \(.*\) RENAME TO .*/\1/p' \
	        "$top_srcdir"/schema/*.sql)"
}

# How many rows each table has.
rows() {
	sql "SELECT $(tables |
	    sed "s/.*/(SELECT count(*) FROM &)/" | paste -sd '+' |
	    sed "s/+/ || ' ' || /g")" | tail -n 1
}

# What one go of each kind does to the tables, and how often it can fail.
measure() {	# KIND: $allocations, $changes, $step, $usual
	strike "$1"		# what comes once only is there now
	were=$(rows)
	strike "$1" FAULT_COUNT="$work/count"
	case $status_now in 200|303) ;; *) not_ok "$1 works at all" ;; esac
	read -r allocations changes < "$work/count"
	are=$(rows)
	[ -n "$are" ] || not_ok "the rows of $1 can be counted"
	step=$(difference "$were" "$are") usual=all
	[ "$were" != "$are" ] || usual=nothing
}

difference() {
	echo "$1 $2" | awk '{
		for (i = 1; i <= NF / 2; i++)
			printf "%d ", $(i + NF / 2) - $i }'
}

# samples MOST N: N of the numbers up to MOST, or all in the long form.
samples() {
	[ -z "${FAULTS_LONG-}" ] || set -- "$1" "$(($1 / ${FAULTS_STEP:-1}))"
	[ "$2" -le "$1" ] || set -- "$1" "$1"
	awk -v most="$1" -v n="$2" 'BEGIN {
		for (i = 1; i <= n; i++)
			print int(i * most / n) }'
}

# After a strike: it ended by itself, and did all of it or nothing, and said
# which. A worker may end for want of memory (1): then nobody was answered.
judge() {	# WHERE
	now=$(rows) did=some
	[ "$(difference "$are" "$now")" != "$step" ] || did=all
	[ "$now" != "$are" ] || did=nothing
	are=$now
	case $ended-$status_now-$did in
	0-200-$usual|0-303-all) ;;
	0-500-nothing|0-503-nothing|1--all|1--nothing) ;;
	*)	echo "# $1: ended with $ended, said ${status_now:-nothing}," \
		    "did $did: $(head -n 1 "$work/stderr")"
		wrong=$((wrong + 1)) ;;
	esac
	struck=$((struck + 1))
}
