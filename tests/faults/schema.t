# SPDX-License-Identifier: MIT
# Programs that run while the store gets another schema say so, and go on by
# themselves when it is theirs again.
[ -z "${DOSSIER_TEST_STORE-}" ] || { echo '1..0 # SKIP of a file'; exit 0; }
command -v sqlite3 > /dev/null || { echo '1..0 # SKIP no sqlite3'; exit 0; }
. "$(dirname "$0")/../nobody.sh"
at_end=over
children=
over() {
	kill $children 2> /dev/null
	wait
}
. "$top_srcdir/tests/pages/harness.sh"
D=/dossiers/C-2026-10000061

start() {	# PROGRAM
	"$top_builddir/dossier-$1" --conf "$work/dossier.conf" \
	    --socket "$work/$1.sock" 2>> "$work/stderr" &
	children="$children $!"
	i=0
	until [ -S "$work/$1.sock" ] || [ $((i += 1)) -gt 200 ]; do
		sleep 0.05
	done
}

ask() {	# PATH: of the program that runs
	"$top_builddir/faultpeer" get "$work/${program:-casework}.sock" "$1" \
	    "HTTP_COOKIE=dossier=$session" HTTP_ACCEPT_LANGUAGE=en \
	    > "$reply" 2>> "$work/stderr"
	status_now=$(sed -n '1s/^Status: \([0-9]*\).*/\1/p' "$reply")
}

schema() {	# NUMBER: the store has it from here on
	sqlite3 "$work/dossier.db" "PRAGMA busy_timeout = 5000;
	    DELETE FROM version WHERE number > $1;
	    INSERT OR IGNORE INTO version (number, name, applied)
	    VALUES ($1, 'x', 1)" > /dev/null
}

: > "$reply"; : > "$work/stderr"
newest=$(ls "$top_srcdir"/schema/[0-9]*.sql | wc -l)
clock=$(date +%s)
as mia
start casework
start signon
ask $D
status 200
schema 99
for n in 1 2 3 4; do	# each worker
	ask $D
	status 503
done
has 'Dossier is being updated'
has 'Nothing that was saved is lost.'
has 'Retry-After: '
hasnt 'Sign in'
program=signon
ask /signon
status 503
has 'Dossier is being updated'
ask /health
status 200
program=
ask /nothing/here
status 404
schema "$newest"
sleep 1.1	# a worker that began meanwhile tries once a second
ask $D
status 200
has 'C-2026-10000061'
program=signon
ask /signon
status 303
program=

# a table that the programs know is gone, and the version with it
schema 99
sqlite3 "$work/dossier.db" 'PRAGMA busy_timeout = 5000;
    ALTER TABLE session RENAME TO visit' > /dev/null
ask $D
status 503
has 'Dossier is being updated'
sqlite3 "$work/dossier.db" 'PRAGMA busy_timeout = 5000;
    ALTER TABLE visit RENAME TO session' > /dev/null
schema "$newest"
sleep 1.1	# a worker that began meanwhile tries once a second
ask $D
status 200

# an older store at the start, and the page comes when it was upgraded
schema $((newest - 1))
sqlite3 "$work/dossier.db" "DELETE FROM version WHERE number = $newest"
start intake
program=intake
ask /intake
status 503
has 'Dossier is being updated'
schema "$newest"
sleep 1.1
ask /intake
status 200
