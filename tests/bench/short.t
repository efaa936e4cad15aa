# SPDX-License-Identifier: MIT
# The short form of tests/bench/run: 20,000 dossiers, one round. What it
# looks for are crashes and wrong answers; times it does not judge.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
export top_builddir
PATH=$PATH:/usr/sbin:/sbin; export PATH

if [ -z "${BENCH_RUNS-}" ]; then
	for c in nginx curl bash; do
		command -v $c > /dev/null || {
			echo "1..0 # SKIP $c is not installed"; exit 0; }
	done
	work=$(mktemp -d) || exit 99
	trap 'rm -rf "$work"' EXIT
	chmod 777 "$work"
	BENCH_RUNS=$work; export BENCH_RUNS
	: > "$work/tap"; chmod 666 "$work/tap"
	bash "$(dirname "$0")/run" --size 20000 --check "$0" \
	    --store "${BENCH_STORE:-sqlite}" > "$work/table" 2> "$work/said"
	rc=$?
	cat "$work/tap"
	sed 's/^/# /' "$work/table" "$work/said"
	n=$(($(grep -c ok "$work/tap") + 1))
	[ $rc = 0 ] && echo "ok $n - and it runs to its end" ||
	    echo "not ok $n - and it runs to its end"
	echo "1..$n"
	exit $rc
fi

# From here on beside the running site: $port, $data, $dossier; before the
# measuring with "before", after it with "after".
tests=$(grep -c ok "$BENCH_RUNS/tap")

ok() {	# SENTENCE COMMAND...
	tests=$((tests + 1)) sentence=$1; shift
	if "$@"; then
		echo "ok $tests - $sentence" >> "$BENCH_RUNS/tap"
	else
		echo "not ok $tests - $sentence" >> "$BENCH_RUNS/tap"
		echo "$sentence" > "$BENCH_RUNS/bad"
	fi
}

ask() {	# VIEWER PATH: $data/page and $status
	status=$(curl -s -b "dossier=bench-$1" -o "$data/page" \
	    -w '%{http_code}' "http://127.0.0.1:$port$2")
}

query() { "$dossier" sql "$1"; }

# May see, as one statement that shares nothing with the programs.
may_see="SELECT d.number FROM dossier d JOIN staff f ON f.login = 'LOGIN'
    WHERE (EXISTS (SELECT 1 FROM viewer_grant g WHERE g.viewer = f.person
        AND g.dossier = d.id) OR (d.restricted = 0
      AND d.scope IN (SELECT s.scope FROM viewer_scope s
        WHERE s.viewer = f.person)))
    AND (d.compartment = 0 OR d.compartment IN (SELECT k.compartment
        FROM viewer_compartment k WHERE k.viewer = f.person))
    AND d.id NOT IN (SELECT w.dossier FROM viewer_wall w
        WHERE w.viewer = f.person)"

sight() { query "$(printf %s "$may_see" | sed "s/LOGIN/$1/")"; }

numbers() {	# the dossiers that a page has links to
	grep -oE 'href="/(dossiers|intake)/[A-Z]+-[0-9]{4}-[0-9]{8}' \
	    "$data/page" | sed 's|.*/||' | sort -u
}

seen_only() {	# nothing on the page that the viewer may not see
	numbers > "$data/shown"
	comm -23 "$data/shown" "$data/sight-$1" > "$data/leaked"
	[ ! -s "$data/leaked" ]
}

lists() {	# VIEWER: a page of a long list, all of a short one
	sight "$1" | sort > "$data/sight-$1"
	least=$(wc -l < "$data/sight-$1")
	[ "$least" -le 40 ] || least=40
	for page in /dossiers / /tasks /calendar /notices \
	    /find?text=complaint /find?text=tortor /find?text=kindenmor; do
		ask "$1" "$page"
		ok "$1: $page answers" [ "$status" = 200 ]
		ok "$1: $page shows nothing else" seen_only "$1"
		[ $page != /dossiers ] ||
		    ok "$1: at least $least rows" \
		    [ "$(wc -l < "$data/shown")" -ge "$least" ]
	done
}

shut() {	# VIEWER: what they may not see is not there
	query "SELECT number FROM dossier ORDER BY id" | sort |
	    comm -23 - "$data/sight-$1" | awk 'NR % 101 == 1' | head -n 5 |
	    while read -r number; do
		ask "$1" "/dossiers/$number"
		[ "$status" = 404 ] || echo "$number $status"
		ask "$1" "/find?text=$number"
		! numbers | grep -q "$number" || echo "$number found"
	done > "$data/opened"
	ok "$1: others are not there, by address or number" \
	    [ ! -s "$data/opened" ]
}

doors() {	# VIEWER
	awk 'NR % 7 == 1' "$data/sight-$1" | head -n 5 |
	    while read -r number; do
		ask "$1" "/dossiers/$number"
		title=$(query "SELECT title FROM dossier
		    WHERE number = '$number'")
		[ "$status" = 200 ] && grep -qF "$title" "$data/page" ||
		    echo "$number $status"
	done > "$data/closed"
	ok "$1: what they may see opens, with its title" \
	    [ ! -s "$data/closed" ]
}

case $1 in
before)
	ok 'the store is as the programs would have written it' \
	    "$top_builddir/bench_make_store" dossier.conf check
	for viewer in all fifth team granted; do
		lists $viewer
		doors $viewer
	done
	for viewer in all fifth team granted; do shut $viewer; done
	query "SELECT (SELECT count(*) FROM note), (SELECT count(*)
	    FROM dossier), (SELECT sum(total) FROM scope)" > "$data/counted"
	;;
after)
	read -r notes dossiers total < "$data/counted"
	sum() { awk -F, -v what="$1" '$1 == what { n += $4 }
	    END { print n + 0 }' result.csv; }
	read -r notes_now dossiers_now total_now <<-END
	$(query "SELECT (SELECT count(*) FROM note), (SELECT count(*)
	    FROM dossier), (SELECT sum(total) FROM scope)")
	END
	ok 'each registration is there once' [ $((dossiers_now - dossiers)) \
	    = $((2 * ($(sum register) + $(sum commit-register)))) ]
	ok 'and is counted' [ $((total_now - total)) = \
	    $((dossiers_now - dossiers)) ]
	ok 'each note is there once' [ $((notes_now - notes)) \
	    = $((2 * ($(sum note) + $(sum register) + $(sum commit-note) +
	    $(sum commit-register)))) ]
	ok 'counters and search words hold' \
	    "$top_builddir/bench_make_store" dossier.conf check
	ok 'the log is whole' sh -c "'$dossier' verify > /dev/null"
	;;
esac
[ ! -e "$BENCH_RUNS/bad" ]
