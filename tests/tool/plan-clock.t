# SPDX-License-Identifier: MIT
# Plans and the clock: each timer rings as often as it should and no more,
# after a night without the clock, with two clocks at once, and when they are
# killed; another system hears of each case, and each answer is taken once.
. "$(dirname "$0")/../nobody.sh"
. "$top_srcdir/tests/tool/tool.sh"
kills=${KILLS:-12}
now=1795521600
week=604800
peer=
trap '[ -z "$peer" ] || kill $peer; no_store; rm -rf "$work"' EXIT

mkdir -p "$work/types/watch"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
kind=$work/types/watch
cp "$data/casetypes/watch/"* "$kind"

clock() {	# SECONDS [CONF]: so long after the start
	DOSSIER_NOW=$((now + $1)) \
	    "$top_builddir/dossier-clock" --conf "${2:-$work/dossier.conf}" \
	    2>> "$work/log"
}
tasks() {	# so many each case has, once each number
	sql 'SELECT DISTINCT n FROM (SELECT d.id, count(t.id) AS n
	    FROM dossier d LEFT JOIN task t ON t.dossier = d.id
	    GROUP BY d.id) x' | tr '\n' ' '
}
states() {	# of the process task
	sql "SELECT state, count(*) FROM plan_item WHERE used = 'tell'
	    GROUP BY state ORDER BY 1" | tr '\t\n' '  '
}

"$top_builddir/hookpeer" "$work/port" "$work/heard" &
peer=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
	[ -s "$work/port" ] || sleep 0.2
done
cat >> "$work/dossier.conf" <<END
[webhook erp]
url = http://127.0.0.1:$(cat "$work/port")/say/200
END
empty_store
dossier migrate --schema "$top_srcdir/schema"
dossier type install "$kind"
is 'the type is installed' "$out$err" 'watch, version 1'
dossier sql --write "INSERT INTO team (code, name, name_key)
    VALUES ('south', 'South', 'south');
    INSERT INTO scope (type, team) VALUES ('watch', 1)"
{
	echo 'key,title'
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		echo "$i,Matter $i"
	done
} > "$work/rows.csv"
echo '<csv><key from="{key}"/><title from="{title}"/></csv>' > "$work/rows.xml"
cp "$top_srcdir/etc/imports/map.rng" "$work"
DOSSIER_NOW=$now dossier import csv "$work/rows.csv" --type watch \
    --map "$work/rows.xml"
[ "$rc" = 0 ] || printf "%s\n" "$out$err" | sed "s/^/# /"
is 'twenty cases begin their plans' \
    "$(sql "SELECT count(*) FROM plan_item WHERE used = 'weekly'")" 20
dossier sql --write "UPDATE plan_item SET rings = $now + $week, since = $now
    WHERE used = 'weekly'; UPDATE plan_call SET due = $now, queued = $now"

# Two clocks ask the other system, and are killed.
round=0
while [ $round -lt "$kills" ]; do
	clock $((round * 700)) & one=$!
	clock $((round * 700)) & two=$!
	sleep "0.$(((round * 3 + 1) % 5))$(((round * 7) % 10))"
	kill -9 $one $two 2> /dev/null
	wait $one $two 2> /dev/null
	round=$((round + 1))
done
clock $((kills * 700 + 700))
clock $((kills * 700 + 1400))
is 'every case was answered' "$(states)" 'completed 20 '
is 'and each asked with a number of its own' \
    "$(grep -a '^Dossier-Call: ' "$work/heard" | sort -u | wc -l)" 20
is 'each answer is in the history once' "$(sql "SELECT count(*) FROM event
    WHERE kind = 'plan.answered'")" 20
dossier verify
is 'the store is whole' "$rc" 0

clock $((week - 60))
is 'no timer rings before its time' "$(tasks)" '0 '
clock $((week + 60))
is 'each rings once' "$(tasks)" '1 '
clock $((week + 120))
is 'and not again' "$(tasks)" '1 '
clock $((4 * week + 3600))
is 'after three weeks without a clock as often as it should' "$(tasks)" '4 '
round=0
while [ $round -lt "$kills" ]; do
	at=$(((5 + round) * week + 3600))
	clock $at & one=$!
	clock $at & two=$!
	sleep "0.0$(((round * 7 + 3) % 10))$(((round * 3) % 10))"
	kill -9 $one $two 2> /dev/null
	wait $one $two 2> /dev/null
	round=$((round + 1))
done
clock $(((4 + kills) * week + 3900))
clock $(((4 + kills) * week + 4200))
is 'killed in the middle, none rings twice or not at all' "$(tasks)" \
    "$((4 + kills)) "
is 'nothing is in trouble' "$(sql 'SELECT count(*) FROM plan_trouble')" 0
dossier verify
is 'the store is whole at the end' "$rc" 0
[ "$rc" = 0 ] || printf '%s\n' "$out$err" | sed 's/^/# /'
tool_end
