# SPDX-License-Identifier: MIT
# PostgreSQL is started again, dies, and loses connections, while people work:
# nothing acknowledged is lost or doubled, and the programs go on by
# themselves once it is there.
wants_server=1
. "$(dirname "$0")/faults.sh"
office
workers=3
programs casework webtest
sign_in
seconds=9
[ -z "${FAULTS_LONG-}" ] || seconds=60
for name in a b c d; do load $name webtest $seconds POST /webtest/write; done
load reader casework $seconds GET "$D"
end=$(($(date +%s) + seconds - 3))
rounds=0 down=0
while [ "$(date +%s)" -lt $end ]; do
	sleep 1
	before=$(date +%s%N)
	case $((rounds % 3)) in
	0)	pgsql_stop "$place" fast
		pgsql_up "$place" ;;
	1)	pgsql_stop "$place" immediate
		pgsql_up "$place" ;;
	2)	# one connection after the other is cut
		for pid in $(pgrep -P "$(head -n 1 "$place/data/postmaster.pid")" \
		    -f 'postgres: dossier'); do
			kill "$pid"
		done ;;
	esac
	took=$((($(date +%s%N) - before) / 1000000))
	[ $took -le $down ] || down=$took
	rounds=$((rounds + 1))
done
loaded
echo "# $rounds times; the server was away for $down ms at most; answers:" \
    "$(answers a); $(answers reader)"
for name in a b c d; do
	is "$name: other answers" "$(answers $name |
	    sed 's/\(303\|503\) *//g')" ''
	check "$name waited $(longest $name) ms at most" \
	    [ "$(longest $name)" -lt $((down + 3000)) ]
done
is 'reader: other answers' "$(answers reader | sed 's/\(200\|503\) *//g')" ''
check "the reader waited $(longest reader) ms at most" \
    [ "$(longest reader)" -lt $((down + 3000)) ]
is 'workers that ended badly' \
    "$(cat "$work"/*.log | grep -c 'worker .* ended')" 0

# all write the same row at once, and nobody is bothered
for name in a b c d; do load meet$name webtest 3 POST /webtest/write; done
loaded
for name in a b c d; do
	is "$name among others: answers" "$(answers meet$name)" 303
done
kept
whole 'the store verifies'
